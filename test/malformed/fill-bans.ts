import assert from 'node:assert/strict'
import { send, setOn, warn } from '../ban-people.ts'
import { publish } from '../take-part.ts'
import type { World } from '../world.ts'
import { fillGuarantee } from './fill-guarantee.ts'
import type { Page } from './people.ts'

/** A guarantor; somebody warned and banned, who contests it; what a moderator of the report sees of it, and what they see. */
export async function fillBans(world: World): Promise<Page[]> {
  const ada = await world.person({ name: 'Ada' })
  const maud = await world.person({ name: 'Maud', role: 'moderator' })
  const bruno = await world.person({ name: 'Bruno' })
  const one = await publish(world, bruno, { edition: '2', body: 'Une remarque de trop.' })
  assert.equal((await warn(world, maud, one)).status, 303)
  const contested = await setOn(world, maud, one)
  const own = `/account/bans/${contested}`
  assert.equal((await send(world, bruno, `${own}/contestation`)).status, 303)
  const site = await setOn(world, ada, one, { scope: 'site' })
  // One of the report is met first: its moderators, too, may open it.
  return [
    ['Ada', `/fr/workshop/bans/${contested}`],
    ['Ada', `/fr/workshop/contributions/${one}/warning`],
    ['Ada', `/fr/workshop/contributions/${one}/ban`],
    ['Ada', '/fr/workshop/reports/petite-loi/bans'],
    ['Ada', '/fr/admin/bans'],
    ['Ada', `/fr/workshop/bans/${site}`],
    ['Bruno', `/fr/account/bans/${site}`],
    ['Bruno', `/fr${own}`],
    ...(await fillGuarantee(world)),
  ]
}
