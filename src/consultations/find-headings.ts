import type { PlacedBlock } from '../reports/index.ts'
import { isHeading } from '../text/index.ts'
import { matchHeadings } from './match-headings.ts'
import type { Consultation } from './read-consultation.ts'

/** The headings that a consultation speaks of, by the titles that it gives them. */
export type Headings = ReadonlyMap<string, PlacedBlock>

export type FoundHeadings =
  | { ok: true; headings: Headings }
  | { ok: false; unmatched: string[]; ambiguous: string[] }

/** Finds every article and section in a text; refused with the titles that it did not find, or found twice. */
export function findHeadings(
  { articles, proposals }: Pick<Consultation, 'articles' | 'proposals'>,
  blocks: readonly PlacedBlock[],
): FoundHeadings {
  const sections = new Set([...articles, ...proposals].map(({ section }) => section))
  const titles = articles.map(({ title }) => title)
  const { matched, unmatched, ambiguous } = matchHeadings(
    [...titles, ...sections],
    blocks.filter(isHeading),
  )
  // Two articles of one title would have one heading: nobody guesses whose votes are whose.
  const twice = [...Map.groupBy(titles, (title) => title)].flatMap(([title, uses]) =>
    uses.length > 1 || sections.has(title) ? [title] : [],
  )
  const doubtful = [...new Set([...ambiguous, ...twice])].filter(
    (title) => !unmatched.includes(title),
  )
  if (unmatched.length > 0 || doubtful.length > 0) {
    return { ok: false, unmatched, ambiguous: doubtful }
  }
  const byId = new Map(blocks.map((block) => [block.id, block]))
  const headings = [...matched].flatMap(([title, id]): [string, PlacedBlock][] => {
    const block = byId.get(id)
    return block ? [[title, block]] : []
  })
  return { ok: true, headings: new Map(headings) }
}
