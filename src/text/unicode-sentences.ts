/**
 * Where a sentence may end: `end` is after the sign, what closes and the white space behind it.
 * `rule` says what Unicode makes of it; `ellipsis`: of «…» it says nothing.
 */
export type Stop = { at: number; end: number; rule: Rule }

type Rule = 'break' | 'number' | 'word' | 'lower-case' | 'continued' | 'ellipsis'

// The classes of UAX #29, table 4 (SentenceBreakProperty.txt), from properties that ECMAScript knows.
const fullStop = '.\\u2024\\uFE52\\uFF0E'
const continues =
  ',\\-:;\\u037E\\u055D\\u060C\\u060D\\u07F8\\u1802\\u1808\\u2013\\u2014\\u3001\\uFE10\\uFE11\\uFE13\\uFE14' +
  '\\uFE31\\uFE32\\uFE50\\uFE51\\uFE54\\uFE55\\uFE58\\uFE63\\uFF0C\\uFF0D\\uFF1A\\uFF1B\\uFF64'
const beforeNumbers = '\\u0600-\\u0605\\u06DD\\u0890\\u0891\\u08E2\\u{110BD}\\u{110CD}'
const extend = `(?![${beforeNumbers}])[\\p{Grapheme_Extend}\\p{Mc}\\p{Cf}]`
const quotes = '"\'\\u275B-\\u2760\\u2E00\\u2E01\\u2E06-\\u2E08\\u2E0B\\u{1F676}-\\u{1F678}'
const close = `[${quotes}\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}]`
const georgian = '\\u10D0-\\u10FA\\u10FD-\\u10FF'
const upper = '(?![\\p{Grapheme_Extend}\\u1C90-\\u1CBF])[\\p{Uppercase}\\p{Lt}]'
const lower = `(?![\\p{Grapheme_Extend}${georgian}])\\p{Lowercase}`
const letter = '(?![\\p{Grapheme_Extend}\\p{Mc}])[\\p{Alphabetic}\\p{Uppercase}\\u05F3]'
const lineEnd = '\\r\\n\\u0085\\u2028\\u2029'
const space = `(?![${lineEnd}])\\p{White_Space}`

/** Signs, and whatever else may be one: a search for the class itself takes ten times as long. */
const maybeSigns =
  /[.!?…\u0589\u061D-\u061F\u06D4\u0700-\u1FFF\u2024\u203C\u203D\u2047-\u2049\u2CF9-\uD7FF\uE000-\uFFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF]/g
const isSign = new RegExp(`^[${fullStop}\\p{STerm}…]$`, 'u')
const isFullStop = new RegExp(`^[${fullStop}]`, 'u')
const numberNext = new RegExp(`[\\p{Nd}\\u066B\\u066C\\u19DA${beforeNumbers}]`, 'uy')
const upperNext = new RegExp(upper, 'uy')
const lowerNext = new RegExp(lower, 'uy')
const goesOnNext = new RegExp(`[${continues}${fullStop}\\p{STerm}]`, 'uy')
const isExtend = new RegExp(`^${extend}$`, 'u')
const startsWithLetter = new RegExp(`^(?:${upper}|${lower})`, 'u')

/** A run of those, up to a length that no browser's stack is too small for. */
const runOf = (one: string) => new RegExp(`(?:${one}){1,500}`, 'uy')
const extendRun = runOf(extend)
const closeRun = runOf(`${close}|${extend}`)
const spaceRun = runOf(`${space}|${extend}`)
// Ours: an ellipsis is a sign, too, so that no small letter after it says anything of what is before it.
const noLetterRun = runOf(`(?!${letter})[^${lineEnd}${fullStop}\\p{STerm}…]`)

/**
 * Returns the places of a line where a sentence may end, by the rules of Unicode for sentences (UAX #29,
 * SB5 to SB11), in order. A line has no line break but at its end. `Intl.Segmenter` knows the same rules,
 * but each browser its own version of them, and it walks through every letter.
 */
export function stopsIn(line: string): Stop[] {
  const stops: Stop[] = []
  for (const { 0: sign, index } of line.matchAll(maybeSigns)) {
    const plain = plainEnd(line, index)
    if (plain !== null) {
      stops.push({ at: index, end: plain, rule: 'break' })
      continue
    }
    if (!isSign.test(sign)) continue
    const end = skip(spaceRun, line, skip(closeRun, line, index + sign.length))
    stops.push({ at: index, end, rule: ruleOf(line, { sign, at: index, end }) })
  }
  return stops
}

/** Of what is most common, the rules say no more: a full stop at the end, or before a space and a capital. */
function plainEnd(line: string, at: number): number | null {
  if (line[at] !== '.') return null
  if (at + 1 === line.length) return line.length
  const next = line[at + 2] ?? ''
  return line[at + 1] === ' ' && next >= 'A' && next <= 'Z' ? at + 2 : null
}

type Found = { sign: string; at: number; end: number }

function ruleOf(line: string, { sign, at, end }: Found): Rule {
  if (sign === '…') return 'ellipsis'
  if (isFullStop.test(sign)) {
    const after = skip(extendRun, line, at + sign.length)
    if (follows(numberNext, line, after)) return 'number'
    if (follows(upperNext, line, after) && endsWithLetter(line, at)) return 'word'
    if (follows(lowerNext, line, skip(noLetterRun, line, end))) return 'lower-case'
  }
  return follows(goesOnNext, line, end) ? 'continued' : 'break'
}

function skip(run: RegExp, line: string, from: number): number {
  let at = from
  while (follows(run, line, at)) at = run.lastIndex
  return at
}

function follows(pattern: RegExp, line: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(line)
}

/** Back over what combines with it, a letter. */
function endsWithLetter(line: string, end: number): boolean {
  let at = end
  while (at > 0) {
    const size = (line.codePointAt(at - 2) ?? 0) > 0xffff ? 2 : 1
    at -= size
    const character = line.slice(at, at + size)
    if (!isExtend.test(character)) return startsWithLetter.test(character)
  }
  return false
}
