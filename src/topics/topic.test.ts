import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nothingTyped, readTopic, slugFor, type TypedTopic } from './topic.ts'

const extract = { editionNumber: 1, blockId: 'b', ranges: [{ start: 0, end: 3 }] }
const read = (typed: Partial<TypedTopic>) => readTopic({ ...nothingTyped, ...typed }, () => extract)
const problemsOf = (typed: Partial<TypedTopic>) => {
  const topic = read(typed)
  return topic.ok ? [] : topic.problems.map(({ problem }) => problem)
}
const nobody = { name: '', about: '', place: '', lang: 'fr', words: '' }

test('a topic has a title and something to debate', () => {
  assert.deepEqual(problemsOf({}), ['no-title', 'nothing-to-debate'])
  assert.deepEqual(problemsOf({ title: 'T', questions: ' \n ' }), ['nothing-to-debate'])
  for (const enough of [
    { assertion: 'A' },
    { questions: 'Q ?' },
    { extracts: [{ passage: 'b', quote: '' }] },
  ])
    assert.deepEqual(problemsOf({ title: 'T', ...enough }), [])
})

test('one question stands on each line, and what was left empty is nothing', () => {
  const topic = read({
    title: ' Un  titre ',
    questions: 'Une ?\n\n  Deux ?  \n',
    extracts: [
      { passage: '', quote: '' },
      { passage: 'b', quote: '' },
    ],
    testimonies: [nobody, { ...nobody, name: 'Awa', words: ' Oui. ', lang: 'xx' }],
    moderation: 'before',
  })
  assert.ok(topic.ok)
  assert.deepEqual(topic.topic, {
    title: 'Un titre',
    assertion: null,
    questions: ['Une ?', 'Deux ?'],
    extracts: [extract],
    testimonies: [{ name: 'Awa', about: null, place: null, lang: 'fr', words: 'Oui.' }],
    beforePublication: true,
  })
})

test('a problem of a testimony says which one it is of', () => {
  const topic = read({
    title: 'T',
    assertion: 'A',
    testimonies: [nobody, { ...nobody, words: 'Sans nom.' }],
  })
  assert.deepEqual(topic, { ok: false, problems: [{ problem: 'no-name', at: 1 }] })
  const many = Array.from({ length: 21 }, () => ({ ...nobody, name: 'A', words: 'B' }))
  assert.deepEqual(problemsOf({ title: 'T', assertion: 'A', testimonies: many }), [
    'too-many-testimonies',
  ])
})

test('an address is made of letters and digits, and is nobody else’s', () => {
  assert.equal(slugFor('À qui la donnée ? L’œuvre n° 2', []), 'a-qui-la-donnee-l-oeuvre-n-2')
  assert.equal(slugFor('مدينة', []), 'debate')
  assert.equal(slugFor('Débat', ['debat', 'debat-2']), 'debat-3')
  const long = slugFor('mot '.repeat(60), [])
  assert.ok(long.length <= 60 && !long.endsWith('-'))
  assert.ok(slugFor('mot '.repeat(60), [long]).length <= 80)
})
