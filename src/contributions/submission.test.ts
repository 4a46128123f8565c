import assert from 'node:assert/strict'
import { test } from 'node:test'
import { usualSetting } from './hold-store.ts'
import { makeBlocks, type Block } from '../text/index.ts'
import { wholePassage } from './choose-passage.ts'
import { namedOnly, type Contribution } from './contribution.ts'
import type { Place } from './find-place.ts'
import { emptyFields } from './forms.ts'
import { checkSubmission, describeSubmission, saysSame, type Said } from './submission.ts'

const now = new Date('2026-03-01T10:00:00.000Z')
const sha256 = Buffer.alloc(32, 1)
const [author, place] = [
  namedOnly('Nour', 'citizen'),
  {
    report: {
      id: 1,
      slug: 'r',
      title: 'R',
      lang: 'fr',
      authors: null,
      commissioner: null,
      licence: null,
      illustrative: true,
    },
    moderation: usualSetting,
    edition: {
      id: 5,
      reportId: 1,
      number: 2,
      publishedAt: now,
      signedBy: 'Salomé',
      sha256,
      previousSha256: sha256,
      unanswered: [],
    },
    block: null,
    about: null,
    replyTo: null,
  } satisfies Place,
]

function blockOf(kind: Block['kind'], text: string) {
  const [block] = makeBlocks([{ kind, level: 1, number: null, text, marks: [] }], 'fr', () => 'b')
  assert.ok(block)
  return { ...block, sha256 }
}
const passage = { ...place, block: blockOf('paragraph', 'Une phrase. Une autre phrase.') }
const heading = { ...place, block: blockOf('section', 'Un titre') }

const say = (said: Partial<Said> & { body?: string } = {}): Said & { lang: string } => ({
  ...emptyFields,
  kind: 'remark',
  lang: 'fr',
  ...said,
  typed: { ...emptyFields.typed, body: said.body ?? 'Un texte.' },
})
const described = (said: Said & { lang: string }, at: Place): Contribution => ({
  number: 12,
  ...describeSubmission(said, { authorId: 7, author, place: at, attachments: [], now }),
})
const replying = (state: Contribution['state'], thread: number | null = null): Place => ({
  ...place,
  replyTo: { ...described(say(), place), state, thread },
})
const amendment = say({
  kind: 'amendment',
  choice: { ...wholePassage, sentences: [2] },
  wording: 'Autrement.',
})

test('a kind is said where it has a place, and to what is public', () => {
  assert.deepEqual(checkSubmission(say(), place), [])
  assert.deepEqual(checkSubmission(say({ kind: null }), place), ['no-kind'])
  assert.deepEqual(checkSubmission(say({ kind: 'amendment' }), place), ['no-kind'])
  assert.deepEqual(checkSubmission(amendment, passage), [])
  assert.deepEqual(checkSubmission(say({ kind: 'new-proposition' }), passage), ['no-kind'])
  assert.deepEqual(checkSubmission(say({ kind: 'new-proposition' }), heading), ['no-title'])
  assert.deepEqual(checkSubmission(say(), replying('published')), [])
  for (const state of ['withheld', 'withdrawn'] as const)
    assert.deepEqual(checkSubmission(say(), replying(state)), ['target-gone'])
})

test('everything that is wrong is told at once, the passage first', () => {
  const choice = { ...wholePassage, words: 'absents' }
  const said = say({ kind: 'argument', body: ' ', choice })
  assert.deepEqual(checkSubmission(said, passage), ['words-not-found', 'no-stance', 'no-body'])
})

test('a reply belongs to the thread with which it all began', () => {
  assert.equal(described(say(), replying('published')).thread, 12)
  assert.equal(described(say(), replying('published', 3)).thread, 3)
  assert.equal(described(say(), place).thread, null)
})

test('an amendment keeps the sentences and the hash of the block that was read', () => {
  const { base, passage: part, content } = described(amendment, passage)
  assert.deepEqual(base, { sentences: [2], sha256 })
  assert.equal(part?.exact, 'Une autre phrase.')
  assert.deepEqual([part.editionNumber, part.prefix], [2, 'Une phrase. '])
  assert.equal(content.wording, 'Autrement.')
})

test('a side is kept of an argument only, and a wording of an amendment only', () => {
  const { stance, content } = described(say({ stance: 'for', wording: 'Autrement.' }), passage)
  assert.deepEqual([stance, content.wording], [null, null])
  assert.equal(described(say({ kind: 'argument', stance: 'for' }), place).stance, 'for')
})

test('what is sent again is the same when each of its words is', () => {
  const received = described(amendment, passage)
  assert.ok(saysSame(received, amendment, passage))
  const choice = { ...wholePassage, sentences: [1] }
  const others: [Said & { lang: string }, Place][] = [
    [{ ...amendment, wording: 'Tout autrement.' }, passage],
    [{ ...amendment, choice }, passage],
    [{ ...amendment, typed: { ...amendment.typed, body: 'Autre raison.' } }, passage],
    [{ ...amendment, kind: 'remark' }, passage],
    [amendment, { ...passage, edition: { ...passage.edition, number: 1 } }],
    [say(), place],
  ]
  for (const [said, at] of others) assert.equal(saysSame(received, said, at), false)
  const argued = say({ kind: 'argument', stance: 'for' })
  const against = say({ kind: 'argument', stance: 'against' })
  assert.equal(saysSame(described(argued, place), against, place), false)
  assert.equal(saysSame(described(say(), place), say(), replying('published')), false)
})
