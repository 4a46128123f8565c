import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openLog } from '../log.ts'
import { makePages } from './make-pages.ts'

test('a page is made anew once the day is over in Paris, unless what is there never changes', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.parse('2027-01-30T12:00:00Z') })
  const pages = makePages({
    pages: [
      { path: '/today', query: [] },
      { path: '/ever', query: [], unchanging: true },
    ],
    render: () => new Response('a page', { headers: { 'Cache-Control': 'public' } }),
    origin: 'http://vivace.test',
    changes: { lastChange: () => -Infinity },
    log: openLog('silent'),
  })
  const made = performance.now()
  for (const path of ['/today', '/ever']) {
    const address = pages.locate(path)
    assert.ok(address)
    await pages.make(address, made)
  }
  const kept = () => ['/today', '/ever'].filter((path) => pages.find(path, made + 5000))
  t.mock.timers.setTime(Date.parse('2027-01-30T22:59:59.999Z'))
  assert.deepEqual(kept(), ['/today', '/ever'])
  t.mock.timers.setTime(Date.parse('2027-01-30T23:00:00Z'))
  assert.deepEqual(kept(), ['/ever'])
})
