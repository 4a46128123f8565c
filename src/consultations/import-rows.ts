import { plainToMarkdown } from '../platform/markdown/plain-to-markdown.ts'
import type { Edition, PlacedBlock, Report } from '../reports/index.ts'
import { quoteOf } from '../text/index.ts'
import {
  namedOnly,
  type Content,
  type Contribution,
  type ImportedTotal,
} from '../contributions/index.ts'
import type { Headings } from './find-headings.ts'
import type { Consultation, ConsultationTarget, Votes } from './read-consultation.ts'

/** Where a consultation is brought to. */
export type Destination = {
  report: Pick<Report, 'id' | 'lang'>
  edition: Pick<Edition, 'number'>
  consultationId: number
  headings: Headings
  /** Ids of people, by pseudonym. */
  people: ReadonlyMap<string, number>
}

export type Totals = Omit<ImportedTotal, 'consultationId'>

/** A contribution that was made elsewhere, with what was counted there. */
export type ImportRow = {
  said: Omit<Contribution, 'number'> & {
    imported: NonNullable<Contribution['imported']>
  }
  totals: Totals
}

/** What was voted on each article, by the block that is its heading. */
export function describeArticles(
  { articles }: Consultation,
  { headings }: Pick<Destination, 'headings'>,
): { blockId: string; totals: Totals }[] {
  return articles.map(({ title, votes }) => ({
    blockId: requireIn(headings, title).id,
    totals: ofVotes(votes, 0),
  }))
}

/** Proposals as new propositions on the headings of their sections, in the order of their dates. */
export function describeProposals(
  { proposals }: Consultation,
  destination: Destination,
): ImportRow[] {
  return inOrder(proposals).map((proposal) => {
    const { title, body, explanation, votes, rewordings } = proposal
    return {
      said: {
        ...describe(destination, { ...proposal, key: `proposal/${proposal.id}` }),
        kind: 'new-proposition',
        stance: null,
        ...onBlock(destination, requireIn(destination.headings, proposal.section)),
        content: { ...noContent, title, body, explanation },
      },
      totals: ofVotes(votes, rewordings),
    }
  })
}

/**
 * Arguments and sources, in the order of their dates: on an article's heading, or as a reply to a
 * proposal, whose number is asked by its key.
 */
export function describeReplies(
  consultation: Consultation,
  destination: Destination,
  numbers: ReadonlyMap<string, number>,
): ImportRow[] {
  const titles = new Map(consultation.articles.map(({ id, title }) => [id, title]))
  const place = ({ kind, id }: ConsultationTarget) => {
    if (kind === 'article') {
      return onBlock(destination, requireIn(destination.headings, requireIn(titles, id)))
    }
    const replyTo = requireIn(numbers, `proposal/${id}`)
    return { passage: null, replyTo, thread: replyTo }
  }
  const said = consultation.arguments.map((one) => ({
    at: one.at,
    id: one.id,
    said: {
      ...describe(destination, { ...one, key: `argument/${one.id}` }),
      kind: 'argument' as const,
      stance: one.side,
      ...place(one.on),
      content: { ...noContent, body: one.body },
    },
    totals: ofSupports(one.supports),
  }))
  const sources = consultation.sources.map((one) => ({
    at: one.at,
    id: one.id,
    said: {
      ...describe(destination, { ...one, key: `source/${one.id}` }),
      kind: 'source' as const,
      stance: null,
      ...place(one.on),
      content: { ...noContent, title: one.title, link: one.link, body: bodyOf(one) },
    },
    totals: ofSupports(one.supports),
  }))
  return inOrder([...said, ...sources])
}

const noContent: Content = {
  title: null,
  body: '',
  explanation: null,
  link: null,
  place: null,
  wording: null,
}

type Imported = { key: string; author: string; at: Date; trashed?: boolean }

function describe(destination: Destination, { key, author, at, trashed = false }: Imported) {
  const { report, edition, consultationId, people } = destination
  return {
    reportId: report.id,
    // What its moderators had set aside stays out of sight.
    state: trashed ? ('withheld' as const) : ('published' as const),
    imported: { consultationId, key },
    authorId: requireIn(people, author),
    author: namedOnly(author),
    lang: report.lang,
    editionNumber: edition.number,
    topic: null,
    base: null,
    attachments: [],
    cut: null,
    revision: 1,
    publishedAt: at,
    revisedAt: at,
    withdrawnAt: null,
    settledAt: null,
  }
}

function onBlock({ edition }: Destination, block: PlacedBlock) {
  const end = block.text.length
  const quote = quoteOf(block, 0, end)
  return {
    passage: { blockId: block.id, editionNumber: edition.number, start: 0, end, ...quote },
    replyTo: null,
    thread: null,
  }
}

/** Sources are sorted there into categories: the first line says which. */
function bodyOf({ category, body }: { category: string; body: string }): string {
  return [plainToMarkdown(category), body].filter((part) => part !== '').join('\n\n')
}

function ofVotes(votes: Votes, rewordings: number): Totals {
  const { agree, mixed, disagree } = votes
  return { agree, mixed, disagree, supports: 0, rewordings }
}

function ofSupports(supports: number): Totals {
  return { agree: 0, mixed: 0, disagree: 0, supports, rewordings: 0 }
}

function inOrder<R extends { at: Date; id: number }>(rows: readonly R[]): R[] {
  return rows.toSorted((one, other) => Number(one.at) - Number(other.at) || one.id - other.id)
}

function requireIn<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key)
  if (value === undefined) throw new Error(`nothing was read or stored for ${String(key)}`)
  return value
}
