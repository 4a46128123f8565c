import assert from 'node:assert/strict'
import { usualPeriods } from '../../src/platform/periods.ts'
import { askErasure } from '../../src/privacy/ask-erasure.ts'
import { testMailing, type World } from '../world.ts'

type Page = readonly [as: 'visitor' | 'Nour' | 'Ada' | 'Iris' | 'Administration', path: string]

/** An erasure that waits, and where it is asked for. */
export async function fillPrivacy(world: World): Promise<Page[]> {
  const [iris, ada] = [await world.person({ name: 'Iris' }), await world.person({ name: 'Ada' })]
  const asking = {
    personId: iris.actor.personId ?? 0,
    typed: { texts: 'kept', when: 'later', confirmed: true },
    mailing: testMailing,
    periods: usualPeriods,
  } as const
  assert.ok((await askErasure(world.db, iris.actor, asking, new Date())).ok)
  const of = ({ actor }: typeof iris) => `/fr/admin/people/${actor.pseudonym}/erasure`
  return [
    ['visitor', '/fr/privacy'],
    ['Nour', '/fr/account/data.zip'],
    ['Ada', '/fr/account/erasure'],
    ['Iris', '/fr/account/erasure'],
    ['Administration', '/fr/admin/erasures'],
    ['Administration', of(iris)],
    ['Administration', of(ada)],
  ]
}
