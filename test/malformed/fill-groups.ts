import {
  controversiesPath,
  draftOf,
  groupsPath,
  makeGroupOf,
  publishedOf,
  settledOf,
  workshop,
  yesAndNo,
} from '../grouping.ts'
import { publish } from '../take-part.ts'
import type { World } from '../world.ts'
import type { Page } from './people.ts'

const reader = '/fr/reports/petite-loi'

/** A group with what is like it, and controversies in each state. */
export async function fillGroups(world: World): Promise<Page[]> {
  const camille = await world.person({ name: 'Camille' })
  const numbers = await Promise.all(
    ['Rosalie', 'Basile', 'Clarisse', 'Donatien'].map(async (name) =>
      publish(world, await world.person({ name }), {
        edition: '2',
        body: `Les horaires de la piscine municipale sont trop courts, dit ${name}.`,
      }),
    ),
  )
  const [first = 0, second = 0, third = 0, fourth = 0] = numbers
  const group = await makeGroupOf(world, camille, [first, second], 'La piscine')
  const positions = yesAndNo([first, third], [second])
  const draft = await draftOf(world, camille, { positions })
  const open = await publishedOf(world, camille, { positions })
  const settled = await settledOf(world, camille, { positions })
  const kept = [
    `${groupsPath}?page=1&waiting=1`,
    `${groupsPath}/${group}?page=1`,
    `/fr/workshop/contributions/${third}/alike`,
    `${workshop}/group?c=${third}&c=${fourth}`,
    `${controversiesPath}?page=1`,
    `${workshop}/controversy?c=${third}`,
    ...[draft, open, settled].map((id) => `${controversiesPath}/${id}`),
    `${controversiesPath}/${open}/settlement`,
    `${workshop}/answer?c=${first}&c=${second}&group=${group}`,
  ]
  const read = [
    `${reader}/groups?page=1`,
    `${reader}/groups/${group}?page=1`,
    `${reader}/controversies?page=1`,
    `${reader}/controversies/${settled}`,
    `/fr/contributions/${first}`,
  ]
  return [
    ...kept.map((path): Page => ['Camille', path]),
    ...read.map((path): Page => ['visitor', path]),
  ]
}
