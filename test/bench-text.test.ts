import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from './properties.ts'
import {
  countByBlock,
  weighArticles,
  weighItems,
  weighStanding,
} from '../scripts/bench/text-changed-words.ts'
import { changesOf, compareItems, untidiedChanges } from '../scripts/bench/text-changes.ts'
import { copiesOf } from '../scripts/bench/text-copies.ts'
import { leastChanged } from '../scripts/bench/text-least.ts'
import { findFaults } from '../scripts/bench/text-recovered.ts'
import { countWordsIn, wordsOf } from '../scripts/bench/text-words.ts'
import { redlineTexts, type ParsedBlock, type RedlineItem } from '../src/text/index.ts'

const block = (text: string, kind: ParsedBlock['kind'] = 'paragraph'): ParsedBlock => ({
  kind,
  level: kind === 'paragraph' ? 0 : 1,
  number: null,
  text,
  marks: [],
})

const texts = {
  old: [
    block('Article 1', 'proposition'),
    block('Le conseil se réunit une fois par an, en séance publique.'),
  ],
  now: [
    block('Article 1', 'proposition'),
    block('Le conseil se réunit deux fois par an, en séance publique.'),
  ],
}

/** What the engine says of them. */
const items = redlineTexts(texts.old, texts.now)

test('a redline that drops a word is found out, and so is a block that stands in no item or in two', () => {
  assert.deepEqual(findFaults(items, texts), [])
  const without = (word: string): RedlineItem[] =>
    items.map((item) => ({
      ...item,
      runs: item.runs.map((run) => ({ ...run, text: run.text.replace(word, '') })),
    }))
  assert.deepEqual(findFaults(without('une'), texts), ['item 1: old text'])
  assert.deepEqual(findFaults(without('deux'), texts), ['item 1: new text'])
  assert.deepEqual(findFaults(without('conseil'), texts), ['item 1: old text', 'item 1: new text'])
  assert.deepEqual(findFaults(items.slice(0, 1), texts), ['old block 1', 'new block 1'])
  assert.deepEqual(findFaults([...items, ...items.slice(1)], texts), ['old block 1', 'new block 1'])
})

test('a word is what spaces part, without the signs at its ends', () => {
  const text = '«L’article 832-1», et/ou (10,5 %) l’an…'
  const words = wordsOf(text)
  assert.deepEqual(
    words.map(({ said }) => said),
    ["L'article", '832-1', 'et/ou', '10,5', "l'an"],
  )
  for (const { start, end, said } of words)
    assert.equal(text.slice(start, end).replaceAll('’', "'"), said)
})

test('a word that a mark cuts through is changed, one beside it is not', () => {
  const words = wordsOf('un deux trois')
  assert.equal(countWordsIn(words, [{ start: 4, end: 5 }]), 1)
  assert.equal(countWordsIn(words, [{ start: 1, end: 3 }]), 1)
  assert.equal(countWordsIn(words, [{ start: 2, end: 3 }]), 0)
  assert.equal(
    countWordsIn(words, [
      { start: 0, end: 1 },
      { start: 9, end: 13 },
    ]),
    2,
  )
})

test('the fewest changed words are those of a longest common subsequence', () => {
  assert.equal(leastChanged('un deux trois', 'un trois'), 1)
  assert.equal(leastChanged('a b c d e', 'c d e a b'), 4)
  assert.equal(leastChanged('a b c a b b a', 'c b a b a c'), 5)
  assert.equal(leastChanged('l’an', "l'an"), 0)
  assert.equal(leastChanged('', 'un deux'), 2)
})

test('no common part has more words than the fewest changes leave', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 })
  fc.assert(
    fc.property(words, words, (old, now) => {
      // Every choice of old words, by its bits: the longest of them that the new ones hold in order.
      let longest = 0
      for (let bits = 0; bits < 2 ** old.length; bits += 1) {
        const chosen = old.filter((_, at) => (bits >> at) % 2 === 1)
        let next = 0
        for (const word of now) if (word === chosen[next]) next += 1
        if (next === chosen.length) longest = Math.max(longest, next)
      }
      const least = leastChanged(old.join(' '), now.join(' '))
      assert.equal(least, old.length + now.length - 2 * longest)
    }),
  )
})

test('words shown as changed are weighed against the fewest, item by item', () => {
  const shown = compareItems(items, texts, (_old, _now, { runs }) => changesOf(runs))
  assert.equal(weighItems(shown).least, 2)
  const whole = compareItems(items, texts, (old, now) => ({
    old: [{ start: 0, end: old.length }],
    now: [{ start: 0, end: now.length }],
  }))
  assert.deepEqual(weighItems(whole), { shown: 22, least: 2, worst: 11 })
  const added = {
    old: [],
    now: [0],
    texts: { old: '', now: 'neuf' },
    changes: changesOf([{ op: 'ins', text: 'neuf' }]),
  }
  assert.deepEqual(weighItems([...whole, added]), weighItems(whole))
})

test('of the engine’s comparison only what is in one text is changed, wherever typography differs', () => {
  const [old, now] = ['L’an,  un deux trois.', "L'an, un quatre trois."]
  const { old: removed, now: added } = untidiedChanges(old, now)
  assert.deepEqual(
    removed.map(({ start, end }) => old.slice(start, end)),
    ['deux'],
  )
  assert.deepEqual(
    added.map(({ start, end }) => now.slice(start, end)),
    ['quatre'],
  )
})

test('changes of typography or of marks alone change no word', () => {
  const runs = [
    { op: 'del', text: 'l’an', note: 'typography' },
    { op: 'ins', text: "l'an", note: 'typography' },
    { op: 'same', text: ' ' },
    { op: 'ins', text: 'neuf' },
  ] as const
  assert.deepEqual(changesOf(runs), { old: [], now: [{ start: 5, end: 9 }] })
})

const article = (number: number, text: string) => [
  block(`Article ${number}`, 'proposition'),
  block(text),
]

test('an article is weighed with what its number holds in the other text, wherever its passages went', () => {
  const [first, second] = ['Une chose dite ici seulement.', 'Une autre chose, dite ailleurs.']
  const pair = {
    old: [...article(1, first), ...article(2, second)],
    now: [...article(1, second), ...article(2, first)],
  }
  const moved = { old: new Map([[1, 0]]), now: new Map([[3, 0]]) }
  assert.deepEqual(weighArticles(moved, pair), { shown: 0, least: leastChanged(first, second) * 2 })
  const said = { old: new Map([[1, 3]]), now: new Map([[3, 2]]) }
  assert.equal(weighArticles(said, pair).shown, 5)
})

test('unchanged paragraphs are those of eight words that stand once in each text', () => {
  const long = 'Un deux trois quatre cinq six sept l’huit.'
  const twice = 'Cette phrase de huit mots est dite deux fois.'
  const pair = {
    old: [block(long), block('Trois petits mots.'), block(twice), block(twice)],
    now: [block('Trois petits mots.'), block(long.replace('’', "'")), block(twice), block(twice)],
  }
  const changed = {
    old: new Map([
      [0, 8],
      [2, 9],
    ]),
    now: new Map([[1, 1]]),
  }
  assert.deepEqual(weighStanding(changed, pair), { words: 16, shown: 9 })
})

test('changed words are counted in the block where they stand, in items of several', () => {
  const pair = {
    old: [block('un deux. trois quatre.')],
    now: [block('un deux.'), block('trois cinq.')],
  }
  const item: RedlineItem = {
    kind: 'split',
    old: [0],
    new: [0, 1],
    runs: [
      { op: 'same', text: 'un deux.' },
      { op: 'del', text: ' trois quatre.' },
      { op: 'ins', text: '\ntrois cinq.' },
    ],
  }
  const shown = compareItems([item], pair, (_old, _now, { runs }) => changesOf(runs))
  assert.deepEqual(countByBlock(shown, pair), {
    old: new Map([[0, 2]]),
    now: new Map([
      [0, 0],
      [1, 2],
    ]),
  })
})

test('copies of a text are told apart by words, and keep length, numbers and their own changes', () => {
  const old = [
    block('Article 7', 'proposition'),
    block(
      'Chaque commune publie la liste de ses services numériques, et le conseil municipal en débat publiquement.',
    ),
  ]
  const now = [
    block('Article 7', 'proposition'),
    block(
      'Chaque commune publie et tient à jour la liste de ses services numériques, et le conseil municipal en débat publiquement.',
    ),
  ]
  const [before, after] = [copiesOf(old, 10), copiesOf(now, 10)]
  assert.equal(before.length, 20)
  const said = before.filter((_, at) => at % 2 === 1).map(({ text }) => text)
  assert.equal(new Set(said).size, 10)
  for (const [at, { text }] of before.entries()) {
    assert.equal(text.length, old[at % 2]?.text.length)
    if (at % 2 === 0) assert.equal(text, 'Article 7')
    else assert.equal(leastChanged(text, after[at]?.text ?? ''), 4)
  }
})
