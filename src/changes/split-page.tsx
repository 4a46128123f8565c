import { inLanguage } from '../platform/messages.ts'
import { BlockText, startOf, type PlacedBlock, type Report } from '../reports/index.ts'
import { cutsOf, wordStart, type Block, type Cut } from '../text/index.ts'
import type { Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import { CausesFields } from './causes-fields.tsx'
import { FormFrame } from './form-frame.tsx'
import type { SplitForm } from './forms.ts'
import { Pieces } from './pieces.tsx'
import { problemOf, type ShownProblem } from './say-problem.ts'
import { digestOf } from './text-change.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  block: PlacedBlock
  form: Omit<SplitForm, 'read' | 'step'>
  /** What both pieces would read, once a place was chosen; empty before. */
  preview: readonly Block[]
  problems: readonly ShownProblem[]
}

/** Making two passages of one: where, what each will read, and why. */
export function SplitPage(props: Props) {
  const { frame, report, block, form, preview, problems } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  const cuts = cutsOf(block)
  return (
    <FormFrame {...props} title={say('split-title')}>
      <div class="reading passage" id="present" {...inLanguage(report.lang)}>
        <BlockText block={block} headingLevel={2} />
      </div>
      {cuts.length === 0 ? (
        <p class="notice">
          {say('no-cuts')} <a href={there.block(block.id)}>{say('leave-whole')}</a>
        </p>
      ) : (
        <form method="post" action={there.splitting(block.id)} class="stacked" id="form">
          <p>{say('split-lead')}</p>
          <Preview {...props} />
          <Where {...props} cuts={cuts} />
          <CausesFields locale={locale} lang={report.lang} typed={form.typed} problems={problems} />
          <input type="hidden" name="read" value={digestOf([block])} />
          <input type="hidden" name="other" value={form.other ?? ''} />
          <div class="actions">
            <button
              type="submit"
              name="step"
              value="preview"
              class={preview.length > 0 ? 'quiet' : undefined}
            >
              {say('look-at-pieces')}
            </button>
            {preview.length > 0 && (
              <button type="submit" name="step" value="apply">
                {say('split-there')}
              </button>
            )}
            <a href={there.block(block.id)}>{say('leave-whole')}</a>
          </div>
        </form>
      )}
    </FormFrame>
  )
}

function Preview({ frame, report, preview }: Props) {
  if (preview.length === 0) return null
  const say = words(frame.locale)
  return (
    <section class="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{say('pieces-title')}</h2>
      <Pieces locale={frame.locale} report={report} blocks={preview} are="pieces" />
      <p class="fine">{say('not-changed-yet')}</p>
    </section>
  )
}

/** Its sentence ends, each with the words on both sides. */
function Where({ frame, report, form, problems, cuts }: Props & { cuts: readonly Cut[] }) {
  const say = words(frame.locale)
  const problem = problemOf(frame.locale, problems)('cut')
  return (
    <fieldset class={problem ? 'refused' : undefined}>
      <legend>{say('where-to-cut')}</legend>
      {problem && <p class="problem">{problem}</p>}
      {cuts.map(({ n, before, after }, at) => (
        <label class="choice">
          <input
            type="radio"
            id={at === 0 ? 'cut' : undefined}
            name="cut"
            value={String(n)}
            checked={form.cut === n}
            required
          />
          <span class="cut" {...inLanguage(report.lang)}>
            <span>{endOf(before)}</span> <span>{startOf({ text: after })}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** As much as is shown of a start. */
const shownEnd = 60

/** The last words of a sentence, whole ones. */
function endOf(words: string): string {
  const line = words.replaceAll(/\s+/gu, ' ').trim()
  if (line.length <= shownEnd) return line
  const last = line.slice(-shownEnd).replace(/^\S*\s+/u, '')
  return `…${last.slice(wordStart(last))}`
}
