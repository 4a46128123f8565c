import { after, before } from 'node:test'
import assert from 'node:assert/strict'
import { verifyRecord } from '../src/editions/index.ts'
import { changeText, fates, publishNext, sayOf, sayOfEach, type Fate } from './second-edition.ts'
import { textOf, type Fields, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

export const workshop = '/fr/workshop/reports/petite-loi'
export const review = `${workshop}/editions/2/anchors`

export let world: World
/** Contributions by what became of their passage in the second edition. */
export let said: Record<Fate, number>
/** On the same words as the rewritten one. */
export let alike: number
export let camille: Somebody
export let salome: Somebody
before(async () => {
  world = await openWorld()
  salome = await world.person({ name: 'Salomé' })
  camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  said = await sayOfEach(world)
  alike = await sayOf(world, fates.rewritten)
  await changeText(world)
  await publishNext(world)
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

export const open = (query = '', as: Somebody | undefined = camille) =>
  textOf(world.get(`${review}${query}`, as))

/** Anchors that hold of these contributions, by their ids. */
export async function idsOf(...numbers: number[]): Promise<string[]> {
  const rows = await world.db
    .selectFrom('anchor')
    .innerJoin('edition', 'edition.id', 'anchor.edition_id')
    .select('anchor.id')
    .where('edition.number', '=', 2)
    .where('contribution_number', 'in', numbers)
    .where('current', '=', true)
    .orderBy('anchor.id')
    .execute()
  return rows.map(({ id }) => String(id))
}

const post = (path: string, ids: readonly string[], fields: Fields, as?: Somebody) =>
  world.post(
    `${review}/${path}`,
    [...ids.map((id): [string, string] => ['a', id]), ...Object.entries(fields)],
    as,
  )
export const decide = (
  ids: readonly string[],
  fields: Fields,
  as: Somebody | undefined = camille,
) => post('decisions', ids, fields, as)
export const undo = (ids: readonly string[], as: Somebody | undefined = camille) =>
  post('decisions/end', ids, {}, as)

export const held = async (number: number) =>
  world.db
    .selectFrom('anchor')
    .innerJoin('edition', 'edition.id', 'anchor.edition_id')
    .select(['anchor.id', 'state', 'rule', 'block_id', 'start_offset', 'end_offset', 'home_id'])
    .where('edition.number', '=', 2)
    .where('contribution_number', '=', number)
    .where('current', '=', true)
    .executeTakeFirstOrThrow()

/** All that a decision writes. */
export async function written() {
  const { db } = world
  return {
    anchors: await db.selectFrom('anchor').selectAll().orderBy('id').execute(),
    entries: await db.selectFrom('journal_entry').select('id').orderBy('id').execute(),
  }
}
