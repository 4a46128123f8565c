import type { Change, NewChange, Report } from '../reports/index.ts'
import type { Block } from '../text/index.ts'
import type { Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import type { TypedCauses } from './cause.ts'
import { CausesFields } from './causes-fields.tsx'
import { ChangeView } from './change-view.tsx'
import { FormFrame } from './form-frame.tsx'
import type { ChangeFacts } from './pending-changes.ts'
import { SentWords } from './gone-page.tsx'
import { Pieces } from './pieces.tsx'
import type { ShownProblem } from './say-problem.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  /** A split, or a merger. */
  change: Change
  facts: ChangeFacts
  /** The change that would take it back; null where that can no longer be done. */
  undone: NewChange | null
  /** The passage that it left, where it stands. */
  block: Block | null
  typed: TypedCauses
  /** Somebody sent the form. */
  sent: boolean
  problems: readonly ShownProblem[]
}

/** Taking back a split or a merger that no edition has published: what it did, what would stand again, and why. */
export function UndoingPage(props: Props) {
  const { frame, report, change, facts, undone, typed, problems } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  return (
    <FormFrame {...props} title={say('undoing-title')}>
      <div id="present">
        <ChangeView locale={locale} report={report} change={change} facts={facts} level={2} />
      </div>
      {undone ? (
        <form method="post" action={there.undoing(change.id)} class="stacked" id="form">
          <section class="preview" aria-labelledby="preview-title">
            <h2 id="preview-title">{say('stands-again')}</h2>
            <Pieces
              locale={locale}
              report={report}
              blocks={standingAgain(undone)}
              are={undone.operation === 'split-block' ? 'pieces' : 'whole'}
            />
          </section>
          <CausesFields locale={locale} lang={report.lang} typed={typed} problems={problems} />
          <div class="actions">
            <button type="submit">{say('undo-it')}</button>
            <a href={there.changes}>{say('all-changes')}</a>
          </div>
        </form>
      ) : (
        <>
          <p>
            <a href={there.block(change.blockId)}>{say('see-passage-now')}</a>
          </p>
          {props.sent && <SentWords {...props} sent={{ typed }} />}
        </>
      )}
    </FormFrame>
  )
}

function standingAgain({ operation, block, otherBlock }: NewChange): Block[] {
  return [block, operation === 'split-block' ? otherBlock : null].filter((one) => one !== null)
}
