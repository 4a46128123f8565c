import { listDecisions } from '../answers/index.ts'
import { listCredits, listPage, onLatest } from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import {
  contributionsBehind,
  listChangesOf,
  listWorkingBlocks,
  type Change,
  type Report,
} from '../reports/index.ts'
import type { BlockStory, DoneHere } from './block-parts.tsx'
import { gatherFacts } from './pending-changes.ts'

/** Contributions on a passage that its page shows. */
const saidShown = 5

type Asked = { report: Report; blockId: string; done: DoneHere | null }

/** What is told of a block beside its words. */
export async function gatherStory(db: Db, { report, blockId, done }: Asked): Promise<BlockStory> {
  const changes = (await listChangesOf(db, blockId)).toReversed()
  const [last] = changes
  const named = [blockId, ...changes.flatMap(blocksNamed)]
  const blocks = await listWorkingBlocks(db, report.id, [...new Set(named)])
  return {
    done,
    owed: done && last ? await listOwed(db, last) : [],
    changes,
    facts: await gatherFacts(db, changes, { blocks, published: [] }),
    said: await listPage(
      db,
      { reportId: report.id, on: await onLatest(db, report.id, [blockId]) },
      { order: 'newest', limit: saidShown, offset: 0 },
    ),
  }
}

/** The blocks whose words its description shows. */
function blocksNamed({ blockId, follows, otherBlock }: Change): string[] {
  return [blockId, follows, otherBlock?.id].filter((id) => typeof id === 'string')
}

/** The contributions behind a change that are owed an answer and have none yet. */
async function listOwed(db: Db, change: Change): Promise<BlockStory['owed']> {
  const numbers = contributionsBehind(change)
  const decisions = await listDecisions(db, numbers)
  const credits = await listCredits(
    db,
    numbers.filter((number) => !decisions.has(number)),
  )
  const owed = [...credits].filter(
    ([, { replyTo, state }]) => replyTo === null && state === 'published',
  )
  return owed.map(([number, { kind }]) => ({ number, kind }))
}
