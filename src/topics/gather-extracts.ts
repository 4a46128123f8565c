import type { Db } from '../platform/db/connect.ts'
import { findEdition, findEditionBlock, type PlacedBlock } from '../reports/index.ts'
import type { Extract, Topic } from './topic.ts'

/** An extract with the passage that it is of, as it stands in the edition that was read. */
export type ExtractOfPassage = { extract: Extract; block: PlacedBlock }

/** A topic's extracts, in its order. */
export async function gatherExtracts(
  db: Db,
  { reportId, extracts }: Pick<Topic, 'reportId' | 'extracts'>,
): Promise<ExtractOfPassage[]> {
  const numbers = new Set(extracts.map(({ editionNumber }) => editionNumber))
  const ids = new Map<number, number>()
  for (const number of numbers) {
    const edition = await findEdition(db, reportId, number)
    if (edition) ids.set(number, edition.id)
  }
  const found = await Promise.all(
    extracts.map(async (extract) => {
      const editionId = ids.get(extract.editionNumber)
      const block = editionId && (await findEditionBlock(db, editionId, extract.blockId))
      return block ? [{ extract, block }] : []
    }),
  )
  return found.flat()
}
