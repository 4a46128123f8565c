import { hash } from 'node:crypto'

/** Letters of other alphabets that look like Latin ones: those that disguise French and English words in practice. */
const lookalikes = new Map(
  Object.entries({
    a: 'аɑα',
    b: 'ьƅв',
    c: 'сϲ',
    d: 'ԁ',
    e: 'еєεҽ',
    g: 'ɡց',
    h: 'һհн',
    i: 'іıιӏ',
    j: 'јϳ',
    k: 'кκ',
    m: 'м',
    n: 'пո',
    o: 'оοօσ',
    p: 'рρ',
    q: 'ԛգ',
    r: 'гᴦ',
    s: 'ѕ',
    t: 'тτ',
    u: 'υսц',
    v: 'ѵν',
    w: 'ѡԝω',
    x: 'хχ',
    y: 'уүγ',
    z: 'ᴢ',
  }).flatMap(([latin, others]) => Array.from(others, (other) => [other, latin] as const)),
)

const link = /\bhttps?:\/\/\S+/giu
const unseen = /\p{Default_Ignorable_Code_Point}/gu
const accents = /\p{M}/gu

/**
 * The words of a text as they are compared: without links, accents, capitals, signs that nobody sees, and with look-alike
 * letters as the Latin ones that they stand for. All numbers are one number.
 */
export function foldWords(text: string): string[] {
  const folded = text
    .replaceAll(link, ' ')
    .normalize('NFKC')
    .replaceAll(unseen, '')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(accents, '')
    .replaceAll(/\P{ASCII}/gu, (sign) => lookalikes.get(sign) ?? sign)
    .replaceAll(/\p{N}+/gu, '0')
  return folded.match(/[\p{L}0]+/gu) ?? []
}

/** Words of one shingle. */
const shingleLength = 3

/** Shingles kept of one text: those with the lowest hashes, so that two texts keep the same ones of what they share. */
const sketchLength = 48

/**
 * A sketch of a text: hashes of words that follow one another (Broder 1997, «On the resemblance and containment of
 * documents», with the lowest hashes as sample). In 63 bits, as text: what the database calls bigint.
 */
export function sketch(words: readonly string[]): string[] {
  const hashes = new Set<bigint>()
  for (let at = 0; at + shingleLength <= words.length; at += 1)
    hashes.add(hashOf(words.slice(at, at + shingleLength).join(' ')))
  return [...hashes]
    .toSorted((one, other) => (one < other ? -1 : 1))
    .slice(0, sketchLength)
    .map(String)
}

function hashOf(shingle: string): bigint {
  return hash('sha256', shingle, 'buffer').readBigUInt64BE() >> 1n
}
