import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assert as check, array, boolean, integer, property, tuple } from '../../test/properties.ts'
import { keptPart, wordFollower } from './follow-words.ts'

const follow = (before: string, after: string, words: string) => {
  const start = before.indexOf(words)
  const found = wordFollower(before, after)({ start, end: start + words.length })
  return found && [after.slice(found.start, found.end), Math.round(found.kept * 100)]
}

test('words are followed past what changes around them', () => {
  const before = 'Chaque commune publie la liste des services qu’elle rend.'
  const after =
    'Depuis 2026, chaque commune publie en mairie la liste des services qu’elle rend, et paie.'
  assert.deepEqual(follow(before, after, 'la liste des services'), ['la liste des services', 100])
  assert.deepEqual(follow(before, before, before), [before, 100])
})

test('a reworded edge brings its new words along, and what is put in beside does not', () => {
  const before = 'Un. Le délai est de trois mois. Deux.'
  assert.deepEqual(
    follow(before, 'Un. Le délai est de huit jours. Deux.', 'Le délai est de trois mois.'),
    ['Le délai est de huit jours.', 57],
  )
  const beside = 'Un. Nouveau. Le délai est de trois mois. Tout autre chose. Deux.'
  assert.deepEqual(follow(before, beside, 'Le délai est de trois mois.'), [
    'Le délai est de trois mois.',
    100,
  ])
})

test('signs that stood around a reworded edge stay around it', () => {
  const before = 'La séance est dite « publique et filmée ». Elle est longue.'
  const after = 'La séance est dite « ouverte et enregistrée ». Elle est longue.'
  assert.deepEqual(follow(before, after, 'publique et'), ['ouverte et', 20])
  assert.deepEqual(follow(before, after, 'et filmée'), ['et enregistrée', 25])
  assert.deepEqual(follow(before, after, '« publique et filmée ».'), [
    '« ouverte et enregistrée ».',
    13,
  ])
  assert.deepEqual(follow('Elle est filmée.', 'Elle est enregistrée.', 'est filmée'), [
    'est enregistrée',
    33,
  ])
})

test('words that are gone are nowhere, whatever full stop is left', () => {
  assert.equal(follow('Un. Deux. Trois.', 'Un. Trois.', 'Deux.'), null)
  assert.equal(follow('Un. Deux. Trois.', 'Un. Quatre. Trois.', 'Deux.'), null)
})

test('how much of some words others have is counted in letters, in order', () => {
  assert.equal(keptPart('un deux', 'un deux trois'), 1)
  assert.equal(keptPart('un deux', 'trois'), 0)
  assert.equal(keptPart('…', '…'), 0)
})

/** A word of letters only: numbers are tokens of their own. */
const named = (first: string, at: number) =>
  first + String(at).replace(/\d/g, (digit) => 'efghijklmn'[Number(digit)] ?? '')

/** Words that stand once each, so that what is kept is known; true: kept. */
const edit = array(tuple(boolean(), integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 30 })

test('a range holds every word of it that is kept, and none from around it', () => {
  check(
    property(edit, integer({ min: 0 }), integer({ min: 1, max: 10 }), (words, first, length) => {
      const old = words.map((_, at) => named('a', at))
      const now = words.flatMap(([kept, added], at) => [
        ...(kept ? [named('a', at)] : []),
        ...Array.from({ length: added }, (_, more) => named('bcd'[more] ?? '', at)),
      ])
      const from = first % old.length
      const chosen = old.slice(from, from + length)
      const [before, after] = [old.join(' '), now.join(' ')]
      const start = old.slice(0, from).join(' ').length + (from > 0 ? 1 : 0)
      const found = wordFollower(before, after)({ start, end: start + chosen.join(' ').length })
      const kept = chosen.filter((word) => now.includes(word))
      assert.equal(found === null, kept.length === 0)
      if (!found) return
      const inside = after.slice(found.start, found.end).split(' ')
      assert.deepEqual(
        inside.filter((word) => old.includes(word)),
        kept,
      )
      if (kept[0] === chosen[0]) assert.equal(inside[0], kept[0])
      if (kept.at(-1) === chosen.at(-1)) assert.equal(inside.at(-1), kept.at(-1))
    }),
  )
})
