import type { Db } from '../platform/db/connect.ts'
import {
  findEditionBlock,
  findLatestEdition,
  type PlacedBlock,
  type Report,
} from '../reports/index.ts'
import { findPieces, readPassageId, typedQuote } from './extract.ts'
import { gatherExtracts, type ExtractOfPassage } from './gather-extracts.ts'
import {
  readTopic,
  topicLimits,
  type ReadTopic,
  type Topic,
  type TypedExtract,
  type TypedTopic,
} from './topic.ts'

type Known = { report: Pick<Report, 'id'>; before: Topic | undefined }

/**
 * What was typed, as a topic, or all that is wrong with it. Extracts are of the report's newest edition; one that is left as it was stays
 * of the edition that it was taken from.
 */
export async function readTypedTopic(
  db: Db,
  typed: TypedTopic,
  { report, before }: Known,
): Promise<ReadTopic> {
  const edition = await findLatestEdition(db, report.id)
  const blocks = new Map<string, PlacedBlock>()
  // As many as a form may hold, and no more: each is a question to the database.
  for (const { passage } of typed.extracts.slice(0, topicLimits.extracts + 1)) {
    const id = readPassageId(passage)
    const block = edition && id ? await findEditionBlock(db, edition.id, id) : undefined
    if (block) blocks.set(block.id, block)
  }
  const kept = before ? await gatherExtracts(db, before) : []
  return readTopic(typed, (extract) => {
    const same = kept.find((one) => isTyped(one, extract))
    if (same) return same.extract
    const block = blocks.get(readPassageId(extract.passage) ?? '')
    if (!edition || !block) return 'passage-unknown'
    if (extract.quote.length > topicLimits.quote) return 'quote-too-long'
    const ranges = findPieces(block.text, extract.quote)
    if (!ranges) return 'quote-not-found'
    return { editionNumber: edition.number, blockId: block.id, ranges }
  })
}

function isTyped({ extract, block }: ExtractOfPassage, { passage, quote }: TypedExtract): boolean {
  return (
    readPassageId(passage) === block.id && quote.trim() === typedQuote(block.text, extract.ranges)
  )
}
