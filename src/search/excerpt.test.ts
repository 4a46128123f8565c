import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from '../../test/properties.ts'
import { splitSentences } from '../text/index.ts'
import { excerptOf, markWords, mayBeWanted, wordsIn } from './excerpt.ts'

const marked = (pieces: { text: string; found: boolean }[]) =>
  pieces.map(({ text, found }) => (found ? `[${text}]` : text)).join('')
const onOneLine = (text: string) => text.replaceAll('\t', ' · ').replaceAll('\n', ' ')
const shown = (text: string, ...words: string[]) => {
  const excerpt = excerptOf(text, splitSentences(text, 'fr'), new Set(words))
  return `${excerpt.before ? '… ' : ''}${marked(excerpt.pieces)}${excerpt.after ? ' …' : ''}`
}

test('words are marked as they stand in the text, whole, wherever they stand', () => {
  assert.equal(
    marked(markWords('L’élue, les Élus ; élue-maire', new Set(['élue', 'Élus']))),
    'L’[élue], les [Élus] ; [élue]-maire',
  )
  assert.equal(marked(markWords('Lʼélue', new Set(['élue']))), 'Lʼ[élue]')
  assert.deepEqual(wordsIn('l’œuvre\tn°2 : 3,5 km'), ['l', 'œuvre', 'n', '2', '3', '5', 'km'])
})

test('the sentence that holds most of the words is shown, with the short ones after it', () => {
  const text = `La ville est là. ${'Elle dort longtemps. '.repeat(12)}La ville ouvre ses données. Fin.`
  assert.equal(shown(text, 'ville', 'données'), '… La [ville] ouvre ses [données]. Fin.')
  assert.match(shown(text, 'ville'), /^La \[ville\] est là\. Elle dort .*\. …$/)
})

test('of a very long sentence, whole words around the first that was found', () => {
  const text = `${'mot '.repeat(200)}trouvé ${'suite '.repeat(200)}`.trim()
  const excerpt = shown(text, 'trouvé')
  assert.match(excerpt, /^… (mot )+\[trouvé\]( suite)+ …$/)
  assert.ok(excerpt.length < 350)
  assert.ok(shown('x'.repeat(5000), 'x'.repeat(5000)).includes('[xxx'))
})

const shownFrom = (text: string, start: number) =>
  marked(excerptOf(text, [{ start, end: text.length }], new Set()).pieces)

test('an excerpt that begins in the middle begins with a word, or with what opens it', () => {
  // The cut falls among the words before the first that was found, wherever the signs stand.
  for (const [sign, opening] of [
    [':', ''],
    ['»', ''],
    ['–', ''],
    ['…', ''],
    ['', '« '],
    ['', '('],
  ]) {
    for (let before = 80; before <= 120; before += 1) {
      const lead = `${opening}mot ${'a '.repeat(before / 2)}`.slice(0, before)
      const text = `${'x'.repeat(300)} ${sign} ${lead} trouvé ${'suite '.repeat(20)}`
      assert.match(shown(text, 'trouvé'), /^… [«(]?[\s\u00a0]?\p{L}/u)
    }
  }
  assert.equal(shownFrom('… : la ville.', 0), '… : la ville.', 'as its author began it')
  assert.equal(shownFrom('Un mot : ;', 7), ': ;', 'where there is nothing else')
})

test('no character is cut in two, where there is no space to cut at', () => {
  const { pieces } = excerptOf(`a${'𠀀'.repeat(400)}`, [], new Set())
  assert.ok(pieces.every(({ text }) => text.isWellFormed() && text.length > 300))
})

test('cells and lines of a table are shown one after the other', () => {
  assert.equal(
    shown('Demande\tDélai\nÉcrite\t3 mois', 'Délai'),
    'Demande · [Délai] Écrite · 3 mois',
  )
})

test('whatever the text, what is shown stands in it, and what is marked was found', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 900 }), fc.nat(20), (text, at) => {
      const words = wordsIn(text)
      const found = new Set(words.slice(at, at + 2))
      const { pieces } = excerptOf(text, splitSentences(text, 'fr'), found)
      const all = pieces.map((piece) => piece.text).join('')
      assert.ok(onOneLine(text).includes(all))
      for (const piece of pieces) if (piece.found) assert.ok(found.has(piece.text))
      assert.equal(marked(markWords(text, new Set())), onOneLine(text))
    }),
  )
})

test('few words have to be stemmed: those that begin as a wanted one, but in Arabic all', () => {
  const texts = ['Œuvre ouverte, Élève émérite et données', 'encore']
  assert.deepEqual(mayBeWanted(texts, 'oeuvres', 'french'), ['Œuvre', 'ouverte'])
  assert.deepEqual(mayBeWanted(texts, 'eleves', 'french'), ['Élève', 'émérite', 'et', 'encore'])
  assert.deepEqual(mayBeWanted(['المدن كبيرة'], 'مدن', 'arabic'), ['المدن', 'كبيرة'])
})
