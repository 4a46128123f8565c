import { listByNumbers } from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import {
  listAnswersNamed,
  listBeginnings,
  listEditionsNamed,
  listReportsNamed,
  type AnswerNamed,
  type EditionNamed,
  type ReportNamed,
} from './details-store.ts'
import { groupTold, type Told } from './news.ts'

type Said = Awaited<ReturnType<typeof listByNumbers>>[number]

/** One thing that is new, with what is said of it. */
export type Item =
  | { what: 'contribution'; said: Said }
  | { what: 'answer'; answer: AnswerNamed; to: Said[] }
  | { what: 'edition'; edition: EditionNamed }
  | { what: 'passage'; edition: EditionNamed; blockId: string }

export type DigestPart = {
  report: ReportNamed
  /** `text`: the beginning of the passage; null for what is about no passage. */
  passages: { passage: { id: string; text: string } | null; items: Item[] }[]
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}

export type Details = {
  reports: Map<number, ReportNamed>
  said: Map<number, Said>
  answers: Map<number, AnswerNamed>
  editions: Map<number, EditionNamed>
  beginnings: Map<string, string>
  /** What was described already, which many are told of. */
  items: Map<string, Item | null>
}

/** All that is said of these, in as many queries for one digest as for hundreds. */
export async function findDetails(db: Db, told: readonly Told[]): Promise<Details> {
  const ofKind = (...kinds: readonly string[]) =>
    unique(told.flatMap(({ news }) => (kinds.includes(news.what) ? news.id : [])))
  const numbers = unique(told.flatMap(({ about }) => about.map(({ number }) => number)))
  const blocks = told.flatMap(({ news, about }) => [
    news.blockId ?? [],
    ...about.flatMap((one) => one.blocks),
  ])
  const [reports, said, answers, editions, beginnings] = await Promise.all([
    listReportsNamed(db, unique(told.map(({ news }) => news.reportId))),
    listByNumbers(db, numbers),
    listAnswersNamed(db, ofKind('answer')),
    listEditionsNamed(db, ofKind('edition', 'passage')),
    listBeginnings(db, unique(blocks.flat())),
  ])
  return {
    reports,
    said: new Map(said.map((one) => [one.number, one])),
    answers,
    editions,
    beginnings,
    items: new Map(),
  }
}

/** By report and passage, as a mail and a page say it; without what was hidden meanwhile. */
export function describeTold(told: readonly Told[], details: Details): DigestPart[] {
  return groupTold(told).flatMap(({ reportId, passages }) => {
    const report = details.reports.get(reportId)
    const described = passages.flatMap(({ blockId, items }) => {
      const found = items.flatMap((one) => describeItem(one, details) ?? [])
      const text = blockId === null ? undefined : details.beginnings.get(blockId)
      const passage = blockId === null || text === undefined ? null : { id: blockId, text }
      return found.length > 0 ? [{ passage, items: found }] : []
    })
    return report && described.length > 0 ? [{ report, passages: described }] : []
  })
}

function describeItem(told: Told, details: Details): Item | null {
  const { news, about } = told
  const numbers = about.map(({ number }) => number).join(' ')
  const key = `${news.what} ${news.id} ${news.blockId} ${numbers}`
  const known = details.items.get(key)
  if (known !== undefined) return known
  const item = makeItem(told, details)
  details.items.set(key, item)
  return item
}

function makeItem({ news, about }: Told, details: Details): Item | null {
  const { what, id, blockId } = news
  const to = about.flatMap(({ number }) => {
    const said = details.said.get(number)
    return said?.state === 'published' ? [said] : []
  })
  const edition = details.editions.get(id)
  const answer = details.answers.get(id)
  if (what === 'contribution') return to[0] ? { what, said: to[0] } : null
  if (what === 'answer') return answer && to.length > 0 ? { what, answer, to } : null
  if (!edition) return null
  if (what === 'edition') return { what, edition }
  return blockId === null ? null : { what, edition, blockId }
}
