import {
  articles,
  innerAbbreviations,
  numberAbbreviations,
  openAbbreviations,
  referenceWords,
  sentenceOpeners,
} from './abbreviations.ts'

const labelWords =
  'art|article|chap|chapitre|titre|section|sect|sec|annexe|livre|partie|proposition|considérant|' +
  'chapter|title|annex|part|schedule|recital|artículo|capítulo|título|sección|anexo|disposición|propuesta|' +
  'artigo|secção|seção|cláusula|proposta|المادة|الفصل|الباب|القسم|البند|الفقرة|الملحق'

const rank = '(?:[\\s\\u00A0-](?:bis|ter|quater|quinquies|sexies|[A-Z])(?!\\p{L}))?'
const romanSmall = 'x{0,3}(?:ix|iv|v?i{1,3}|v|x)'

/** «I. », «II. - », «1° », «a) », «§ 3. », «« 1° bis. », and several of them: what stands before an item. */
const itemMarkers = new RegExp(
  `^[\\s«“"(§–—•-]*(?:(?:[IVXLC]+|${romanSmall}|\\p{L}|\\p{N}+(?:[-.]\\p{N}+)*)${rank}\\s*[.)°º]+[\\s–—-]*)+$`,
  'u',
)

/** «Art. 40-2. - », «« Art. L. 1425-3. », «Article 3. », «Titre premier. », «Artículo 1.º. » */
const label = new RegExp(
  `^[\\s«“"(]*(?:${labelWords})\\.?\\s+(?:[LRDAC]\\*?\\.?\\s?(?:O\\.\\s?)?)?` +
    '(?:\\p{N}+(?:[-.]\\p{N}+)*(?:er|re|\\.?[ºª°])?|[IVXLC]+|' +
    `premi(?:er|ère)|unique|únic[oa]|primer[oa]?|primeir[oa])?${rank}\\s*[.:]?[\\s–—-]*$`,
  'iu',
)

const longestMarker = 40
const longestWord = 60

const lowerCaseNext = /^[\s«“"'’([–—-]*\p{Ll}/u
const itemNext = /^[\s«“"(]*(?:\p{L}{1,2}|[ivx]{3,4})\)/u
const punctuationNext = /^[,;:.!?…،؛]/u
const numberNext =
  /^(?:\p{N}|[IVXLC]+(?!\p{L})|(?:\p{Lu}{1,2}\*?|[LRDACO]\*?\.\*?)\s?\*?\p{N}|[LRDACO]\.\s?[LRDACO]\.\s?\p{N})/u
const articleNext = /^(?:\p{Lu}\.\s?)?\*?\s?\p{N}/u

/**
 * Returns whether a sentence goes on over a place where it might end: `before` is the
 * sentence up to the break, `after` what comes next on the line. Where it isn't sure it breaks,
 * but after titles and initials.
 */
export function goesOn(before: string, after: string): boolean {
  if (after === '' || punctuationNext.test(after)) return true
  if (lowerCaseNext.test(after) && !itemNext.test(after)) return true
  if (before.length <= longestMarker && (itemMarkers.test(before) || label.test(before)))
    return true
  const ending = endingOf(before)
  if (ending.sign === '') return false
  return endsWithAbbreviation(ending, after) || endsWithInitial(ending, after)
}

/** Returns whether the text ends with an abbreviation, which a number may follow. */
export function endsAbbreviated(before: string): boolean {
  const { sign, word } = endingOf(before)
  return sign === '.' && isAbbreviation(word)
}

/** The last word of a text that ends with a full stop or an ellipsis, and the word before it. */
type Ending = { sign: '.' | '…' | ''; word: string; previous: string }

function endingOf(before: string): Ending {
  const text = before.trimEnd()
  const length = text.endsWith('...') ? 3 : 1
  const sign = length === 3 || text.endsWith('…') ? '…' : text.endsWith('.') ? '.' : ''
  if (sign === '') return { sign, word: '', previous: '' }
  const word = wordTo(text, text.length - length)
  const previous = wordTo(text, partingTo(text, text.length - length - word.length))
  return { sign, word, previous }
}

/** What is elided before a word («l’art.») doesn't belong to it. */
function wordTo(text: string, end: number): string {
  let start = end
  while (start > 0 && end - start < longestWord && !isParting(text, start - 1)) start -= 1
  return text.slice(start, end)
}

function partingTo(text: string, end: number): number {
  let at = end
  while (at > 0 && end - at < longestWord && isParting(text, at - 1)) at -= 1
  return at
}

function isParting(text: string, at: number): boolean {
  return ' \u00A0\u202F\t\n«“"([\'’/'.includes(text.charAt(at))
}

function isAbbreviation(word: string): boolean {
  return (
    openAbbreviations.has(word) || innerAbbreviations.has(word) || numberAbbreviations.has(word)
  )
}

function endsWithAbbreviation({ sign, word }: Ending, after: string): boolean {
  if (sign !== '.') return false
  if (openAbbreviations.has(word)) return true
  if (innerAbbreviations.has(word)) return !beginsSentence(after)
  // A code or a gazette: «R.D. 3/2010», «J.O. 12».
  const announces = numberAbbreviations.has(word) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)
  return announces && numberNext.test(after)
}

function endsWithInitial({ sign, word, previous }: Ending, after: string): boolean {
  if (isArabicLetter(word)) return !isReference(previous)
  const letter = word.slice(word.lastIndexOf('-') + 1)
  if (!isCapital(letter) || word === 'J.-C') return false
  // Names that judgments hide: «M. X…», «Mme Y...».
  if (sign === '…') return !beginsSentence(after)
  // Parts of a code: «articles L. 212-2», «L. O. 176», «R. 123».
  if ('LRDACO'.includes(letter) && articleNext.test(after)) return true
  const noun = (letter === word ? previous : word.slice(0, -2)).toLowerCase()
  return !isReference(noun) && /^\p{Lu}/u.test(after) && !beginsSentence(after)
}

/** Whether a letter after it is no initial: «annexe A.», «16 A.», and of an era «2010 م.». */
function isReference(word: string): boolean {
  return referenceWords.has(word) || /\p{N}$/u.test(word)
}

/** One letter alone, or with «and» before it. */
function isArabicLetter(word: string): boolean {
  return word.length <= 2 && /^و?[ء-ي]$/u.test(word)
}

function isCapital(letter: string): boolean {
  return (letter.length === 1 || letter.length === 2) && /^\p{Lu}$/u.test(letter)
}

/** «Elle », «The », but «Le » only before a small letter: «Le Goff» is a name. */
function beginsSentence(after: string): boolean {
  const [, word = '', next = ''] = /^[«“"(¿¡\s]*(\p{L}+)\s*(\p{Ll})?/u.exec(after) ?? []
  return sentenceOpeners.has(word) || (articles.has(word) && next !== '')
}
