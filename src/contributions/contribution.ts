import type { HelixSide } from '../people/index.ts'
import { isBlank, isHeading, normaliseWording, sameWords, type Block } from '../text/index.ts'
import { cellsDiffer, trimWords } from './choices.ts'

export type ContributionKind = 'amendment'

/** Who it is from, as shown when it was published. */
export type Author = { name: string; helixSide: HelixSide; organisation: string | null }

/** What it points at, in the edition that was read; offsets in UTF-16 units of the block's plain text. */
export type Passage = {
  blockId: string
  editionNumber: number
  start: number
  end: number
  exact: string
  prefix: string
  suffix: string
}

export type Amendment = {
  number: number
  reportId: number
  kind: ContributionKind
  author: Author
  lang: string
  /** Why, in the author's words. */
  body: string
  publishedAt: Date
  passage: Passage
  /** Numbers of the sentences that it would replace, and the hash of the block that they were read in. */
  sentences: number[]
  baseSha256: Uint8Array
  wording: string
}

export type Proposal = { sentences: number[]; wording: string; body: string }

export type AmendmentProblem =
  | 'no-sentence-chosen'
  | 'sentences-not-consecutive'
  | 'edition-unknown'
  | 'no-wording'
  | 'wording-unchanged'
  | 'wording-too-long'
  | 'heading-on-lines'
  | 'cells-differ'
  | 'no-body'
  | 'body-too-long'
  | 'sent-already'
  | 'signed-out'

/** Characters. Long enough for a rewritten page; a longer proposal is a text of its own. */
export const wordingLimit = 20_000
export const bodyLimit = 10_000

/** The part of a block that the chosen sentences cover; null when they are none, or do not follow each other. */
export function coveredRange(
  block: Block,
  sentences: readonly number[],
): { start: number; end: number } | null {
  const chosen = block.sentences.filter(({ n }) => sentences.includes(n))
  const [first, last] = [chosen[0], chosen.at(-1)]
  if (!first || !last || chosen.length !== new Set(sentences).size) return null
  const gapless = chosen.every(
    (sentence, at) => sentence.start === (chosen[at - 1]?.end ?? first.start),
  )
  return gapless ? { start: first.start, end: last.end } : null
}

/** What keeps a proposal from being published; empty when nothing does. */
export function checkProposal(block: Block, proposal: Proposal): AmendmentProblem[] {
  const { sentences, wording, body } = proposal
  if (sentences.length === 0) return ['no-sentence-chosen']
  const range = coveredRange(block, sentences)
  if (!range) return ['sentences-not-consecutive']
  const current = block.text.slice(range.start, range.end)
  return [...checkWording(block, current, wording), ...checkBody(body)]
}

/** The wording as it is kept. */
export function keptWording(typed: string, { kind }: Pick<Block, 'kind'>): string {
  return trimWords(normaliseWording(typed, kind))
}

function checkWording(block: Block, current: string, typed: string): AmendmentProblem[] {
  if (isBlank(typed)) return ['no-wording']
  if (typed.length > wordingLimit) return ['wording-too-long']
  const [before, after] = [trimWords(current), keptWording(typed, block)]
  if (isHeading(block) && after.includes('\n')) return ['heading-on-lines']
  if (block.kind === 'table' && cellsDiffer(before, after)) return ['cells-differ']
  return sameWords(before, after) ? ['wording-unchanged'] : []
}

function checkBody(body: string): AmendmentProblem[] {
  if (isBlank(body)) return ['no-body']
  return body.length > bodyLimit ? ['body-too-long'] : []
}
