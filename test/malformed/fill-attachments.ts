import { jpeg, publishWith } from '../attach.ts'
import type { World } from '../world.ts'
import type { Page } from './people.ts'

/** A contribution with a picture that everybody sees. */
export async function fillAttachments(world: World): Promise<Page[]> {
  const zoe = await world.person({ name: 'Zoé' })
  const files = [{ name: 'place.jpg', bytes: await jpeg() }]
  const { number, hashes } = await publishWith(world, zoe, files)
  return [
    ['visitor', `/files/${hashes[0]}.jpg`],
    ['visitor', `/fr/contributions/${number}`],
  ]
}
