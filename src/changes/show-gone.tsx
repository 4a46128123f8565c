import type { Context } from 'hono'
import { NotFound } from '../platform/http/problems.ts'
import { listPastTexts, listWorkingBlocks, type Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { addressesOf } from './addresses.ts'
import { doneHere } from './block-parts.tsx'
import { canUndo } from './division.ts'
import { findMerged } from './find-merged.ts'
import { findRemoved } from './find-removed.ts'
import { gatherStory } from './gather-story.ts'
import { GonePage, type Typed } from './gone-page.tsx'
import { MergedPage } from './merged-page.tsx'

/**
 * The page of a passage that no longer stands in the working text, with what was typed for it; not found
 * where it never stood there.
 */
export async function showGone(c: Context<Env>, report: Report, sent: Typed | null) {
  const { db, locale } = c.var
  const blockId = c.req.param('block') ?? ''
  const removed = await findRemoved(db, report, blockId)
  if (!removed) return showMerged(c, report, sent)
  const done = chooseDone(doneHere, c.req.query('done'))
  const page = (
    <GonePage
      frame={frameOf(c, addressesOf(locale, report).block(blockId))}
      report={report}
      {...removed}
      published={(await listPastTexts(db, blockId)).length > 0}
      sent={sent}
      story={await gatherStory(db, { report, blockId, done })}
    />
  )
  return sendPage(c, page, sent ? 422 : 200)
}

/** The page of a passage that became a part of another. */
async function showMerged(c: Context<Env>, report: Report, sent: Typed | null) {
  const { db, locale, now } = c.var
  const blockId = c.req.param('block') ?? ''
  const merged = await findMerged(db, report, blockId)
  if (!merged) throw new NotFound('passage')
  const [whole = null] = await listWorkingBlocks(db, report.id, [merged.into])
  const page = (
    <MergedPage
      frame={frameOf(c, addressesOf(locale, report).block(blockId))}
      report={report}
      {...merged}
      whole={whole}
      undoable={canUndo(whole ? [whole] : [], merged.merger, { report, now })}
      published={(await listPastTexts(db, blockId)).length > 0}
      sent={sent}
      story={await gatherStory(db, { report, blockId, done: null })}
    />
  )
  return sendPage(c, page, sent ? 422 : 200)
}
