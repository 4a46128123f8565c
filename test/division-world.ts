import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { changeAs, type ChangingHands } from './change-by-hand.ts'
import type { Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

export const list = 'Chaque commune publie'
export const whole =
  'Chaque commune publie la liste de ses services. Elle la met à jour chaque année. La liste est gratuite.'
export const letter = 'Une lettre tient'

export let world: World
export let editor: Somebody
export let camille: ChangingHands
before(async () => {
  world = await openWorld()
  editor = await world.person({ name: 'Camille', role: 'rapporteur' })
  camille = changeAs(world, editor)
})
after(() => world.close())

export const textIn = async (on: string) => (await world.blockWith(on)).text

export async function isSound(): Promise<void> {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
}
