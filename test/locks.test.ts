import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { lockReport } from '../src/reports/index.ts'
import { openWorld, type World } from './world.ts'
import { newKey } from './take-part.ts'

let world: World
before(async () => (world = await openWorld()))
after(() => world.close())

/** Resolves once a statement on this database waits for a row that another transaction holds. */
async function untilSomebodyWaits(): Promise<'waits'> {
  for (;;) {
    const { rows } = await sql<{ waiting: number }>`
      select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(world.db)
    if (rows[0]?.waiting) return 'waits'
    await delay(10)
  }
}

test('an answer, a change by hand and a publication wait for whoever is changing the working text', async () => {
  const nour = await world.person({ name: 'Nour' })
  const salome = await world.person({ name: 'Salomé' })
  const block = await world.blockWith('Chaque commune publie')
  const form: [string, string][] = [
    ['sentence', '1'],
    ['edition', '1'],
    ['wording', 'Chaque commune tient la liste de ses services.'],
    ['body', 'Tenir engage plus que publier.'],
    ['key', newKey()],
    ['step', 'publish'],
  ]
  await world.post(`/fr/reports/petite-loi/passages/${block.id}/amendments`, form, nour)
  const acts: [string, [string, string][]][] = [
    [
      '/fr/workshop/reports/petite-loi/answers',
      [
        ['c', '1'],
        ['revision', '1.1'],
        ['decision', 'accepted'],
        ['reason', 'Oui.'],
      ],
    ],
    [
      '/fr/workshop/reports/petite-loi/text/insertions',
      [
        ['id', '0000000000'],
        ['kind', 'paragraph'],
        ['wording', 'Un mot de plus.'],
        ['erratum', 'yes'],
        ['reason', 'Oublié.'],
        ['step', 'apply'],
      ],
    ],
    ['/fr/workshop/reports/petite-loi/editions', [['unanswered', 'confirmed']]],
  ]
  for (const [address, fields] of acts) {
    const act = await world.db.transaction().execute(async (tx) => {
      await lockReport(tx, world.report.id)
      const pending = world.post(address, fields, salome)
      const first = await Promise.race([pending.then(() => 'did not wait'), untilSomebodyWaits()])
      assert.equal(first, 'waits', address)
      return { pending }
    })
    assert.equal((await act.pending).status, 303, address)
  }
})
