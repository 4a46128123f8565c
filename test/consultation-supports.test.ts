import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listPage } from '../src/contributions/index.ts'
import { importInto } from './consultation-files.ts'
import { openWorld } from './world.ts'

test('a list adds what was given here to the supports that came along, and not to the votes', async () => {
  const world = await openWorld()
  try {
    await importInto(world)
    const page = { order: 'newest', limit: 50, offset: 0 } as const
    const read = async () => {
      const { listed } = await listPage(world.db, { reportId: world.report.id }, page)
      const named = (key: string) =>
        listed.find(({ contribution }) => contribution.imported?.key === key)
      return { voted: named('proposal/13'), supported: named('argument/1') }
    }
    const before = await read()
    const came = before.supported?.supports ?? 0
    assert.equal(before.voted?.supports, 0)
    assert.ok(came > 0)

    const nour = await world.person({ name: 'Nour' })
    for (const entry of [before.voted, before.supported]) {
      await world.post(`/fr/contributions/${entry?.contribution.number}/support`, [], nour)
    }
    const { voted, supported } = await read()
    assert.deepEqual([voted?.supports, supported?.supports], [1, came + 1])
  } finally {
    await world.close()
  }
})
