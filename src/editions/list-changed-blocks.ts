import { listAnswers, type Answer } from '../answers/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { findEdition, listChanges, listEditionBlocks, type Edition } from '../reports/index.ts'
import { alignById } from '../text/index.ts'
import type { ChangedBlock } from './changes-page.tsx'

/** Blocks of an edition whose text differs from the one before, in reading order, with their causes. */
export async function listChangedBlocks(
  db: Db,
  edition: Edition,
): Promise<{ changed: ChangedBlock[]; declined: Answer[] }> {
  const previous = await findEdition(db, edition.reportId, edition.number - 1)
  const answers = await listAnswers(db, edition.reportId, edition.id)
  if (!previous) return { changed: [], declined: [] }

  const changes = Map.groupBy(
    await listChanges(db, edition.reportId, edition.id),
    (change) => change.blockId,
  )
  const old = await listEditionBlocks(db, previous.id)
  const now = await listEditionBlocks(db, edition.id)
  const changed = alignById(old, now).flatMap((block): ChangedBlock[] => {
    if (block.kind !== 'edited') return []
    const numbers = (changes.get(block.new.id) ?? []).flatMap(
      (change) => change.contributionNumbers,
    )
    return [
      {
        blockId: block.new.id,
        before: block.old.text,
        after: block.new.text,
        answers: answers.filter((answer) => overlaps(answer.contributionNumbers, numbers)),
      },
    ]
  })
  return { changed, declined: answers.filter(({ decision }) => decision !== 'accepted') }
}

function overlaps(some: readonly number[], others: readonly number[]): boolean {
  return some.some((number) => others.includes(number))
}
