import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namedOnly, type Contribution } from './contribution.ts'
import { orderThread } from './thread.tsx'

const reply = (number: number, replyTo: number): Contribution => ({
  number,
  replyTo,
  thread: 1,
  reportId: 1,
  kind: 'remark',
  stance: null,
  state: 'published',
  imported: null,
  authorId: 1,
  author: namedOnly('Nour', 'citizen'),
  lang: 'fr',
  editionNumber: 1,
  passage: null,
  topic: null,
  base: null,
  content: { title: null, body: 'x', explanation: null, link: null, place: null, wording: null },
  attachments: [],
  cut: null,
  revision: 1,
  publishedAt: new Date(0),
  revisedAt: new Date(0),
  withdrawnAt: null,
  settledAt: null,
})
const placesIn = (replies: Contribution[], root = 1) =>
  orderThread(replies, root).map(({ contribution, depth }) => [contribution.number, depth])

test('each reply stands below what it answers, the oldest first', () => {
  const replies = [reply(2, 1), reply(3, 1), reply(4, 2), reply(5, 3), reply(6, 2)]
  assert.deepEqual(placesIn(replies), [
    [2, 0],
    [4, 1],
    [6, 1],
    [3, 0],
    [5, 1],
  ])
})

test('a thread of thousands of replies to replies is put in order, and not indented for ever', () => {
  const chain = Array.from({ length: 5000 }, (_, at) => reply(at + 2, at + 1))
  const places = placesIn(chain)
  assert.equal(places.length, 5000)
  assert.deepEqual(
    places.slice(0, 6).map(([, depth]) => depth),
    [0, 1, 2, 3, 3, 3],
  )
})

test('a thread is read from any of its replies', () => {
  assert.deepEqual(placesIn([reply(4, 2), reply(5, 4)], 2), [
    [4, 0],
    [5, 1],
  ])
})
