import assert from 'node:assert/strict'
import { acceptAnew } from '../accept-terms.ts'
import { beginAudit, enterWhole, keeping, publishAudit } from '../keep-audit.ts'
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
  const published = await enterWhole(world, ada, 3)
  assert.equal((await publishAudit(world, ada, published)).status, 303)
  const open = `${keeping}/audits/${await beginAudit(world, ada)}`
  // Its pages are sent to after the other may be thrown away.
  const further = `${keeping}/audits/${await beginAudit(world, ada)}`
  const whole = `${keeping}/audits/${await enterWhole(world, ada, 3)}`
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
    ['Ada', `${keeping}/setting`],
    ['Ada', `${keeping}/automated-results`],
    ['Ada', `${keeping}/audit`],
    ['Ada', `${keeping}/audits`],
    ['Ada', open],
    ['Ada', `${open}/removal`],
    ['Ada', `${whole}/publication`],
    ['Ada', `${further}/facts`],
    ['Ada', `${further}/findings`],
    ['Ada', `${further}/findings.csv`],
    ['Ada', `${further}/pages/1?theme=2`],
  ]
}
