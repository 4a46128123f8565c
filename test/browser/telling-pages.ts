import type { Page } from 'playwright-core'
import { contextAt } from '../run-task.ts'
import { makeDigests } from '../../src/notices/index.ts'
import { saveIdentity } from '../../src/people/index.ts'
import { makeToken } from '../../src/notices/unsubscription-token.ts'
import { follow, monday, setting } from '../notices-world.ts'
import { publish } from '../take-part.ts'
import { testMailing, type World } from '../world.ts'
import { expectRefusal } from './page-acts.ts'
import type { Pages } from './page-state.ts'
import { report } from './sample-contributions.ts'

/** What somebody follows: nothing, much; how they are told of it, what they were sent, and links that end it. */
export async function describeTellingPages(world: World): Promise<Pages> {
  const told = await world.person({ name: 'Quelqu’un qui suit beaucoup' })
  await saveIdentity(world.db, {
    personId: told.actor.personId ?? 0,
    provider: 'email',
    subject: 'suit@example.org',
    createdAt: new Date(),
  })
  const nobody = await world.person({ name: 'Personne qui ne suit rien' })
  const writer = await world.person({
    name: 'Une personne dont le nomestlongetnesecoupepasmaisdoittenirsurunpetitécran',
  })
  const path = `/fr${report}/contributions`
  const { id: passage } = await world.blockWith('Toute demande')
  const number = await publish(world, writer, { path, edition: '2', body: 'Une idée à suivre.' })
  await follow(world, told, 'report', report.split('/').at(-1) ?? '')
  await follow(world, told, 'passage', passage)
  await follow(world, told, 'contribution', number)
  await follow(world, told, 'person', number)
  await world.seal()
  await setting(world, told)
  for (let at = 0; at < 3; at += 1)
    await publish(world, writer, { path, edition: '2', body: `Une nouvelle idée, la ${at + 1}.` })
  await makeDigests(contextAt(world, monday))
  const { id, person } = await world.db
    .selectFrom('notice')
    .select(['id', 'person_id as person'])
    .where('day', 'is not', null)
    .where('person_id', '=', told.actor.personId)
    .executeTakeFirstOrThrow()
  const notices = '/account/notices'
  return {
    [notices]: [
      { name: 'told: follows nothing, no address', path: notices, as: nobody },
      { name: 'told: follows much', path: notices, as: told },
      { name: 'told: saved', path: `${notices}?done=saved`, as: told },
      { name: 'told: refused', path: notices, as: told, act: chooseNothing },
    ],
    [`${notices}/:notice`]: [{ name: 'told: a digest', path: `${notices}/${id}`, as: told }],
    '/unsubscriptions/:token': [
      { name: 'told: ending digests', path: link('digests', person) },
      { name: 'told: ending answers', path: link('answers', person) },
      { name: 'told: ending a subscription', path: link('subscription', 1) },
      { name: 'told: ended', path: link('subscription', 999_999) },
    ],
  }
}

function link(ends: 'subscription' | 'digests' | 'answers', id: number): string {
  return `/unsubscriptions/${makeToken(testMailing.key, { ends, id })}`
}

async function chooseNothing(page: Page): Promise<void> {
  await page
    .locator('#weekday option')
    .first()
    .evaluate((option) => option.setAttribute('value', '9'))
  await page.locator('form[action$="/setting"] button').click()
  await expectRefusal(page)
}
