import type { Sentence } from './block.ts'
import { endAt } from './sentence-breaks.ts'
import { stopsIn } from './unicode-sentences.ts'

export type TextRange = { start: number; end: number }

const known = new Set<string>()

/**
 * Returns the sentences of a text, as UTF-16 offsets: contiguous, covering the text, none empty;
 * the white space after a sentence belongs to it. A line break always ends one. The rules are
 * those of Unicode (UAX #29, `stopsIn`) and, on top, our own (`endAt`). Throws a RangeError when `lang`
 * isn't a well-formed BCP 47 tag, and is the same for all that are.
 */
export function splitSentences(text: string, lang: string): TextRange[] {
  checkLanguage(lang)
  const ranges: TextRange[] = []
  for (let start = 0; start < text.length;) {
    const end = lineEnd(text, start)
    for (const range of splitLine(text.slice(start, end))) {
      addRange(ranges, text, { start: start + range.start, end: start + range.end })
    }
    start = end
  }
  return ranges
}

/** Returns the sentences of a new block, numbered from 1; fails as `splitSentences` does. */
export function numberSentences(
  text: string,
  lang: string,
): { sentences: Sentence[]; nextSentence: number } {
  const ranges = splitSentences(text, lang)
  const sentences = ranges.map(({ start, end }, index) => ({ n: index + 1, start, end }))
  return { sentences, nextSentence: sentences.length + 1 }
}

function checkLanguage(lang: string): void {
  if (known.has(lang)) return
  Intl.getCanonicalLocales(lang)
  known.add(lang)
}

/** After the line breaks that follow. */
function lineEnd(text: string, start: number): number {
  let end = text.indexOf('\n', start)
  if (end === -1) return text.length
  while (text[end] === '\n') end += 1
  return end
}

function splitLine(line: string): TextRange[] {
  const ranges: TextRange[] = []
  let [start, seen, worded] = [0, 0, false]
  for (const stop of stopsIn(line)) {
    // Signs alone are no sentence, but where they are a whole line.
    worded ||= hasWord(line.slice(seen, stop.at))
    seen = Math.max(seen, stop.at)
    const end = worded && stop.end > start ? endAt(line, stop, start) : null
    if (end === null) continue
    ranges.push({ start, end })
    start = seen = end
    worded = false
  }
  const last = ranges.at(-1)
  if (last && !worded && !hasWord(line.slice(seen))) last.end = line.length
  else ranges.push({ start, end: line.length })
  return ranges
}

function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

/** White space on its own is no sentence: it goes to the one before, or at the start to the next. */
function addRange(ranges: TextRange[], text: string, range: TextRange): void {
  const last = ranges.at(-1)
  if (last && (isBlank(text, range) || isBlank(text, last))) last.end = range.end
  else ranges.push(range)
}

function isBlank(text: string, { start, end }: TextRange): boolean {
  return !/\S/u.test(text.slice(start, end))
}
