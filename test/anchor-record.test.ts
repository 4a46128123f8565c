import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { verifyRecord } from '../src/editions/index.ts'
import { changeAs } from './change-by-hand.ts'
import {
  alike,
  camille,
  decide,
  idsOf,
  open,
  said,
  salome,
  undo,
  workshop,
  world,
} from './review-world.ts'
import { blockIn, fates, publishNext, sayOf } from './second-edition.ts'
import { textOf } from './take-part.ts'

const done = async (sent: Promise<Response>) => assert.equal((await sent).status, 303)

/** One of each: taken back, left, attached to words of another passage, left by another editor. */
async function decideOnEach(): Promise<void> {
  const kept = await blockIn(world, 2, fates.kept)
  const attached = { decision: 'attached', block: kept.id, words: 'sigle y est' }
  await done(decide(await idsOf(said.rewritten, alike), { decision: 'confirmed' }))
  await done(undo(await idsOf(alike)))
  await done(decide(await idsOf(alike), { decision: 'left' }))
  await done(decide(await idsOf(said.gone), attached))
  await done(undo(await idsOf(said.rewritten)))
  await done(decide(await idsOf(said.rewritten), { decision: 'left' }, salome))
}

const findings = async () => {
  const all = (await verifyRecord(world.db)).findings
  return all.map((one) => `${one.object} ${one.problem}`)
}

/** What is found once that is done past the program; then it is as it was. */
const tamper = async (statement: string, ...found: string[]) => {
  await world.db
    .transaction()
    .execute(async (tx) => {
      await sql`alter table anchor disable trigger anchor_is_kept`.execute(tx)
      await sql.raw(statement).execute(tx)
      const all = (await verifyRecord(tx)).findings
      assert.deepEqual(
        all.map((one) => `${one.object} ${one.problem}`),
        found,
      )
      throw new Error('rolled back')
    })
    .catch((error: unknown) => {
      if (!(error instanceof Error) || error.message !== 'rolled back') throw error
    })
}

test('each decision is in the journal, and the record is checked for it', async () => {
  await decideOnEach()
  const actions = await world.db
    .selectFrom('journal_entry')
    .select('action')
    .where('action', 'like', 'anchor.%')
    .orderBy('id')
    .execute()
  assert.deepEqual(
    actions.map(({ action }) => action.slice(7)).join(' '),
    'confirmed confirmed undone left attached undone left',
  )
  await world.seal()
  const journal = await textOf(world.get('/fr/journal'))
  assert.match(journal, /Passage rattaché à la main, par le rapporteur/)
  assert.deepEqual(await findings(), [])
  const attached = `contribution/${said.gone}`
  await tamper(
    `update anchor set start_offset = 0 where rule = 'attached'`,
    `${attached} differs-from-journal`,
  )
  await tamper(
    `delete from anchor where rule = 'attached'`,
    `${attached} gone`,
    `${attached} anchor-missing`,
  )
  await tamper(
    `update anchor set current = false where rule = 'attached';
     update anchor set current = true where rule = 'gone' and contribution_number = ${said.gone}`,
    `${attached} anchor-altered`,
  )
  await tamper(
    `update anchor set end_offset = 5000 where rule = 'recorded' and contribution_number = ${said.edited}`,
    `contribution/${said.edited} anchor-out-of-place`,
  )
  await tamper(
    `update anchor set start_offset = 1 where rule = 'as-written' and contribution_number = ${said.kept}`,
    `contribution/${said.kept} anchor-altered`,
  )
})

test('what is decided stays decided in the next edition, and nothing is decided on the one before', async () => {
  await sayOf(world, fates.kept)
  const [id = ''] = await idsOf(said.split)
  const edited = await changeAs(world, salome).edit('Un sigle', {
    wording: 'Un sigle y est développé, la première fois.',
  })
  assert.equal(edited.status, 303)
  await publishNext(world)
  const old = await open()
  assert.match(old, /L’édition 2 n’est plus celle qui se lit/)
  assert.doesNotMatch(old, /<button[^>]*value="left"/)
  const over = await decide([id], { decision: 'left' })
  assert.equal(over.status, 422)
  assert.match(await over.text(), /Une édition plus récente a été publiée/)
  const next = await textOf(world.get(`${workshop}/editions/3/anchors`, camille))
  assert.match(next, /Rien n’est à revoir/)
  const orphans = await textOf(world.get(`${workshop}/review`, camille))
  for (const number of [alike, said.rewritten])
    assert.ok(orphans.includes(`contributions/${number}"`))
})
