import {
  placesOf,
  requireReadBlock,
  trimWords,
  unitOf,
  withCounts,
  type Amendment,
  type ListedContribution,
} from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import type { PlacedBlock } from '../reports/index.ts'
import type { Decision } from './answer.ts'
import { groupRivals, type Equals } from './compare-amendments.ts'
import { listDecisions } from './store.ts'

/** One wording, with all who propose it: what it makes of the words that any of its rivals rewrites. */
export type ProposedWording = {
  proposed: (ListedContribution & { decision: Decision | null })[]
  before: string
  after: string
}

/** Wordings of the same sentences (rows), by their places in the passage as a reader counts. */
export type Rivals = { unit: 'row' | 'sentence'; places: number[]; wordings: ProposedWording[] }

/** Whether that contribution proposes one of the wordings. */
export function isAmong({ wordings }: Rivals, number: number): boolean {
  return wordings.some(({ proposed }) =>
    proposed.some(({ contribution }) => contribution.number === number),
  )
}

/** Amendments that rewrite the same sentences, as they stand side by side. */
export async function gatherRivals(db: Db, amendments: readonly Amendment[]): Promise<Rivals[]> {
  const groups = groupRivals(amendments)
  const named = groups.flat(2)
  if (named.length === 0) return []
  const decisions = await listDecisions(
    db,
    named.map(({ number }) => number),
  )
  const listed = new Map(
    (await withCounts(db, named)).map((entry) => {
      const { number } = entry.contribution
      return [number, { ...entry, decision: decisions.get(number) ?? null }]
    }),
  )
  const proposedBy = (equals: Equals) => equals.flatMap(({ number }) => listed.get(number) ?? [])
  const rivals: Rivals[] = []
  for (const group of groups) {
    const sentences = [...new Set(group.flatMap(([{ base }]) => base.sentences))]
    const bases = await readBases(db, group)
    const wordings = bases.map(({ equals, base }) => ({
      proposed: proposedBy(equals),
      ...wordWith(base, equals[0], sentences),
    }))
    const [{ base } = { base: undefined }] = bases
    if (base) rivals.push({ unit: unitOf(base), places: placesOf(base, sentences), wordings })
  }
  return rivals
}

/** The passage as each of them read it. */
async function readBases(
  db: Db,
  group: readonly Equals[],
): Promise<{ equals: Equals; base: PlacedBlock }[]> {
  const known = new Map<number, PlacedBlock>()
  const bases: { equals: Equals; base: PlacedBlock }[] = []
  for (const equals of group) {
    const [first] = equals
    const { editionNumber } = first.passage
    const base = known.get(editionNumber) ?? (await requireReadBlock(db, first))
    known.set(editionNumber, base)
    bases.push({ equals, base })
  }
  return bases
}

/** The words of these sentences, as they were read and as the amendment would have them. */
function wordWith(
  { text, sentences: read }: PlacedBlock,
  { passage, content: { wording } }: Amendment,
  sentences: readonly number[],
): { before: string; after: string } {
  const shown = read.filter(({ n }) => sentences.includes(n))
  const start = Math.min(passage.start, ...shown.map((one) => one.start))
  const end = Math.max(passage.end, ...shown.map((one) => one.end))
  const space = text.slice(passage.end - spaceAtEnd(passage.exact), passage.end)
  const after = text.slice(start, passage.start) + wording + space + text.slice(passage.end, end)
  return { before: trimWords(text.slice(start, end)), after: trimWords(after) }
}

/** How long it is; a TAB at the end of a table's row is an empty cell. */
function spaceAtEnd(words: string): number {
  return words.length - words.replace(/[^\S\t]+$/u, '').length
}
