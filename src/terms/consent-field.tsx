import type { Locale } from '../platform/messages.ts'
import { consentName } from './forms.ts'
import type { ConsentProblem } from './terms.ts'
import { words } from './words.ts'

type Props = { locale: Locale; version: number; problem?: ConsentProblem | undefined }

/** The box in which a version is accepted, never ticked beforehand; its value is the version. */
export function ConsentField({ locale, version, problem }: Props) {
  const say = words(locale)
  return (
    <div class={problem ? 'field refused' : 'field'}>
      {problem && (
        <p class="problem" id={`${consentName}-problem`}>
          {say(problem)}
        </p>
      )}
      <label class="choice" for={consentName}>
        <input
          type="checkbox"
          id={consentName}
          name={consentName}
          value={String(version)}
          required
          {...(problem && {
            'aria-describedby': `${consentName}-problem`,
            'aria-invalid': 'true' as const,
          })}
        />
        <span>{say('consent', { version })}</span>
      </label>
      <p class="fine">
        <a href={`/${locale}/terms/versions/${version}`} target="_blank" rel="noopener">
          {say('consent-read')}
        </a>
      </p>
    </div>
  )
}

export function isConsentProblem(problem: string): problem is ConsentProblem {
  return problem === 'terms-not-accepted' || problem === 'terms-changed'
}

/** For the error summary: the problem with the field that it links to. */
export function summariseConsent(locale: Locale, problems: readonly ConsentProblem[]) {
  return problems.map((problem) => ({ field: consentName, sentence: words(locale)(problem) }))
}
