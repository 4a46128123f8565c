import { numberAbbreviations, openAbbreviations, referenceWords } from './abbreviations.ts'

const labelWords =
  'art|article|chap|chapitre|titre|section|annexe|livre|partie|proposition|' +
  'chapter|title|annex|part|schedule|artículo|capítulo|título|anexo|artigo|propuesta|proposta'

const rank = '(?:[\\s\\u00A0-](?:bis|ter|quater|quinquies|sexies|[A-Z])(?!\\p{L}))?'

/** «I. », «II. - », «1° », «a) », «« 1° bis. », and several of them: what stands before an item. */
const itemMarkers = new RegExp(
  `^[\\s«“"(–—-]*(?:(?:[IVXLC]+|\\p{L}|\\p{N}+(?:[-.]\\p{N}+)*)${rank}\\s*[.)°º]+[\\s–—-]*)+$`,
  'u',
)

/** «Art. 40-2. - », «« Art. L. 1425-3. », «Article 3. », «Titre premier. » */
const label = new RegExp(
  `^[\\s«“"(]*(?:${labelWords})\\.?\\s+(?:[LRDAC]\\*?\\.?\\s?(?:O\\.\\s?)?)?` +
    `(?:\\p{N}+(?:[-.]\\p{N}+)*(?:er|re)?|[IVXLC]+|premi(?:er|ère))?${rank}\\s*[.:]?[\\s–—-]*$`,
  'iu',
)

const lowerCaseNext = /^[\s«“"'’([–—-]*\p{Ll}/u
const itemNext = /^[\s«“"]*\p{L}{1,2}\)/u
const punctuationNext = /^[,;:.!?…]/u
const numberNext =
  /^(?:\p{N}|[IVXLC]+(?!\p{L})|\p{Lu}{1,2}\*?\.?\s?\*?\p{N}|\p{Lu}\.\s?\p{Lu}\.\s?\p{N})/u
const articleNext = /^(?:\p{Lu}\.\s?)?\*?\p{N}/u

/**
 * Returns whether a sentence goes on over a break that Unicode's rules make: `before` is the
 * sentence up to the break, `after` what comes next on the line. Where it isn't sure it breaks,
 * but after titles and initials.
 */
export function goesOn(before: string, after: string): boolean {
  if (after === '' || punctuationNext.test(after)) return true
  if (lowerCaseNext.test(after) && !itemNext.test(after)) return true
  if (before.length <= 40 && (itemMarkers.test(before) || label.test(before))) return true
  const tail = before.slice(-60)
  return endsWithAbbreviation(tail, after) || endsWithInitial(tail, after)
}

function endsWithAbbreviation(tail: string, after: string): boolean {
  const word = /(?:^|[\s«“"(['’/])([\p{L}.ªº-]+)\.\s*$/u.exec(tail)?.[1]
  if (word === undefined) return false
  return openAbbreviations.has(word) || (numberAbbreviations.has(word) && numberNext.test(after))
}

function endsWithInitial(tail: string, after: string): boolean {
  const found = /(?:^|([\p{L}\p{N}]*)[\s«“"('’-]+)(\p{Lu})\.\s*$/u.exec(tail)
  const letter = found?.[2]
  if (letter === undefined) return false
  // Parts of a code: «articles L. 212-2», «L. O. 176», «R. 123».
  if ('LRDACO'.includes(letter) && articleNext.test(after)) return true
  const word = found?.[1]?.toLowerCase() ?? ''
  if (referenceWords.has(word) || /\p{N}$/u.test(word)) return false
  return /^\p{Lu}/u.test(after)
}
