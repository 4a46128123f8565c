import { publish, reportPath } from '../take-part.ts'
import type { World } from '../world.ts'

/** Two amendments to one sentence, of a passage that has changed since. */
export async function compete(world: World): Promise<number[]> {
  const { id } = await world.blockWith('Toute demande')
  const path = `${reportPath}/passages/${id}/amendments`
  const said = { path, sentence: '1', edition: '3', body: 'Parce que.' }
  const iris = await world.person({ name: 'Iris' })
  return [
    await publish(world, iris, { ...said, wording: 'Toute demande reçoit une lettre.' }),
    await publish(world, iris, { ...said, wording: 'Toute demande se discute.' }),
  ]
}
