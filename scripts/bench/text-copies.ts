import type { ParsedBlock } from '../../src/text/index.ts'

/** Of the words of a text, one in so many is another word in each copy. */
const oneIn = 3

const longWord = /\p{L}{5,}/gu
const vowels = ['a', 'e', 'i', 'o', 'u', 'y']

/**
 * Returns a text so many times over, each copy after the first in other words: of the words of five letters or more a
 * third (which ones, the copy and the word decide) have their vowels replaced by others. A word becomes the same one
 * throughout a copy, and in the old text as in the new one, so that each copy has the changes of the first. Numbers and
 * «Article» stay, so that each heading comes again in every copy, and so does the length.
 */
export function copiesOf(blocks: readonly ParsedBlock[], count: number): ParsedBlock[] {
  return Array.from({ length: count }, (_, copy) =>
    copy === 0 ? blocks : blocks.map((block) => ({ ...block, text: reword(block.text, copy) })),
  ).flat()
}

function reword(text: string, copy: number): string {
  return text.replace(longWord, (word) => {
    if (word === 'Article' || hash(word.toLowerCase(), copy) % oneIn !== 0) return word
    return word.replace(/[aeiouy]/g, (vowel) => {
      const places = 1 + (copy % (vowels.length - 1))
      return vowels[(vowels.indexOf(vowel) + places) % vowels.length] ?? vowel
    })
  })
}

/** FNV-1a. */
function hash(word: string, copy: number): number {
  let sum = 0x81_1c_9d_c5 ^ copy
  for (let at = 0; at < word.length; at += 1) {
    sum = Math.imul(sum ^ word.charCodeAt(at), 0x01_00_01_93)
  }
  return (sum ^ (sum >>> 15)) >>> 0
}
