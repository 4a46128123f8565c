import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { listAnchorsOf } from '../src/anchors/index.ts'
import { publishEdition } from '../src/editions/index.ts'
import { changeAs } from './change-by-hand.ts'
import { blockIn, fates, publishNext } from './second-edition.ts'
import { formOf, numberIn, reportPath, submitAt } from './take-part.ts'
import { untilItWaits } from './wait-for-lock.ts'
import { openWorld, type World } from './world.ts'

let world: World
before(async () => (world = await openWorld()))
after(() => world.close())

/** In which editions a contribution has its place. */
const editionsOf = async (number: number) =>
  (await listAnchorsOf(world.db, number)).map(({ editionNumber, state }) => [editionNumber, state])

async function edit(on: string, wording: string): Promise<void> {
  const hands = changeAs(world, await world.person({ name: 'Salomé' }))
  assert.equal((await hands.edit(on, { wording })).status, 303)
}

test('what comes in while an edition is being published waits, and is carried into it', async () => {
  const { actor } = await world.person({ name: 'Salomé' })
  const nour = await world.person({ name: 'Nour' })
  await edit(fates.edited, 'Une réponse tardive reste une réponse, et coûte.')
  const { id } = await blockIn(world, 1, fates.edited)
  const sent = await world.db.transaction().execute(async (tx) => {
    const publication = { report: world.report, unansweredConfirmed: true, seen: null }
    assert.ok((await publishEdition(tx, actor, publication, new Date())).ok)
    const pending = world.post(`${reportPath}/passages/${id}/contributions`, formOf(), nour)
    await untilItWaits(world.db, pending)
    return { pending }
  })
  const number = numberIn(await sent.pending)
  assert.deepEqual(await editionsOf(number), [
    [1, 'exact'],
    [2, 'edited'],
  ])
})

test('an edition waits for what is being written down, and carries it', async () => {
  const iris = await world.person({ name: 'Iris' })
  await edit('Une réponse tardive', 'Une réponse tardive reste une réponse, et coûte cher.')
  const { id } = await blockIn(world, 2, fates.kept)
  const { number, pending } = await world.db.transaction().execute(async (tx) => {
    const said = { blockId: id, editionNumber: 2 }
    const submitted = await submitAt({ ...world, db: tx }, iris.actor, new Date(), said)
    assert.ok(submitted.ok)
    const publishing = publishNext(world)
    await untilItWaits(world.db, publishing)
    return { number: submitted.number, pending: publishing }
  })
  await pending
  assert.deepEqual(await editionsOf(number), [
    [2, 'exact'],
    [3, 'exact'],
  ])
})
