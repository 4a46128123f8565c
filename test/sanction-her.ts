import assert from 'node:assert/strict'
import { operator } from '../src/permissions.ts'
import { grantRole, reportDomain } from '../src/roles/index.ts'
import { send, setOn, warn } from './ban-people.ts'
import { newKey, publish, type Somebody } from './take-part.ts'
import type { World } from './world.ts'

const record = '/fr/workshop/reports/petite-loi/guarantee'

/** What was written to somebody who was warned and banned, and what they wrote against it. */
export type SanctionMarks = {
  warned: string
  banned: string
  grave: string
  fought: string
  upheld: string
  lifted: string
}

/** They are warned and banned and contest it in vain, until a third moderator lifts it. */
export async function sanction(world: World, who: Somebody, marks: SanctionMarks): Promise<void> {
  const maud = await world.person({ name: 'Maud', role: 'moderator' })
  const mona = await world.person({ name: 'Mona', role: 'moderator' })
  const number = await publish(world, who, { body: 'Un mot qui fâche.' })
  assert.equal((await warn(world, maud, number, { reason: marks.warned })).status, 303)
  const grounds = { reason: marks.banned, grave: marks.grave }
  const id = await setOn(world, maud, number, grounds)
  const there = `/workshop/bans/${id}`
  for (const [as, path, reason] of [
    [who, `/account/bans/${id}/contestation`, marks.fought],
    [mona, `${there}/outcome`, marks.upheld],
    [mona, `${there}/lift`, marks.lifted],
  ] as const) {
    const sent = await send(world, as, path, { reason, outcome: 'upheld' })
    assert.equal(sent.status, 303, await sent.text())
  }
}

/** As a moderator they warn and ban somebody; as a guarantor they publish an opinion and have the record verified. */
export async function actUpon(world: World, as: Somebody): Promise<void> {
  const personId = as.actor.personId ?? 0
  const given = { personId, role: 'guarantor' as const, domain: reportDomain(world.report) }
  await grantRole(world.db, operator, given, new Date())
  const theirs = await publish(world, await world.person({ name: 'Bruno' }), { body: 'Hop.' })
  assert.equal((await warn(world, as, theirs)).status, 303)
  await setOn(world, as, theirs)
  const opinion = { title: 'Avis', body: 'Rien ne manque.', lang: 'fr', edition: '', key: newKey() }
  for (const [path, fields] of [
    ['opinions', opinion],
    ['verifications', {}],
  ] as const) {
    const sent = await world.post(`${record}/${path}`, Object.entries(fields), as)
    assert.equal(sent.status, 303, await sent.text())
  }
}
