import { hunksOf, limited, type Hunk } from './merge-hunks.ts'
import { splitSentences, type TextRange } from './sentences.ts'

/** Words of the base that were changed by both, and what each made of them; one of them may be nothing. */
export type Conflict = { base: string; current: string; amended: string }

export type Merged =
  | { kind: 'merged'; text: string }
  /** `draft`: with both changes, where they can be told apart word by word; else as it now is. */
  | { kind: 'conflict'; conflicts: Conflict[]; draft: string }

type Side = 'current' | 'amended'

/** Hunks of either side that touch the same sentences. */
type Cluster = { start: number; end: number; hunks: Record<Side, Hunk[]> }

/**
 * Merges what two hands made of one text, word by word (three-way merge; Khanna, Kunal and Pierce, 2007, say what
 * it promises), but with sentences as what two hands may not share: in law as in prose, two changes to one
 * sentence mean something else together. Equal changes are one. The order of the two makes no difference to the
 * text, nor to whether there is a conflict. `sentences`: of the base, where they were split before.
 */
export function merge(
  base: string,
  current: string,
  amended: string,
  sentences: readonly TextRange[] = splitSentences(base, 'und'),
): Merged {
  if (current === amended || base === amended) return { kind: 'merged', text: current }
  if (base === current) return { kind: 'merged', text: amended }
  const read = limited(base, sentences)
  const { tokens } = read
  const placed = placeTokens(tokens, sentencesOf(sentences, tokens))
  const hunksIn = (text: string) => hunksOf(read, limited(text, splitSentences(text, 'und')))
  const hunks = { current: hunksIn(current), amended: hunksIn(amended) }
  const [text, draft]: [string[], string[]] = [[], []]
  const conflicts: Conflict[] = []
  let at = 0
  for (const cluster of clusterHunks(hunks, placed)) {
    const between = tokens.slice(at, cluster.start).join('')
    const settled = settle(tokens, cluster)
    text.push(between, settled.text)
    draft.push(between, settled.draft)
    if (settled.conflict) conflicts.push(settled.conflict)
    at = cluster.end
  }
  const rest = tokens.slice(at).join('')
  if (conflicts.length === 0) return { kind: 'merged', text: text.join('') + rest }
  return { kind: 'conflict', conflicts, draft: draft.join('') + rest }
}

type Settled = { text: string; draft: string; conflict: Conflict | null }

/** What one hand alone changed, or both alike, is settled; else it is a conflict. */
function settle(tokens: readonly string[], cluster: Cluster): Settled {
  const { current, amended } = cluster.hunks
  const [ours, theirs] = [apply(tokens, current, cluster), apply(tokens, amended, cluster)]
  const isConflict = current.length > 0 && amended.length > 0 && ours !== theirs
  if (!isConflict) {
    const text = current.length > 0 ? ours : theirs
    return { text, draft: text, conflict: null }
  }
  const base = tokens.slice(cluster.start, cluster.end).join('')
  const conflict = { base, current: ours, amended: theirs }
  return { text: ours, draft: together(tokens, cluster) ?? ours, conflict }
}

/** For each token the sentence that it stands in. */
function sentencesOf(sentences: readonly TextRange[], tokens: readonly string[]): number[] {
  let [sentence, at] = [0, 0]
  return tokens.map((token) => {
    while (at >= (sentences[sentence]?.end ?? Infinity)) sentence += 1
    at += token.length
    return sentence
  })
}

/** Hunks that touch a sentence in common go together; those of one side alone are by themselves. */
function clusterHunks(hunks: Record<Side, Hunk[]>, placed: Placed): Cluster[] {
  const all = (['current', 'amended'] as const)
    .flatMap((side) =>
      hunks[side].map((hunk) => ({ side, hunk, touched: touchedBy(hunk, placed) })),
    )
    .toSorted(
      (one, other) => one.touched.from - other.touched.from || one.hunk.start - other.hunk.start,
    )
  const clusters: (Cluster & { until: number })[] = []
  for (const { side, hunk, touched } of all) {
    let cluster = clusters.at(-1)
    if (!cluster || touched.from > cluster.until) {
      cluster = {
        start: hunk.start,
        end: hunk.end,
        until: touched.until,
        hunks: { current: [], amended: [] },
      }
      clusters.push(cluster)
    }
    cluster.hunks[side].push(hunk)
    cluster.start = Math.min(cluster.start, hunk.start)
    cluster.end = Math.max(cluster.end, hunk.end)
    cluster.until = Math.max(cluster.until, touched.until)
  }
  return clusters
}

/** For each token of the base, and its end, the sentence of the nearest words before it, and of those from it on. */
type Placed = { before: readonly number[]; after: readonly number[] }

function placeTokens(tokens: readonly string[], of: readonly number[]): Placed {
  const isSpace = tokens.map((token) => token.trim() === '')
  let sentence = -1
  const before = [-1, ...of.map((own, at) => (sentence = isSpace[at] ? sentence : own))]
  sentence = (of.at(-1) ?? -1) + 1
  const after = [...of, sentence]
  for (let at = of.length - 1; at >= 0; at -= 1)
    after[at] = sentence = isSpace[at] ? sentence : (of[at] ?? sentence)
  return { before, after }
}

/**
 * From which sentence to which a hunk reaches, twice their number. What is put between two sentences touches only
 * the place between them, an odd number, if it is made of whole sentences; else also the one that it is a part of.
 */
function touchedBy({ start, end, begins, ends }: Hunk, placed: Placed): Reach {
  const [first, last] = [placed.after[start] ?? 0, placed.before[end] ?? -1]
  // Words that gave way, whatever the white space around them.
  if (start < end && first <= last) return { from: 2 * first, until: 2 * last }
  const [before, after] = [placed.before[start] ?? -1, placed.after[end] ?? 0]
  if (before === after) return { from: 2 * before, until: 2 * before }
  const between = 2 * before + 1
  return { from: begins ? between : 2 * before, until: ends ? between : 2 * after }
}

type Reach = { from: number; until: number }

function apply(tokens: readonly string[], hunks: readonly Hunk[], { start, end }: Cluster): string {
  const words: string[] = []
  let at = start
  for (const hunk of hunks) {
    words.push(tokens.slice(at, hunk.start).join(''), hunk.tokens.join(''))
    at = hunk.end
  }
  return words.join('') + tokens.slice(at, end).join('')
}

/**
 * Both changes, where words that stayed are between them, and sentences that both put at one place in their order;
 * null where else they touch.
 */
function together(tokens: readonly string[], cluster: Cluster): string | null {
  const all = (['current', 'amended'] as const)
    .flatMap((side) => cluster.hunks[side].map((hunk) => ({ ...hunk, side })))
    .toSorted((one, other) => one.start - other.start || one.end - other.end)
  for (const [index, hunk] of all.entries()) {
    const next = all[index + 1]
    if (!next || next.start > hunk.end || next.side === hunk.side) continue
    // What is put between two sentences is beside what they become.
    const isBetween = next.begins && next.start === hunk.end && next.start === next.end
    if (!isBetween) return null
  }
  return apply(tokens, all, cluster)
}
