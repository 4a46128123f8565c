import { isTrueNameProblem, TrueNameField } from '../people/index.ts'
import { saySpan, VerifiedMark } from '../organisations/index.ts'
import type { Locale } from '../platform/messages.ts'
import type { Voice } from './find-voice.ts'
import { Hidden } from './form-parts.tsx'
import type { ShownForm } from './receive-form.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  /** How the author is called. */
  name: string | null
  voice: Voice
  shown: ShownForm
  problem: string | undefined
}

/** In whose name it is said, where there is a choice; and who says it, where the report asks. */
export function VoiceFields({ locale, name, voice, shown, problem }: Props) {
  const { speaker } = shown.fields
  const choosing = voice.mandates.length > 0 || problem !== undefined
  return (
    <>
      {choosing ? (
        <SpeakerField {...{ locale, name, voice, speaker, problem }} />
      ) : (
        <Hidden name="speaker" value={speaker} />
      )}
      {voice.needsTrueName && (
        <TrueNameField
          locale={locale}
          value={shown.trueName}
          problem={shown.problems.find(isTrueNameProblem)}
          needed
        />
      )}
    </>
  )
}

type SpeakerProps = Pick<Props, 'locale' | 'name' | 'voice' | 'problem'> & { speaker: string }

function SpeakerField({ locale, name, voice, speaker, problem }: SpeakerProps) {
  const say = words(locale)
  return (
    <fieldset class={problem ? 'refused' : undefined}>
      <legend>{say('speaker')}</legend>
      {problem && <p class="problem">{problem}</p>}
      <label class="choice">
        <input
          type="radio"
          id="speaker-own"
          name="speaker"
          value=""
          checked={speaker === ''}
          required
        />
        <span>{say('speaker-own', { name: name ?? '' })}</span>
      </label>
      {voice.mandates.map((mandate) => (
        <label class="choice">
          <input
            type="radio"
            name="speaker"
            value={mandate.slug}
            checked={mandate.slug === speaker}
          />
          <span>
            {say('speaker-for', { name: mandate.name })}{' '}
            <VerifiedMark locale={locale} verified={mandate.verified} />{' '}
            <span class="hint">{saySpan(locale, mandate)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
