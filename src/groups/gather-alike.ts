import { listByNumbers, type Contribution } from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { markdownToText } from '../platform/markdown/markdown-to-text.ts'
import { beginningOf } from '../text/index.ts'
import { markWords, wordsOf, type Alike, type Piece } from './alike.ts'
import { listAlike, listStems } from './alike-store.ts'
import { listGroupsOf } from './store.ts'

/** Characters of each that are shown beside one another. */
const shownLength = 700

/** A contribution that is like another, as it is shown beside it. */
export type Likely = Alike & {
  contribution: Contribution
  /** What it says, with the words that both have. */
  pieces: Piece[]
  samePassage: boolean
  group: { id: number; title: string } | null
}

/** What is most like a contribution that everybody can read, the likeliest first; each with the words in common. */
export async function gatherAlike(
  db: Db,
  contribution: Contribution,
  limit: number,
): Promise<{ own: Piece[]; likely: Likely[] }> {
  const alike = await listAlike(db, contribution.number, limit)
  const numbers = alike.map(({ number }) => number)
  const found = new Map((await listByNumbers(db, numbers)).map((one) => [one.number, one]))
  const groups = await listGroupsOf(db, numbers)
  const shown = [contribution, ...found.values()]
  const mark = await stemMarker(db, shown)
  const all = new Set(alike.flatMap(({ shared }) => shared))
  return {
    own: mark(contribution, all),
    likely: alike.flatMap((one) => {
      const other = found.get(one.number)
      if (!other) return []
      const pieces = mark(other, new Set(one.shared))
      const samePassage =
        other.passage !== null && other.passage.blockId === contribution.passage?.blockId
      return [
        { ...one, contribution: other, pieces, samePassage, group: groups.get(one.number) ?? null },
      ]
    }),
  }
}

/** Marks the words of a text that have one of some stems; the database says which stems a word has. */
async function stemMarker(db: Db, contributions: readonly Contribution[]) {
  const texts = new Map(contributions.map((one) => [one.number, textOf(one)]))
  const stems = await listStems(
    db,
    contributions.map(({ number, lang }) => ({ lang, words: wordsOf(texts.get(number) ?? '') })),
  )
  return ({ number, lang }: Contribution, shared: ReadonlySet<string>): Piece[] => {
    const text = texts.get(number) ?? ''
    const ofLanguage = stems.get(lang)
    const marked = wordsOf(text).filter((word) =>
      ofLanguage?.get(word)?.some((stem) => shared.has(stem)),
    )
    return markWords(text, new Set(marked))
  }
}

/** What somebody says, on one line: the words that an amendment proposes first. */
function textOf({ content }: Contribution): string {
  const { title, wording, body, explanation } = content
  const parts = [
    title,
    wording,
    markdownToText(body.slice(0, 4 * shownLength)),
    explanation && markdownToText(explanation.slice(0, 4 * shownLength)),
  ]
  const text = parts
    .filter((part) => part)
    .join(' · ')
    .replaceAll(/\s+/gu, ' ')
  return text.length > shownLength ? `${beginningOf(text, shownLength)}…` : text
}
