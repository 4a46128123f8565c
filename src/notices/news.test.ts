import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  gatherNews,
  groupTold,
  indexNews,
  type About,
  type Follow,
  type Follower,
  type News,
} from './news.ts'

const said = (number: number, more: Partial<About> = {}): About => {
  const authorId = more.authorId ?? 9
  return {
    number,
    authorId,
    voice: `${authorId} Nour`,
    blocks: [],
    topicId: null,
    thread: [{ number, authorId }],
    ...more,
  }
}

const contribution = (sequence: number, about: About, more: Partial<News> = {}): News => ({
  what: 'contribution',
  sequence,
  reportId: 1,
  id: about.number,
  actorId: about.authorId,
  about: [about],
  blockId: null,
  ...more,
})

const answer = (sequence: number, about: About[]): News => ({
  ...contribution(sequence, said(0)),
  what: 'answer',
  id: 70,
  actorId: 99,
  about,
})

const nothing = { reportId: null, topicId: null, blocks: [], number: null, voice: null, from: 0 }
const follows: Record<Follow['kind'], Follow> = {
  report: { ...nothing, id: 1, kind: 'report', reportId: 1 },
  topic: { ...nothing, id: 5, kind: 'topic', topicId: 6 },
  passage: { ...nothing, id: 2, kind: 'passage', blocks: ['aaa', 'bbb'] },
  contribution: { ...nothing, id: 3, kind: 'contribution', number: 5 },
  person: { ...nothing, id: 4, kind: 'person', voice: '9 Nour' },
}

const follower = (kinds: Follow['kind'][], more: Partial<Follower> = {}): Follower => ({
  personId: 4,
  toldUntil: 0,
  follows: kinds.map((kind) => follows[kind]),
  ended: new Set(),
  answersAtOnce: true,
  ...more,
})

const told = (all: News[], who: Follower) =>
  gatherNews(indexNews(all), who).map(({ news }) => news.sequence)

test('each thing is told once however many ways it is followed, with all that brought it', () => {
  const one = contribution(
    3,
    said(8, {
      blocks: ['aaa'],
      thread: [
        { number: 8, authorId: 9 },
        { number: 5, authorId: 6 },
      ],
    }),
  )
  const all = gatherNews(
    indexNews([one]),
    follower(['report', 'passage', 'contribution', 'person']),
  )
  assert.equal(all.length, 1)
  assert.deepEqual(all[0]?.by.toSorted(), [1, 2, 3, 4])
  assert.equal(all[0]?.about.length, 1)
})

test('what was told before is not told again, nor what was there before one followed', () => {
  const all = [1, 2, 3].map((sequence) => contribution(sequence, said(sequence + 10)))
  assert.deepEqual(told(all, follower(['report'], { toldUntil: 2 })), [3])
  const since = { ...follows.report, from: 1 }
  assert.deepEqual(told(all, follower([], { follows: [since] })), [3, 2])
})

test('nobody is told of their own acts', () => {
  const own = contribution(1, said(11, { authorId: 4 }))
  assert.deepEqual(told([own], follower(['report'])), [])
  assert.deepEqual(told([{ ...answer(2, [said(5)]), actorId: 4 }], follower(['contribution'])), [])
})

test('a topic is followed by what speaks of it, and of no other', () => {
  const all = [
    contribution(1, said(1, { topicId: 6 })),
    contribution(2, said(2, { topicId: 7 })),
    contribution(3, said(3)),
    answer(4, [said(1, { topicId: 6 }), said(2, { topicId: 7 })]),
  ]
  assert.deepEqual(told(all, follower(['topic'])), [4, 1])
  const [first] = gatherNews(indexNews(all), follower(['topic']))
  assert.deepEqual(
    first?.about.map(({ number }) => number),
    [1],
  )
})

test('a passage is followed into what it became, and no other is', () => {
  const all = [
    contribution(1, said(1, { blocks: ['bbb'] })),
    contribution(2, said(2, { blocks: ['ccc'] })),
  ]
  assert.deepEqual(told(all, follower(['passage'])), [1])
  const changed = {
    ...contribution(3, said(0)),
    what: 'passage' as const,
    about: [],
    blockId: 'aaa',
  }
  assert.deepEqual(told([changed], follower(['passage'])), [3])
  assert.deepEqual(told([changed], follower(['report'])), [])
})

test('of an author only what they say by that name is told', () => {
  const otherwise = contribution(1, said(1, { voice: '9 Un pseudonyme' }))
  const nameless = contribution(2, said(2, { voice: null }))
  const so = contribution(3, said(3))
  assert.deepEqual(told([otherwise, nameless, so], follower(['person'])), [3])
  assert.deepEqual(told([answer(4, [said(3)])], follower(['person'])), [])
})

test('what is below one’s own words is told by itself, until one ends it', () => {
  const reply = contribution(
    2,
    said(6, {
      thread: [
        { number: 6, authorId: 9 },
        { number: 5, authorId: 4 },
      ],
    }),
  )
  assert.deepEqual(told([reply], follower([])), [2])
  assert.deepEqual(told([reply], follower([], { ended: new Set([5]) })), [])
})

test('an answer to several is told once; what is told at once is not told again', () => {
  const own = said(5, { authorId: 4 })
  const both = answer(3, [own, said(6)])
  assert.deepEqual(told([both], follower([], { answersAtOnce: false })), [3])
  assert.deepEqual(told([both], follower([])), [])
  const [one] = gatherNews(indexNews([both]), follower(['report']))
  assert.deepEqual(
    one?.about.map(({ number }) => number),
    [6],
  )
})

test('news stand by report and then by passage, the newest first', () => {
  const all = [
    contribution(1, said(1, { blocks: ['aaa'] })),
    contribution(2, said(2)),
    contribution(3, said(3, { blocks: ['ccc', 'aaa'] })),
    contribution(4, said(4), { reportId: 2 }),
  ]
  const both = follower(['report'], {
    follows: [follows.report, { ...follows.report, id: 8, reportId: 2 }],
  })
  const groups = groupTold(gatherNews(indexNews(all), both))
  assert.deepEqual(
    groups.map(({ reportId, passages }) => [
      reportId,
      passages.map(({ blockId, items }) => [blockId, items.map(({ news }) => news.sequence)]),
    ]),
    [
      [2, [[null, [4]]]],
      [
        1,
        [
          ['aaa', [3, 1]],
          [null, [2]],
        ],
      ],
    ],
  )
})
