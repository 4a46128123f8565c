import assert from 'node:assert/strict'
import { acceptAnew } from '../accept-terms.ts'
import { beginAudit, gridOf, keeping } from '../keep-audit.ts'
import { keepText } from '../keep-terms.ts'
import { makeAdministrator } from '../make-administrator.ts'
import type { World } from '../world.ts'
import { hoarder, type Page } from './people.ts'

/**
 * Terms in two versions, the newer of which one person has not accepted; an audit that is published and one that is
 * being entered; what administrators say of the site.
 */
export async function fillNotices(world: World): Promise<Page[]> {
  const { db } = world
  const ada = await makeAdministrator(world)
  const waits = (await world.person({ name: hoarder })).actor.personId
  await keepText(db, ada.actor, 'Ce texte est un exemple, à remplacer.')
  const people = await db.selectFrom('terms_consent').select('person_id as id').distinct().execute()
  for (const { id } of people) if (id !== waits) await acceptAnew(db, id)
  const published = await beginAudit(world, ada)
  const grid: [string, string][] = [['csv', gridOf({ pages: 2, faults: 3 })]]
  const address = `${keeping}/audits/${published}`
  assert.equal((await world.post(`${address}/findings`, grid, ada)).status, 303)
  assert.equal((await world.post(`${address}/publication`, [], ada)).status, 303)
  const open = `${keeping}/audits/${await beginAudit(world, ada)}`
  // Its pages are sent to after the other may be thrown away.
  const further = `${keeping}/audits/${await beginAudit(world, ada)}`
  return [
    ['visitor', '/fr/terms'],
    ['visitor', '/fr/terms/versions/1'],
    ['visitor', '/fr/terms/comparison?from=1&to=2'],
    [hoarder, '/fr/terms'],
    ['Ada', '/fr/admin'],
    ['Ada', '/fr/admin/terms'],
    ['visitor', '/fr/legal-notice'],
    ['Ada', '/fr/admin/legal-notice'],
    ['visitor', '/fr/accessibility'],
    ['visitor', `/fr/accessibility/audits/${published}.csv`],
    ['Ada', keeping],
    ['Ada', `${keeping}/audit`],
    ['Ada', open],
    ['Ada', `${further}/findings.csv`],
    ['Ada', `${further}/pages/1?theme=2`],
  ]
}
