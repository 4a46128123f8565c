import { findWords, isBlank, splitSentences } from '../text/index.ts'

/** UTF-16 units of a body. */
export type Range = { start: number; end: number }

/** As a moderator marked it: sentences that were ticked, words, on a line each, and attachments by their places. */
export type TypedCut = { sentences: readonly string[]; words: string; files?: readonly number[] }

export type CutProblem = 'nothing-cut' | 'cut-not-found' | 'all-cut'

type Read = { ok: true; ranges: Range[]; files: number[] } | { ok: false; problem: CutProblem }

/** What can be ticked of a body, by the name that a form gives it; without the space around. */
export function sentencesOf(
  body: string,
  lang: string,
): (Range & { name: string; text: string })[] {
  return splitSentences(body, lang).flatMap(({ start, end }) => {
    const text = body.slice(start, end)
    const from = start + text.length - text.trimStart().length
    const to = start + text.trimEnd().length
    return to > from ? [{ start: from, end: to, name: `${from}-${to}`, text: text.trim() }] : []
  })
}

/**
 * The words to cut, in order, and the places of the attachments to hide; words that stand in several places are cut in each
 * of them.
 */
export function readCut(
  { body, lang, count = 0 }: { body: string; lang: string; count?: number },
  { sentences, words, files: chosen = [] }: TypedCut,
): Read {
  const ticked = sentencesOf(body, lang).filter(({ name }) => sentences.includes(name))
  const lines = words.split('\n').filter((line) => !isBlank(line))
  const found = lines.map((line) => findWords(body, line))
  if (found.some((places) => places.length === 0)) return { ok: false, problem: 'cut-not-found' }
  const ranges = unite([...ticked, ...found.flat()])
  const files = Array.from({ length: count }, (_, at) => at + 1).filter((at) => chosen.includes(at))
  if (ranges.length + files.length === 0) return { ok: false, problem: 'nothing-cut' }
  return ranges.length > 0 && isBlank(withoutRanges(body, ranges))
    ? { ok: false, problem: 'all-cut' }
    : { ok: true, ranges, files }
}

/** Ranges that touch or overlap are one. */
function unite(ranges: readonly Range[]): Range[] {
  const united: Range[] = []
  for (const { start, end } of ranges.toSorted((one, other) => one.start - other.start)) {
    const last = united.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else united.push({ start, end })
  }
  return united
}

function withoutRanges(body: string, ranges: readonly Range[]): string {
  return ranges.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), body)
}
