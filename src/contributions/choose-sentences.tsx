import { inLanguage, inLocale } from '../platform/messages.ts'
import type { PlacedBlock, Report } from '../reports/index.ts'
import { Markdown } from '../ui/markdown.tsx'
import type { Frame } from '../ui/layout.tsx'
import { cellsInLine } from '../ui/redline.tsx'
import { choicesOf, unitOf } from './choices.ts'
import type { ShownForm } from './receive-form.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  place: { report: Report; block: PlacedBlock }
  shown: Pick<ShownForm, 'fields'>
}

/** The first step: which sentences, or rows of a table, are to be rewritten. */
export function ChooseSentences({ frame, place, shown, action }: Props & { action: string }) {
  const say = words(frame.locale)
  const { report, block } = place
  const unit = unitOf(block)
  return (
    <form method="get" action={action}>
      <fieldset id="sentences">
        <legend>{say('choose-sentences', { unit })}</legend>
        <p class="hint">{say('choose-sentences-hint', { unit })}</p>
        {choicesOf(block).map(({ sentences, text }) => (
          <label class="choice">
            <input
              type="checkbox"
              name="sentence"
              value={sentences.join('-')}
              checked={sentences.some((n) => shown.fields.choice.sentences.includes(n))}
            />
            <span {...inLanguage(report.lang)}>{cellsInLine(text.trim())}</span>
          </label>
        ))}
      </fieldset>
      <button type="submit" name="step" value="rewrite">
        {say('rewrite-them', { unit })}
      </button>
    </form>
  )
}

type TypedProps = { frame: Frame; place: { report: Report }; shown: Props['shown'] }

/** What was typed for sentences or a kind that have to be chosen again: it can be copied from here. */
export function TypedBefore({ frame, place, shown }: TypedProps) {
  const { wording, typed } = shown.fields
  if (wording === '' && typed.body === '') return null
  return (
    <section aria-labelledby="typed-title">
      <h2 id="typed-title">{words(frame.locale)('typed-before')}</h2>
      <p class="redline" {...inLanguage(place.report.lang)}>
        {cellsInLine(wording)}
      </p>
      <Markdown source={typed.body} lang={inLocale(frame.locale).lang} />
    </section>
  )
}
