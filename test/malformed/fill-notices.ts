import { acceptAnew } from '../accept-terms.ts'
import { keepText } from '../keep-terms.ts'
import type { World } from '../world.ts'
import { hoarder, type Page } from './people.ts'

/** Terms in two versions, the newer of which one person has not accepted; what administrators say of the site. */
export async function fillNotices(world: World): Promise<Page[]> {
  const { db } = world
  const ada = await world.person({ name: 'Ada' })
  const waits = (await world.person({ name: hoarder })).actor.personId
  await keepText(db, ada.actor, 'Ce texte est un exemple, à remplacer.')
  const people = await db.selectFrom('terms_consent').select('person_id as id').distinct().execute()
  for (const { id } of people) if (id !== waits) await acceptAnew(db, id)
  return [
    ['visitor', '/fr/terms'],
    ['visitor', '/fr/terms/versions/1'],
    ['visitor', '/fr/terms/comparison?from=1&to=2'],
    [hoarder, '/fr/terms'],
    ['Ada', '/fr/admin/terms'],
    ['visitor', '/fr/legal-notice'],
    ['Ada', '/fr/admin/legal-notice'],
  ]
}
