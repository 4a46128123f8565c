import type { BlockKind } from './block.ts'
import { compose } from './compose.ts'

/**
 * Returns the text as blocks keep it: NFC; no-break spaces (U+00A0, U+202F) as they are; every
 * other run of white space one space, but line breaks LF, without spaces around them; no ordinary
 * white space at either end.
 */
export function normaliseText(text: string): string {
  return compose(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n\u00A0\u202F]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/^[ \n]+|[ \n]+$/g, '')
}

/** Returns the wording as a block of that kind keeps it: a table keeps its TABs, between cells. */
export function normaliseWording(wording: string, kind: BlockKind = 'paragraph'): string {
  if (kind !== 'table') return normaliseText(wording)
  const rows = wording.replace(/\r\n?/g, '\n').split('\n')
  return rows
    .map((row) => row.split('\t').map(normaliseText).join('\t'))
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
}

/**
 * Returns whether two texts are the same to a reader: no-break spaces are kept, and compared as
 * spaces (design, §3).
 */
export function sameWords(one: string, other: string): boolean {
  return one === other || breakSpaces(one) === breakSpaces(other)
}

/** Returns whether nothing of the text can be seen: white space and zero-width characters only. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Default_Ignorable_Code_Point}]/u.test(text)
}

/** Returns the text with no-break spaces as spaces. */
export function breakSpaces(text: string): string {
  return text.replace(/[\u00A0\u202F]/g, ' ')
}
