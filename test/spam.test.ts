import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attack } from '../scripts/spam/attack.ts'
import { openSite } from '../scripts/spam/site.ts'
import {
  isReached,
  shareHeldBack,
  tally,
  writeTally,
  type Row,
  type Tally,
} from '../scripts/spam/tally.ts'
import { sharedData } from './shared-data.ts'

const file = sharedData('republique-numerique/contributions.json')

/*
 * A small attack, without a browser. The bar itself is `npm run spam`'s: a campaign is known by what it repeats, so
 * that of a few dozen posts more come through before it is known.
 */
test(
  'programs are held, campaigns once they are known, and honest people let through',
  { skip: file === null && 'needs SHARED_DATA' },
  async () => {
    const site = await openSite()
    try {
      const size = { honest: 40, posts: 60, throughBrowser: 0 }
      const sent = await attack(site, { file: file ?? '', seed: 5, size, browser: null })
      const counted = await tally(site.db, sent)
      const told = writeTally(counted)
      const rowOf = (name: string) => {
        const row = counted.spam.find(({ strategy }) => strategy === name)
        assert.ok(row, name)
        return row
      }
      assert.equal(rowOf('flood').published, 0, told)
      // Whoever sends a form first that others send again is like anybody.
      assert.ok(rowOf('reposts').published <= 1, told)
      for (const name of ['account mill', 'copy campaign']) assert.ok(rowOf(name).held >= 30, told)
      assert.deepEqual(counted.delayed, [], told)
    } finally {
      await site.close()
    }
  },
)

const row = (held: number, published: number, refused: number): Row => ({
  strategy: 'x',
  is: 'y',
  signs: [],
  statuses: [],
  posts: held + published + refused,
  held,
  published,
  refused,
})

test('what is refused counts for nothing, and the bar is of what was received', () => {
  const of = (spam: Row[], delayed = 0): Tally => ({
    spam,
    honest: row(0, 10, 0),
    delayed: Array.from({ length: delayed }, () => ({ body: '', signs: [] })),
  })
  assert.equal(shareHeldBack(of([row(98, 2, 900)])), 0.98)
  assert.equal(isReached(of([row(98, 2, 0)], 2)), true)
  assert.equal(isReached(of([row(98, 2, 0)], 3)), false)
  assert.equal(isReached(of([row(97, 3, 900)])), false)
})
