import { endsAbbreviated, goesOn } from './sentence-joins.ts'
import type { Stop } from './unicode-sentences.ts'

/** UAX #29 lets a space stand between a sentence and what closes it nowhere; French does: « … » */
const closing = /(?:[»”›)\]]\s{0,9}){0,99}/uy
const opening = /[\p{Ps}\p{Pi}]/u

/** The number of a note after a sign: «… l’a dit.1 Elle», «.[12] », «.² ». */
const note = /(?:\[\p{N}{1,3}\]|[¹²³⁰⁴-⁹]{1,3}|\p{N}{1,3})[»”)]*(?:\s+(?=[«“"(¿¡]*\p{Lu})|\s*$)/uy
const wordAtEnd = /\p{L}\p{Ll}{2}$/u

const marker = /[«“"\s(]*(?:\p{N}{1,3}\s?[°º)/]|(?:\p{L}|[ivx]{2,4})\)|[•▪‣●◦■])\s/uy
const number = /\p{N}/uy
const longWordAtEnd = /(?:(?<![\p{L}.-])\p{Ll}{4,}|[€$£%)»”])\.\s*$/u
const wordNext = /[\p{L}\p{N}_/@&=#%~+-]/uy

const longestAddress = 200

/** What stands between brackets in the place of words left out, or as a doubt: «[…]», «(?)». */
const longestAside = 40
const aside = /[([]\s*(?:…|\.{2,}|[?!]+)\s*[)\]]\s*$/u

/**
 * Returns where the sentence ends that began at `start`, if one ends at this stop; else null. Beyond
 * what Unicode's rules say: what closes it after a space and the number of a note belong to it; an item
 * and a number begin one even before a small letter; an ellipsis ends one; addresses are whole.
 */
export function endAt(line: string, stop: Stop, start: number): number | null {
  const end = candidate(line, stop, start)
  if (end === null || end >= line.length) return null
  const before = line.slice(start, end)
  if (aside.test(before.slice(-longestAside))) return null
  return goesOn(before, line.slice(end)) ? null : end
}

function candidate(line: string, stop: Stop, start: number): number | null {
  const { at, end, rule } = stop
  if (rule === 'word' || rule === 'continued') return null
  if (rule === 'lower-case') return beginsItem(line, end, start) ? end : null
  if (rule === 'number') return afterNote(line, at, start)
  if (isGlued(line, stop, start)) return null
  const closed = afterClosing(line, at, end)
  return isSpace(line, closed - 1) ? closed : closed + match(note, line, closed)
}

function afterNote(line: string, at: number, start: number): number | null {
  if (!wordAtEnd.test(line.slice(Math.max(start, at - 3), at))) return null
  const length = match(note, line, at + 1)
  return length === 0 || endsAbbreviated(line.slice(start, at + 1)) ? null : at + 1 + length
}

function isGlued(line: string, { at, end, rule }: Stop, start: number): boolean {
  if (isSpace(line, end - 1)) return false
  return rule === 'ellipsis' || isWithinWord(line, { at, end, start })
}

function afterClosing(line: string, at: number, end: number): number {
  let from = end
  while (from > at + 1 && opening.test(line.charAt(from - 1))) from -= 1
  return from < end ? from : end + match(closing, line, end)
}

function beginsItem(line: string, end: number, start: number): boolean {
  const before = line.slice(start, end)
  if (!isSpace(line, end - 1) || endsAbbreviated(before)) return false
  if (match(marker, line, end) > 0) return true
  return match(number, line, end) > 0 && longWordAtEnd.test(before.slice(-60))
}

type Within = { at: number; end: number; start: number }

/** «32.I.3», «12!5», «https://example.org/?Page=1.A» */
function isWithinWord(line: string, { at, end, start }: Within): boolean {
  if (end > at + 1 || match(wordNext, line, end) === 0) return false
  const before = line.slice(Math.max(start, at - longestAddress), at)
  const [token] = /\S*$/u.exec(before) ?? ['']
  if (/[/@]|www\./iu.test(token)) return true
  if (/\p{N}$/u.test(before) && match(number, line, end) > 0) return true
  return line[at] === '.' && /(?:^|[^\p{L}\p{N}])(?:\p{L}|\p{N}{1,2})$/u.test(before)
}

function isSpace(line: string, at: number): boolean {
  return /\s/u.test(line.charAt(at))
}

/** The length of what the pattern finds there. */
function match(pattern: RegExp, line: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(line) ? pattern.lastIndex - at : 0
}
