import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from '../../test/properties.ts'
import { merge } from './merge.ts'

const base = 'Chaque commune publie la liste. Elle dit qui la tient. Elle est relue chaque année.'
const edit = (from: string, to: string, text = base) => text.replace(from, to)

test('changes to different sentences are both made, equal ones once', () => {
  const one = edit('Chaque commune', 'Toute collectivité')
  const other = edit('chaque année', 'tous les six mois')
  const both = edit('chaque année', 'tous les six mois', one)
  assert.deepEqual(merge(base, one, other), { kind: 'merged', text: both })
  assert.deepEqual(merge(base, both, other), { kind: 'merged', text: both })
  assert.deepEqual(merge(base, one, one), { kind: 'merged', text: one })
})

test('two changes to one sentence are a conflict, with a draft where both can stand', () => {
  const one = edit('Chaque commune', 'Toute collectivité')
  const merged = merge(base, one, edit('la liste', 'l’inventaire'))
  assert.deepEqual(merged, {
    kind: 'conflict',
    conflicts: [
      {
        base: 'Chaque commune publie la liste',
        current: 'Toute collectivité publie la liste',
        amended: 'Chaque commune publie l’inventaire',
      },
    ],
    draft: edit('la liste', 'l’inventaire', one),
  })
  const same = merge(base, one, edit('Chaque commune', 'La commune'))
  assert.equal(same.kind === 'conflict' && same.draft, one)
})

test('a sentence that one takes out and another changes is a conflict', () => {
  const out = edit('Elle dit qui la tient. ', '')
  assert.equal(merge(base, out, edit('qui la tient', 'qui l’entretient')).kind, 'conflict')
})

test('a sentence put in between is no conflict with its neighbours, but with another put in there', () => {
  const put = (sentence: string, text = base) => edit('la liste. ', `la liste. ${sentence} `, text)
  const one = edit('Chaque commune', 'Toute collectivité')
  assert.deepEqual(merge(base, one, put('Nul n’en est dispensé.')), {
    kind: 'merged',
    text: put('Nul n’en est dispensé.', one),
  })
  assert.equal(merge(base, put('Un mot de plus.'), put('Autre chose encore.')).kind, 'conflict')
})

test('words put at the beginning or at the end of a sentence change it', () => {
  const words = edit('publie', 'tient')
  for (const [from, to] of [
    ['Chaque commune', 'Dit-on, chaque commune'],
    ['la liste.', 'la liste (ou pas).'],
    ['la liste.', 'la liste, et vite.'],
  ] as const)
    assert.equal(merge(base, words, edit(from, to)).kind, 'conflict', to)
  const title = 'Le droit de passer par quelqu’un'
  assert.equal(
    merge(title, `${title} de confiance`, title.replace('droit', 'devoir')).kind,
    'conflict',
  )
  assert.equal(
    merge(title, `Voici la règle. ${title}`, title.replace('droit', 'devoir')).kind,
    'merged',
  )
  const last = edit('chaque année.', 'chaque année. Elle est lue.')
  assert.equal(merge(base, last, edit('relue', 'vue')).kind, 'merged')
  assert.equal(merge(base, last, edit('année.', 'année. Elle est crue.')).kind, 'conflict')
})

/** Ten hands, each of which words some of the sentences anew. */
const sentences = Array.from({ length: 8 }, (_, at) => `Phrase ${at} dit ceci de la mesure ${at}.`)
const text = sentences.join(' ')
const hand = fc.array(
  fc.tuple(fc.nat(7), fc.constantFrom('cela', 'autre chose', 'ceci et cela', 'rien')),
  { minLength: 1, maxLength: 2 },
)
const wordedBy = (changes: readonly [number, string][]) =>
  sentences
    .map((sentence, at) =>
      changes.reduce(
        (now, [which, word]) => (which === at ? sentence.replace('ceci', word) : now),
        sentence,
      ),
    )
    .join(' ')

/** Accepts amendments in an order; in what was accepted no word may be lost. */
function accept(order: readonly [number, string][][]): { now: string; refused: number } {
  let [now, refused] = [text, 0]
  for (const changes of order) {
    const merged = merge(text, now, wordedBy(changes))
    if (merged.kind === 'conflict') {
      refused += 1
      continue
    }
    now = merged.text
    for (const at of new Set(changes.map(([which]) => which))) {
      const last = changes.findLast(([which]) => which === at)?.[1] ?? ''
      assert.ok(now.includes(`Phrase ${at} dit ${last} de`), 'an accepted word is lost')
    }
  }
  return { now, refused }
}

test('ten amendments in any order give the same text, or the same conflicts, and no accepted word is lost', () => {
  const hands = fc.array(hand, { minLength: 2, maxLength: 10 })
  const shuffled = hands.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  )
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      const [first, second] = [accept(one), accept(other)]
      assert.equal(first.refused > 0, second.refused > 0)
      if (first.refused === 0) assert.equal(first.now, second.now)
    }),
    { numRuns: 500 },
  )
})

test('whose text comes first makes no difference, and what one left alone is as the other made it', () => {
  const worded = fc
    .array(fc.constantFrom('un', 'deux', 'trois.', 'Quatre', 'cinq.'), { maxLength: 12 })
    .map((all) => all.join(' '))
  fc.assert(
    fc.property(worded, worded, worded, (was, one, other) => {
      const [merged, turned] = [merge(was, one, other), merge(was, other, one)]
      assert.equal(merged.kind, turned.kind)
      if (merged.kind === 'merged' && turned.kind === 'merged')
        assert.equal(merged.text, turned.text)
      assert.deepEqual(merge(was, was, other), { kind: 'merged', text: other })
      assert.deepEqual(merge(was, one, was), { kind: 'merged', text: one })
    }),
    { numRuns: 2000 },
  )
})
