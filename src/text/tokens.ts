/**
 * Words, with apostrophes and hyphens in them; numbers, never split («78-753», «1,5», «10 000»
 * with a no-break space, «2°», «1er»); line breaks; runs of other white space; single signs.
 */
const token = new RegExp(
  "\\p{L}[\\p{L}\\p{M}’'-]*" +
    '|\\p{N}+(?:[.,:/‑-]\\p{N}+|[\\u00A0\\u202F]\\p{N}{3}(?!\\p{N}))*[°º]?[\\p{L}\\p{M}]*' +
    '|\\n|[^\\S\\n]+|[^]',
  'gu',
)

/** Returns the tokens of a text: joined, they are the text. */
export function tokensOf(text: string): string[] {
  return text.match(token) ?? []
}

/** Returns whether a token is a word or a number. */
export function isWord(one: string): boolean {
  const first = one.charCodeAt(0)
  // Most words begin with a plain letter, and most other tokens are a space.
  if (first >= 0x61 && first <= 0x7a) return true
  if (first === 0x20) return false
  return /^[\p{L}\p{N}]/u.test(one)
}

/** Whether there is anything to make plain: in most tokens and many texts there isn't. */
const set = /[«»“”„‟‘’‛ʼ′]|[^\S\n ]| [^\S\n]/u

/**
 * Returns the text with its typography made plain: any quotation mark is ", any apostrophe ', any
 * run of white space but a line break one space. Two texts with the same plain form say the same.
 */
export function plainTypography(text: string): string {
  if (!set.test(text)) return text
  return text
    .replace(/[«»“”„‟]/gu, '"')
    .replace(/[‘’‛ʼ′]/gu, "'")
    .replace(/[^\S\n]+/gu, ' ')
}
