import { inLanguage } from '../platform/messages.ts'
import { BlockText, type PlacedBlock, type Report } from '../reports/index.ts'
import { mergeBlocks } from '../text/index.ts'
import type { Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import { CausesFields } from './causes-fields.tsx'
import { FormFrame } from './form-frame.tsx'
import type { MergerForm } from './forms.ts'
import { SentWords } from './gone-page.tsx'
import { Pieces } from './pieces.tsx'
import { isOfText, type ShownProblem } from './say-problem.ts'
import { digestOf } from './text-change.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  block: PlacedBlock
  /** The block after it; undefined at the end of the text. */
  next: PlacedBlock | undefined
  /** Contributions that speak of the one after it. */
  said: number
  form: Pick<MergerForm, 'typed'>
  problems: readonly ShownProblem[]
}

/** Making one passage of a passage and the one after it: what it will read, and why. */
export function MergerPage(props: Props) {
  const { frame, report, block, next } = props
  const say = words(frame.locale)
  const there = addressesOf(frame.locale, report)
  const merged = next && mergeBlocks(block, next)
  // Where they are not alike there is no form that could be sent again.
  const problems = merged ? props.problems : props.problems.filter(isOfText)
  return (
    <FormFrame {...props} problems={problems} title={say('merger-title')}>
      <div id="present">
        <Pieces
          locale={frame.locale}
          report={report}
          blocks={next ? [block, next] : [block]}
          are="parts"
        />
      </div>
      {next && merged ? (
        <>
          <section class="preview" aria-labelledby="preview-title">
            <h2 id="preview-title">{say('merged-title')}</h2>
            <div class="reading passage" {...inLanguage(report.lang)}>
              <BlockText block={merged} headingLevel={3} />
            </div>
            <p class="fine">{say('not-changed-yet')}</p>
          </section>
          <MergerForm {...props} next={next} />
        </>
      ) : (
        <>
          <p class="notice">
            {say('not-alike')} <a href={there.block(block.id)}>{say('leave-apart')}</a>
          </p>
          {props.problems.length > 0 && <SentWords {...props} sent={props.form} />}
        </>
      )}
    </FormFrame>
  )
}

function MergerForm(props: Props & { next: PlacedBlock }) {
  const { frame, report, block, next, said, form, problems } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  return (
    <form method="post" action={there.merging(block.id)} class="stacked" id="form">
      <p>{say('merger-lead')}</p>
      {said > 0 && <p class="notice">{say('merger-said', { count: said })}</p>}
      <CausesFields locale={locale} lang={report.lang} typed={form.typed} problems={problems} />
      <input type="hidden" name="read" value={digestOf([block, next])} />
      <input type="hidden" name="other" value={next.id} />
      <div class="actions">
        <button type="submit">{say('merge-them')}</button>
        <a href={there.block(block.id)}>{say('leave-apart')}</a>
      </div>
    </form>
  )
}
