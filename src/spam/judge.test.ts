import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judge, thresholds, type Facts, type Sign } from './judge.ts'

const day = 24 * 3600 * 1000

/** Somebody who has been here for long says something of their own, from a network that nothing is known of. */
const plain: Facts = {
  trapped: false,
  form: 120_000,
  characters: 200,
  account: { age: 400 * day, trusted: false, held: 0, sameWords: 0 },
  network: null,
  links: [],
  text: { known: 0, copied: 0, shingles: 30, original: false },
}
const account = (changed: Partial<Facts['account']>) => ({ ...plain.account, ...changed })
const text = (changed: Partial<Facts['text']>) => ({ ...plain.text, ...changed })
const network = (changed: Partial<NonNullable<Facts['network']>>) => ({
  newPosts: 0,
  posts: 0,
  held: 0,
  ...changed,
})

test('each sign is of what it says, and what is just within is none', () => {
  const cases: [Sign, Partial<Facts>, Partial<Facts>][] = [
    ['hidden-field', { trapped: true }, {}],
    ['too-fast', { form: 2999 }, { form: 3000 }],
    ['hasty', { form: 10_000, characters: 151 }, { form: 10_000, characters: 150 }],
    ['form-unsigned', { form: 'unsigned' }, {}],
    ['form-replayed', { form: 'replayed' }, {}],
    [
      'new-account',
      { account: account({ age: 14 * day - 1 }) },
      { account: account({ age: 14 * day }) },
    ],
    ['held-before', { account: account({ held: 2 }) }, { account: account({ held: 1 }) }],
    ['link', { links: [{ shared: false, suspect: false }] }, {}],
    [
      'many-links',
      { links: Array.from({ length: 3 }, () => ({ shared: false, suspect: false })) },
      { links: Array.from({ length: 2 }, () => ({ shared: false, suspect: false })) },
    ],
    [
      'linked-domain',
      { links: [{ shared: false, suspect: true }] },
      { links: [{ shared: true, suspect: true }] },
    ],
    [
      'shared-domain',
      { links: [{ shared: true, suspect: true }] },
      { links: [{ shared: true, suspect: false }] },
    ],
    ['copied-text', { text: text({ copied: 0.75 }) }, { text: text({ copied: 0.74 }) }],
    ['campaign-text', { text: text({ known: 0.6 }) }, { text: text({ known: 0.59 }) }],
    [
      'says-it-again',
      { account: account({ sameWords: 3 }) },
      { account: account({ sameWords: 2 }) },
    ],
  ]
  for (const [sign, shown, within] of cases) {
    assert.ok(judge({ ...plain, ...shown }).signs.includes(sign), sign)
    assert.ok(!judge({ ...plain, ...within }).signs.includes(sign), `not ${sign}`)
  }
})

test('a network is busy for new accounts only', () => {
  const busy = { network: network({ newPosts: thresholds.busyNetwork }) }
  const young = { account: account({ age: day }) }
  assert.deepEqual(judge({ ...plain, ...busy }).signs, [])
  assert.deepEqual(judge({ ...plain, ...busy, ...young }).signs, ['new-account', 'busy-network'])
})

test('short words are said by many, and many times', () => {
  const short = { known: 1, copied: 1, shingles: thresholds.leastShingles - 1 }
  const said = { ...plain, text: text(short), account: account({ sameWords: 9 }) }
  assert.deepEqual(judge(said), { held: false, signs: [] })
})

test('whoever said it first copies nobody, and still does not say it ever again', () => {
  const first = { ...plain, text: text({ known: 1, copied: 1, original: true }) }
  assert.deepEqual(judge(first).signs, [])
  assert.deepEqual(judge({ ...first, account: account({ sameWords: 3 }) }).signs, ['says-it-again'])
})

test('a new account with one link is not held; with a name that many new ones link to it is', () => {
  const young = { account: account({ age: day }) }
  const link = { shared: false, suspect: false }
  assert.equal(judge({ ...plain, ...young, links: [link] }).held, false)
  assert.equal(judge({ ...plain, ...young, links: [{ ...link, suspect: true }] }).held, true)
})

test('a network that stands well eases what its links weigh, and nothing else', () => {
  const young = { account: account({ age: day }), links: [{ shared: true, suspect: true }] }
  const well = { network: network({ posts: 10, held: 1 }) }
  assert.equal(judge({ ...plain, ...young }).held, true)
  assert.equal(judge({ ...plain, ...young, ...well }).held, false)
  const badly = { network: network({ posts: 10, held: 2 }) }
  assert.equal(judge({ ...plain, ...young, ...badly }).held, true)
  assert.equal(judge({ ...plain, ...well, trapped: true }).held, true)
})

test('whom editors have accepted is trusted with links, and needs more than one sign to be held', () => {
  const trusted = { account: account({ age: day, trusted: true, held: 5 }) }
  const links = [{ shared: false, suspect: true }]
  assert.deepEqual(judge({ ...plain, ...trusted, links }), { held: false, signs: [] })
  assert.equal(judge({ ...plain, ...trusted, trapped: true }).held, false)
  const campaign = { text: text({ known: 1 }) }
  assert.equal(judge({ ...plain, ...trusted, ...campaign, trapped: true }).held, true)
})

test('what a moderator forgave is no sign any more', () => {
  const copied = { ...plain, text: text({ known: 1 }) }
  assert.equal(judge(copied).held, true)
  assert.deepEqual(judge(copied, new Set(['campaign-text'])), { held: false, signs: [] })
})
