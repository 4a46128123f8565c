import assert from 'node:assert/strict'
import { newKey } from '../take-part.ts'
import type { World } from '../world.ts'
import type { Page } from './people.ts'

const record = '/fr/workshop/reports/petite-loi/guarantee'
const page = '/fr/reports/petite-loi/guarantee'

/** A guarantor with an opinion to correct; the public log. */
export async function fillGuarantee(world: World): Promise<Page[]> {
  const garance = await world.person({ name: 'Garance', role: 'guarantor' })
  const typed = { title: 'Avis', body: 'Tout est là.', lang: 'fr', edition: '1', key: newKey() }
  const sent = await world.post(`${record}/opinions`, Object.entries(typed), garance)
  assert.equal(sent.status, 303)
  const [, id] = /opinions\/(\d+)/.exec(sent.headers.get('Location') ?? '') ?? []
  return [
    ['visitor', page],
    ['visitor', `${page}/opinions/${id}?version=1`],
    ['visitor', '/fr/reports/petite-loi/moderation?outcome=withheld&month=2026-01&page=1'],
    ['visitor', '/fr/reports/petite-loi/moderation'],
    ['Garance', record],
    ['Garance', `${record}/opinion`],
    ['Garance', `${record}/opinions/${id}`],
  ]
}
