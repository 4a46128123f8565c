import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkContent, keptContent, limits, type Typed } from './content.ts'
import { kinds, kindsFor } from './contribution.ts'

const typed = (words: Partial<Typed> = {}): Typed => ({
  title: 'Un titre',
  body: 'Un texte.',
  explanation: '',
  link: 'https://example.org',
  place: 'Ici',
  ...words,
})

test('what holds all its fields can be published', () => {
  for (const kind of kinds) assert.deepEqual(checkContent(kind, 'for', typed()), [], kind)
})

test('each kind asks for what it needs, and for nothing else', () => {
  const nothing = typed({ title: ' ', body: '', link: '\t', place: '\u200B' })
  const problems = Object.fromEntries(
    kinds.map((kind) => [kind, checkContent(kind, null, nothing)]),
  )
  assert.deepEqual(problems, {
    remark: ['no-body'],
    question: ['no-body'],
    argument: ['no-stance', 'no-body'],
    source: ['no-title', 'no-link', 'no-body'],
    amendment: ['no-body'],
    'new-proposition': ['no-title', 'no-body'],
    'local-success': ['no-title', 'no-place', 'no-body'],
  })
})

test('what may be left empty may be left empty', () => {
  assert.deepEqual(checkContent('local-success', null, typed({ link: ' ' })), [])
  assert.deepEqual(checkContent('new-proposition', null, typed({ explanation: ' ' })), [])
})

test('a limit is the last length that is allowed, not counting the white space around', () => {
  const reach = (field: 'title' | 'body' | 'explanation' | 'place', more: number) => {
    const kind = field === 'place' ? 'local-success' : 'new-proposition'
    const words = ` ${'x'.repeat(limits[field] + more)}\n`
    return checkContent(kind, null, typed({ [field]: words }))
  }
  for (const field of ['title', 'body', 'explanation', 'place'] as const) {
    assert.deepEqual(reach(field, 0), [], field)
    assert.deepEqual(reach(field, 1), [`${field}-too-long`])
  }
  const link = 'https://example.org/'.padEnd(limits.link, 'x')
  assert.deepEqual(checkContent('source', null, typed({ link })), [])
  assert.deepEqual(checkContent('source', null, typed({ link: `${link}x` })), ['link-too-long'])
})

test('words are kept without what stands around them, and only those that the kind has', () => {
  const words = typed({ title: '  Un\n titre ', body: '\n Un texte. ', place: ' ', link: ' ' })
  assert.deepEqual(keptContent('local-success', words), {
    title: 'Un titre',
    body: 'Un texte.',
    explanation: null,
    link: null,
    place: null,
    wording: null,
  })
  const { title, link, place } = keptContent('remark', typed())
  assert.deepEqual([title, link, place], [null, null, null])
})

test('what is optional and cannot be seen is not kept', () => {
  assert.equal(keptContent('local-success', typed({ link: '\u200B' })).link, null)
})

test('each thing is spoken of in the kinds that have a place there', () => {
  const talk = ['remark', 'question', 'argument', 'source']
  assert.deepEqual(kindsFor('report'), [...talk, 'new-proposition', 'local-success'])
  assert.deepEqual(kindsFor('heading'), kinds)
  assert.deepEqual(kindsFor('passage'), [...talk, 'amendment', 'local-success'])
  assert.deepEqual(kindsFor('contribution'), [...talk, 'local-success'])
})
