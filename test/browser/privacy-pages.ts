import type { Page } from 'playwright-core'
import { usualPeriods } from '../../src/platform/periods.ts'
import { askErasure } from '../../src/privacy/ask-erasure.ts'
import { make } from '../organisation-world.ts'
import { publish } from '../take-part.ts'
import { testMailing, type World } from '../world.ts'
import { expectRefusal, sendNothing } from './page-acts.ts'
import type { Pages } from './page-state.ts'
import { makeAdministrator } from '../make-administrator.ts'

/** What is kept of people, and their way out, in each state that these can be met in. */
export async function describePrivacyPages(world: World): Promise<Pages> {
  const renaud = await makeAdministrator(world, 'Administration')
  const someone = await world.person({ name: 'Quelqu’un qui hésite longuement avant de partir' })
  const leaving = await world.person({ name: 'Une personne qui s’en va dans quelques jours' })
  const lead = await world.person({ name: 'Aline' })
  await make(world, lead, { name: 'Association que personne d’autre ne mène depuis longtemps' })
  const [kept, withdrawn] = [
    await world.person({ name: 'Partie sans ses textes' }),
    await world.person({ name: 'Partie avec ses textes' }),
  ]
  const numbers = [await publish(world, kept), await publish(world, withdrawn)]
  const ask = (as: typeof someone, texts: 'kept' | 'withdrawn', when: 'later' | 'now') =>
    askErasure(
      world.db,
      as.actor,
      {
        personId: as.actor.personId ?? 0,
        typed: { texts, when, confirmed: true },
        mailing: testMailing,
        periods: usualPeriods,
      },
      new Date(),
    )
  await ask(leaving, 'withdrawn', 'later')
  await ask(kept, 'kept', 'now')
  await ask(withdrawn, 'withdrawn', 'now')
  const of = `/admin/people/${someone.actor.pseudonym}/erasure`
  const own = '/account/erasure'
  return {
    '/privacy': [
      { name: 'personal data', path: '/privacy' },
      { name: 'personal data, erased just now', path: '/privacy?done=erased' },
    ],
    '/account/erasure': [
      { name: 'erasure of an account', path: own, as: someone },
      { name: 'erasure, refused', path: own, as: someone, act: eraseUnconfirmed },
      { name: 'erasure that waits', path: `${own}?done=erasure-asked`, as: leaving },
      { name: 'erasure of whoever is the last', path: own, as: lead },
    ],
    '/account': [{ name: 'account that is to be erased', path: '/account', as: leaving }],
    '/admin/erasures': [
      { name: 'requests for erasure', path: '/admin/erasures', as: renaud },
      {
        name: 'requests for erasure, nobody found',
        path: '/admin/erasures',
        as: renaud,
        act: findNobody,
      },
    ],
    '/admin/people/:pseudonym/erasure': [
      { name: 'erasure for somebody else', path: of, as: renaud },
    ],
    '/contributions/:number': [
      { name: 'contribution of an erased author', path: `/contributions/${numbers[0]}` },
      { name: 'contribution whose words are erased', path: `/contributions/${numbers[1]}` },
    ],
  }
}

async function eraseUnconfirmed(page: Page): Promise<void> {
  await page.locator('#word').fill('peut-être')
  await sendNothing(page)
  await expectRefusal(page)
}

async function findNobody(page: Page): Promise<void> {
  await page.locator('#who').fill('personne@example.org')
  await sendNothing(page)
  await expectRefusal(page)
}
