import { saveDigests } from '../../src/notices/digest-store.ts'
import { makeToken } from '../../src/notices/unsubscription-token.ts'
import { follow } from '../notices-world.ts'
import { testMailing, type World } from '../world.ts'
import type { Page } from './people.ts'

/** What somebody follows, a digest of theirs, and links of mails that end it. */
export async function fillTelling(world: World): Promise<Page[]> {
  const nour = await world.person({ name: 'Nour' })
  const personId = nour.actor.personId ?? 0
  const { id: passage } = await world.blockWith('Toute demande')
  await follow(world, nour, 'report', 'petite-loi')
  await follow(world, nour, 'passage', passage)
  const digest = { personId, day: '2027-01-11', after: 0, until: 1000, count: 3 }
  const id = (await saveDigests(world.db, [digest], new Date())).get(personId)
  return [
    ['Nour', '/fr/account/notices'],
    ['Nour', `/fr/account/notices/${id}`],
    ['visitor', link('digests', personId)],
    ['visitor', link('answers', personId)],
    ['visitor', link('subscription', 1)],
  ]
}

function link(ends: 'subscription' | 'digests' | 'answers', id: number): string {
  return `/fr/unsubscriptions/${makeToken(testMailing.key, { ends, id })}`
}
