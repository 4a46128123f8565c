import { listByNumbers, type Contribution } from '../contributions/index.ts'
import { markdownToText } from '../platform/markdown/markdown-to-text.ts'
import type { Db } from '../platform/db/connect.ts'
import { headingsAbove, listHeadingsAnd, type Edition, type Report } from '../reports/index.ts'
import { isHeading, splitSentences } from '../text/index.ts'
import { excerptOf, markWords, mayBeWanted } from './excerpt.ts'
import { parseQuery, wantedWords, type Term } from './query.ts'
import {
  pageLength,
  type FoundContribution,
  type FoundPassage,
  type Group,
  type Outcome,
} from './results.ts'
import {
  countBlocks,
  countContributions,
  listBlocks,
  listFoundWords,
  listNumbers,
  understand,
  type Page,
  type Wanted,
} from './store.ts'

export type Asked = {
  report: Report
  /** The newest. */
  edition: Edition
  typed: string
  /** Null: wherever something is found. */
  group: Group | null
  page: number
}

/** Looks for what was typed in the text and in the contributions; null where nothing was typed. */
export async function findResults(db: Db, asked: Asked): Promise<Outcome | null> {
  const { report, edition } = asked
  const query = parseQuery(asked.typed)
  if (!query?.ok) return query
  const { terms } = query
  const { all, ofText } = await understand(db, terms, report.lang)
  if (!ofText) return { ok: false, problem: 'common-words' }
  const [text, contributions] = await Promise.all([
    countBlocks(db, edition.id, ofText),
    countContributions(db, report.id, all),
  ])
  const counts = { text, contributions }
  const group = asked.group ?? (text === 0 && contributions > 0 ? 'contributions' : 'text')
  const pages = Math.max(1, Math.ceil(counts[group] / pageLength))
  const page = Math.min(asked.page, pages)
  const shown = { limit: pageLength, offset: (page - 1) * pageLength }
  const results = {
    counts,
    group,
    page,
    pages,
    passages: group === 'text' ? await findPassages(db, edition, terms, { ofText, shown }) : [],
    contributions:
      group === 'contributions' ? await findSaid(db, report, terms, { all, shown }) : [],
  }
  return { ok: true, results }
}

async function findPassages(
  db: Db,
  edition: Edition,
  terms: readonly Term[],
  { ofText, shown }: { ofText: Wanted; shown: Page },
): Promise<FoundPassage[]> {
  const blocks = await listBlocks(db, edition.id, ofText, shown)
  const ids = blocks.map(({ id }) => id)
  const texts = blocks.map(({ text }) => text)
  const [headings, found] = await Promise.all([
    listHeadingsAnd(db, edition.id, ids),
    findWords(db, ofText, terms, texts),
  ])
  return blocks.map(({ id, text, sentences }) => {
    const above = headingsAbove(headings, id)
    const own = headings.find((heading) => heading.id === id && isHeading(heading))
    const top = above[0] ?? own
    return { id, above, top: top?.id ?? null, excerpt: excerptOf(text, sentences, found) }
  })
}

async function findSaid(
  db: Db,
  report: Report,
  terms: readonly Term[],
  { all, shown }: { all: Wanted[]; shown: Page },
): Promise<FoundContribution[]> {
  const listed = await listNumbers(db, report.id, all, shown)
  const contributions = await listByNumbers(
    db,
    listed.map(({ number }) => number),
  )
  const said = listed.flatMap(({ number, language }) => {
    const contribution = contributions.find((one) => one.number === number)
    return contribution ? { contribution, language, words: wordsOf(contribution) } : []
  })
  const found = new Map<string, Set<string>>()
  for (const wanted of all) {
    const theirs = said.filter(({ language }) => language === wanted.language)
    const texts = theirs.flatMap(({ contribution, words }) => [
      contribution.content.title ?? '',
      words,
    ])
    if (theirs.length > 0) found.set(wanted.language, await findWords(db, wanted, terms, texts))
  }
  return said.map(({ contribution, language, words }) => {
    const marked = found.get(language) ?? new Set()
    const { title } = contribution.content
    return {
      contribution,
      title: title === null ? null : markWords(title, marked),
      excerpt: excerptOf(words, splitSentences(words, contribution.lang), marked),
    }
  })
}

/** What a contribution says, but for its title, as plain words. */
function wordsOf({ content }: Contribution): string {
  const { body, explanation, wording, place } = content
  return [markdownToText(body), explanation && markdownToText(explanation), wording, place]
    .filter(Boolean)
    .join('\n')
}

function findWords(
  db: Db,
  wanted: Wanted,
  terms: readonly Term[],
  texts: readonly string[],
): Promise<Set<string>> {
  return listFoundWords(db, wanted, mayBeWanted(texts, wantedWords(terms), wanted.language))
}
