import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from '../../test/properties.ts'

import type { ParsedBlock } from './block.ts'
import { makeBlocks } from './make-blocks.ts'
import { matchBlocks } from './match-blocks.ts'
import { pairBlocks } from './pair-blocks.ts'

const parsed = (text: string, kind: ParsedBlock['kind'] = 'paragraph'): ParsedBlock => ({
  kind,
  level: kind === 'section' ? 3 : 0,
  number: null,
  text,
  marks: [],
})

/** Stands after everything in the old text and before everything in the new one, so that nothing is in its place. */
const between = parsed(
  'Le fleuve descend des montagnes vers la mer, large et lent, sous un ciel gris.',
)

const match = (old: readonly ParsedBlock[], now: readonly ParsedBlock[]) =>
  [...pairBlocks([...old, between], [between, ...now]).places]
    .map((from, to): [number, number] => [from, to - 1])
    .filter(([from, to]) => from >= 0 && to >= 0)

const list = 'Chaque commune publie la liste de ses services et la met à jour chaque année.'
const language = 'Les services publics parlent la langue de toutes celles à qui ils s’adressent.'

test('blocks that were moved and edited are known by three words in five', () => {
  const old = [parsed(list), parsed(language)]
  const now = [
    parsed(language.replace('parlent', 'parlent et écrivent')),
    parsed(list.replace('publie', 'affiche')),
  ]
  assert.deepEqual(match(old, now), [
    [1, 0],
    [0, 1],
  ])
  const half = 'Chaque commune publie la liste de ses agents et la garde secrète pendant dix ans.'
  assert.deepEqual(match([parsed(list)], [parsed(half)]), [])
})

test('a heading is a heading', () => {
  const edited = list.replace('publie', 'affiche')
  assert.deepEqual(match([parsed(list, 'section')], [parsed(edited)]), [])
  assert.deepEqual(match([parsed(list, 'section')], [parsed(edited, 'section')]), [[0, 0]])
})

test('few words in common are too few, however alike they are', () => {
  const [old, now] = ['Le délai est de trois mois.', 'Le délai est de deux mois.'].map((text) =>
    parsed(text),
  )
  assert.ok(old && now)
  assert.deepEqual(match([old], [now]), [])
})

const formula = (of: string) =>
  parsed(`L’article ${of} du code des postes et des communications électroniques est modifié.`)
const titled = (n: number) => parsed(`Proposition ${n} : ${language}`, 'section')
const cost = (n: number) => `La mesure ${n} coûte dix millions par an et tient en une page.`

test('a formula with other numbers is something else; numbers may be added, and few replaced', () => {
  assert.deepEqual(match([formula('L. 36-11')], [formula('L. 32-3')]), [])
  assert.deepEqual(match([formula('L. 36-11')], [formula('L. 36-11 et 12')]), [[0, 0]])
  assert.deepEqual(match([titled(4)], [titled(2)]), [[0, 0]])
})

test('where two are as alike, nobody can tell which one it was', () => {
  const edited = parsed(list.replace('publie', 'affiche'))
  assert.deepEqual(match([parsed(list), parsed(list)], [edited]), [])
  assert.deepEqual(match([parsed(list)], [edited, parsed(list.replace('publie', 'tient'))]), [])
  const many = Array.from({ length: 60 }, (_, at) => parsed(cost(at)))
  assert.deepEqual(match(many, [parsed(cost(99))]), [])
})

test('what is clearly alike elsewhere is not taken for what is half alike in its place', () => {
  const half = 'Chaque commune publie la liste de ses agents et la garde secrète pendant dix ans.'
  const old = [parsed('Un.'), parsed(half), parsed('Deux.'), parsed(list)]
  const now = [parsed('Un.'), parsed(list.replace('publie', 'tient')), parsed('Deux.')]
  let next = 0
  const blocks = makeBlocks([...old, parsed('Trois.')], 'fr', () => String(next++))
  assert.deepEqual(
    matchBlocks(blocks, [...now, parsed('Trois.')]).known.map((block) => block?.id),
    ['0', '3', '2', '4'],
  )
})

test('whatever the texts, an old block is used once at most, and so is a new one', () => {
  const word = fc.constantFrom('un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit')
  const texts = fc.array(
    fc
      .tuple(
        fc.array(word, { minLength: 7, maxLength: 14 }),
        fc.constantFrom('paragraph' as const, 'section' as const),
      )
      .map(([words, kind]) => parsed(words.join(' '), kind)),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(texts, texts, (some, others) => {
      const edited = some.map((block) => ({ ...block, text: `${block.text} neuf` })).toReversed()
      for (const now of [others, [...others, ...edited]]) {
        const pairs = match(some, now)
        assert.equal(new Set(pairs.map(([from]) => from)).size, pairs.length)
        assert.equal(new Set(pairs.map(([, to]) => to)).size, pairs.length)
        for (const [from, to] of pairs) {
          assert.equal(some[from]?.kind, now[to]?.kind)
        }
      }
    }),
  )
})

test('of three thousand blocks that were edited and shuffled, each is known again', () => {
  const syllables = ['ba', 'co', 'du', 'fe', 'gi', 'la', 'mo', 'nu', 're', 'si', 'ta', 'vo']
  const vocabulary = syllables.flatMap((one) =>
    syllables.flatMap((two) => syllables.map((three) => `${one}${two}${three}`)),
  )
  // A fixed sequence (Lehmer, 1951): the same blocks at each run.
  let seed = 1
  const next = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below
  const sentence = () =>
    Array.from({ length: 30 }, () => vocabulary[next(vocabulary.length)]).join(' ')
  const old = Array.from({ length: 3000 }, () => parsed(sentence()))
  const order = [...old.keys()].map((at) => ({ at, key: next(1_000_000) }))
  const shuffled = order.toSorted((one, two) => one.key - two.key).map(({ at }) => at)
  const now = shuffled.map((at) => parsed(`${old[at]?.text} et trois mots`))
  let id = 0
  const { known: matched } = matchBlocks(
    makeBlocks(old, 'fr', () => String(id++)),
    now,
  )
  assert.deepEqual(
    matched.map((block) => block?.id),
    shuffled.map(String),
  )
})
