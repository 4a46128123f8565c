import { changeAs, text, workshop } from '../change-by-hand.ts'
import type { Somebody } from '../take-part.ts'
import type { World } from '../world.ts'

/** A passage that was split in two, each of which can be split or merged again; returns the pages for it. */
export async function divideText(world: World, editor: Somebody): Promise<string[]> {
  const hands = changeAs(world, editor)
  const [first, second] = await hands.split('Chaque commune publie', 1)
  const undoing = `${workshop}/changes/${(await hands.lastChange())?.id}/undoing`
  return [`${text}/${second}/split?because=1`, `${text}/${first}/merger?because=1`, undoing]
}
