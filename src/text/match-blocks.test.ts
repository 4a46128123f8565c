import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from '../../test/properties.ts'

import type { Block, ParsedBlock } from './block.ts'
import { makeBlocks } from './make-blocks.ts'
import { matchBlocks } from './match-blocks.ts'

const parsed = (text: string, kind: ParsedBlock['kind'] = 'paragraph'): ParsedBlock => ({
  kind,
  level: kind === 'section' ? 3 : 0,
  number: null,
  text,
  marks: [],
})

/** Blocks whose ids are their places: a, b, c… */
function blocksOf(texts: readonly ParsedBlock[]): Block[] {
  let next = 0
  return makeBlocks(texts, 'fr', () => String.fromCodePoint(97 + next++))
}

const idsOf = (old: readonly ParsedBlock[], now: readonly ParsedBlock[]) =>
  matchBlocks(blocksOf(old), now)
    .known.map((block) => block?.id ?? '-')
    .join('')

const paragraphs = (...texts: string[]) => texts.map((text) => parsed(text))

test('a block that says the same is the same, wherever it was moved to', () => {
  const old = paragraphs('Un deux.', 'Trois quatre.', 'Cinq six.', 'Sept huit.')
  const [one, two, three, four] = old
  assert.ok(one && two && three && four)
  assert.equal(idsOf(old, old), 'abcd')
  assert.equal(idsOf(old, [four, one, two, three]), 'dabc')
  assert.equal(idsOf(old, [two, three, four, one]), 'bcda')
  assert.equal(idsOf(old, [one, parsed('Neuf.'), four]), 'a-d')
  assert.equal(idsOf(old, []), '')
  assert.equal(idsOf([], old), '----')
})

const section = (name: string): ParsedBlock[] => [
  parsed(name, 'section'),
  ...paragraphs(`Mots de ${name}.`, 'Sans suite.', 'Vu.'),
]

test('a section that is moved takes along what other sections say as well', () => {
  const [one, two, three] = ['Un', 'Deux', 'Trois'].map(section)
  assert.ok(one && two && three)
  assert.equal(idsOf([...one, ...two, ...three], [...three, ...one, ...two]), 'ijklabcdefgh')
  assert.equal(idsOf([...one, ...two, ...three], [...three, ...two, ...one]), 'ijklefghabcd')
  assert.equal(idsOf(one, section('Autre')), 'abcd')
})

test('an edited block is known by half its words, between the same neighbours', () => {
  const old = paragraphs('Premier.', 'Chaque commune publie la liste.', 'Dernier.')
  const worded = (text: string) => idsOf(old, paragraphs('Premier.', text, 'Dernier.'))
  assert.equal(worded('Chaque commune affiche la liste.'), 'abc')
  assert.equal(worded('CHAQUE  commune publie, la liste'), 'abc')
  assert.equal(worded('Tout autre chose que cela.'), 'a-c')
})

test('of two that are alike, the most alike is the one; none takes another’s place', () => {
  const old = paragraphs('un deux trois quatre cinq', 'un deux trois six sept')
  assert.equal(idsOf(old, paragraphs('un deux trois six sept huit')), 'b')
  assert.equal(
    idsOf(old, paragraphs('un deux trois quatre cinq huit', 'un deux trois six sept huit')),
    'ab',
  )
})

test('a heading becomes another heading, never a paragraph', () => {
  const old = [parsed('De la clarté des services', 'section'), parsed('Un mot.')]
  const heading = parsed('De la clarté des services publics', 'section')
  assert.equal(idsOf(old, [heading, parsed('Un mot.')]), 'ab')
  assert.equal(idsOf(old, [parsed('De la clarté des services publics'), parsed('Un mot.')]), '-b')
})

test('repeated blocks are matched in their order', () => {
  const old = paragraphs('Supprimé.', 'Un.', 'Supprimé.', 'Deux.', 'Supprimé.')
  assert.equal(idsOf(old, old), 'abcde')
  assert.equal(idsOf(old, old.slice(1)), 'bcde')
})

test('whatever the texts, no block is given twice, and equal texts keep every block', () => {
  const text = fc
    .array(fc.constantFrom('un', 'deux', 'trois', 'quatre', 'cinq', 'six'), { maxLength: 5 })
    .map((words) => words.join(' '))
  const texts = fc.array(
    fc
      .tuple(text, fc.constantFrom('paragraph' as const, 'section' as const))
      .map(([words, kind]) => parsed(words, kind)),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(texts, texts, (old, now) => {
      const ids = matchBlocks(blocksOf(old), now).known.flatMap((block) => block?.id ?? [])
      assert.equal(new Set(ids).size, ids.length)
      assert.deepEqual(
        matchBlocks(blocksOf(old), old).known.map((block) => block?.id),
        blocksOf(old).map(({ id }) => id),
      )
    }),
  )
})

test('a text that comes once is found again in whatever order the blocks are put', () => {
  const distinct = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}$/), {
    minLength: 1,
    maxLength: 20,
  })
  const shuffled = distinct.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  )
  fc.assert(
    fc.property(shuffled, ([old, now]) => {
      const { known: matched } = matchBlocks(blocksOf(paragraphs(...old)), paragraphs(...now))
      assert.deepEqual(
        matched.map((block) => block?.text),
        now,
      )
    }),
  )
})

test('a long text whose every block was edited is matched', () => {
  const old = Array.from({ length: 3000 }, (_, at) => parsed(`le texte de la mesure ${at} est là`))
  const now = old.map(({ text }) => parsed(`${text} aussi`))
  const blocks = blocksOf(old)
  const { known: matched } = matchBlocks(blocks, now)
  assert.ok(matched.filter((block) => block !== null).length > 2900)
})
