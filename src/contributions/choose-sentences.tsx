import { inLanguage, inLocale } from '../platform/messages.ts'
import type { PlacedBlock, Report } from '../reports/index.ts'
import type { Frame } from '../ui/layout.tsx'
import { cellsInLine } from '../ui/redline.tsx'
import { choicesOf, unitOf } from './choices.ts'
import { Paragraphs } from './contribution-page.tsx'
import type { Proposal } from './contribution.ts'
import { words } from './words.ts'

type Props = { frame: Frame; report: Report; block: PlacedBlock; proposal: Proposal }

/** The first step: which sentences, or rows of a table, are to be rewritten. */
export function ChooseSentences({
  frame,
  report,
  block,
  proposal,
  action,
}: Props & { action: string }) {
  const say = words(frame.locale)
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
              checked={sentences.some((n) => proposal.sentences.includes(n))}
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

/** What was typed for sentences that have to be chosen again: it can be copied from here. */
export function TypedBefore({ frame, report, proposal }: Omit<Props, 'block'>) {
  const { wording, body } = proposal
  if (wording === '' && body === '') return null
  return (
    <section aria-labelledby="typed-title">
      <h2 id="typed-title">{words(frame.locale)('typed-before')}</h2>
      <Paragraphs text={cellsInLine(wording)} lang={report.lang} />
      <Paragraphs text={body} lang={inLocale(frame.locale).lang} />
    </section>
  )
}
