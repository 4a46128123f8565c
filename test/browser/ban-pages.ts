import type { Page } from 'playwright-core'
import { dayIn, send, setOn, warn } from '../ban-people.ts'
import { publish, type Somebody } from '../take-part.ts'
import type { World } from '../world.ts'
import { expectRefusal, pressButton, sendNothing, sendSignedOut } from './page-acts.ts'
import type { Pages } from './page-state.ts'
import { invite } from './role-pages.ts'
import { report, type People } from './sample-contributions.ts'

const LONG = 'Un très longmotquinesecoupepasetquipourraitdéborderdelapageétroite, puis d’autres.'

const on = (number: number, what: string) => `/workshop/contributions/${number}/${what}`

/** Warnings and bans: given, set, looked at, contested, decided on. */
export async function describeBanPages(world: World, { salome }: People): Promise<Pages> {
  const maud = await world.person({ name: 'Maud', role: 'moderator' })
  const mona = await world.person({ name: 'Mona, qui modère aussi', role: 'moderator' })
  const ada = await world.person({ name: 'Ada' })
  const bruno = await world.person({
    name: 'Bruno, dont le nom est long et qui ne respecte pas les autres',
  })
  const path = `/fr${report}/contributions`
  const one = await publish(world, bruno, { path, edition: '2', body: 'Une remarque de trop.' })
  const other = await publish(world, await world.person({ name: 'Une autre personne' }), {
    path,
    edition: '2',
    body: 'Une remarque sage.',
  })
  await warn(world, maud, one, { reason: LONG })
  const id = await setOn(world, maud, one, { reason: LONG, grave: LONG })
  await send(world, bruno, `/account/bans/${id}/contestation`, { reason: `${LONG}\n\n${LONG}` })
  const site = await setOn(world, ada, one, { scope: 'site' })
  const late = await describeLate(world, { maud, mona, salome, path })
  return {
    '/workshop/contributions/:number/warning': [
      { name: 'ban: warning', path: on(other, 'warning'), as: maud },
      { name: 'ban: warned before', path: on(one, 'warning?done=warned'), as: ada },
      { name: 'ban: warning refused', path: on(other, 'warning'), as: maud, act: sendNothing },
    ],
    '/workshop/contributions/:number/ban': [
      { name: 'ban: setting one', path: on(other, 'ban'), as: maud },
      { name: 'ban: setting one, for an administrator', path: on(one, 'ban'), as: ada },
      { name: 'ban: setting one, refused', path: on(other, 'ban'), as: ada, act: sendNothing },
      { name: 'ban: what it will do', path: on(other, 'ban'), as: maud, act: lookAtIt },
      { name: 'ban: on oneself', path: on(4, 'ban'), as: maud },
      {
        name: 'ban: setting one, signed out meanwhile',
        path: on(other, 'ban'),
        as: maud,
        act: async (page) => {
          await fillIn(page)
          await sendSignedOut(page, page.locator('main form button').first())
        },
      },
    ],
    '/workshop/reports/:slug/bans': [
      { name: 'ban: all of a report', path: `/workshop${report}/bans`, as: maud },
    ],
    '/admin/bans': [{ name: 'ban: all of the site', path: '/admin/bans', as: ada }],
    '/workshop/bans/:ban': [
      { name: 'ban: contested, for who set it', path: `/workshop/bans/${id}`, as: maud },
      { name: 'ban: contested, for another', path: `/workshop/bans/${id}?done=set`, as: mona },
      {
        name: 'ban: deciding refused',
        path: `/workshop/bans/${id}`,
        as: mona,
        act: sendFirst,
      },
      ...late.toDecide,
    ],
    '/account/bans/:ban': [
      ...late.own,
      { name: 'ban: one’s own, contested', path: `/account/bans/${id}`, as: bruno },
      { name: 'ban: one’s own', path: `/account/bans/${site}`, as: bruno },
      {
        name: 'ban: contesting refused',
        path: `/account/bans/${site}`,
        as: bruno,
        act: sendNothing,
      },
    ],
    '/invitations/:token': late.offered,
    '/account': [{ name: 'ban: account', path: '/account', as: bruno }],
    '/reports/:slug/contribution': [
      { name: 'ban: contributing', path: `${report}/contribution`, as: bruno },
    ],
    '/reports/:slug': [{ name: 'ban: front page', path: report, as: bruno }],
    '/permissions': [
      { name: 'ban: permissions', path: '/permissions?report=petite-loi', as: bruno },
    ],
    '/contributions/:number': [
      { name: 'ban: contribution, for a moderator', path: `/contributions/${one}`, as: maud },
    ],
    '/workshop/reports/:slug': [{ name: 'ban: workshop', path: `/workshop${report}`, as: salome }],
  }
}

type Where = { maud: Somebody; mona: Somebody; salome: Pick<Somebody, 'cookie'>; path: string }

/** A ban that was contested and replaced, then another that was decided on and lifted before others sent their words. */
async function describeLate(world: World, { maud, mona, salome, path }: Where) {
  const mila = await world.person({ name: 'Mila', role: 'moderator' })
  const spoken = async (name: string) => {
    const as = await world.person({ name })
    return { as, number: await publish(world, as, { path, edition: '2' }) }
  }
  const clara = await spoken('Clara, qui conteste une suspension remplacée depuis')
  const first = await setOn(world, maud, clara.number, { reason: LONG })
  await send(world, clara.as, `/account/bans/${first}/contestation`, { reason: LONG })
  await setOn(world, mona, clara.number, { seen: String(first), until: dayIn(60) })
  const nils = await spoken('Nils')
  const over = await setOn(world, maud, nils.number)
  await send(world, nils.as, `/account/bans/${over}/contestation`)
  await send(world, mona, `/workshop/bans/${over}/lift`)
  const invitation = await invite(world, 'suspendue@example.org', salome)
  return {
    offered: [
      {
        name: 'ban: a role is offered meanwhile',
        path: invitation,
        as: clara.as,
        act: pressButton,
      },
    ],
    toDecide: [
      { name: 'ban: contested and replaced', path: `/workshop/bans/${first}`, as: mila },
      {
        name: 'ban: lifted before another decided',
        path: `/workshop/bans/${over}`,
        as: mila,
        act: (page: Page) => sendLate(page, `/fr/workshop/bans/${over}/outcome`),
      },
    ],
    own: [
      { name: 'ban: one’s own, lifted and closed', path: `/account/bans/${over}`, as: nils.as },
      {
        name: 'ban: contested in another tab',
        path: `/account/bans/${first}`,
        as: clara.as,
        act: (page: Page) => sendLate(page, `/fr/account/bans/${first}/contestation`),
      },
    ],
  }
}

/** As from a page that was opened before somebody else was first. */
async function sendLate(page: Page, action: string): Promise<void> {
  await page.setContent(
    `<form method="post" action="${action}">
      <textarea name="reason">Trop tard. ${LONG}</textarea><button>Envoyer</button>
    </form>`,
  )
  await page.locator('button').click()
  await expectRefusal(page)
}

async function fillIn(page: Page): Promise<void> {
  await page.locator('#until').fill(dayIn(30))
  await page.locator('#rule input').first().check()
  await page.locator('#reason').fill(LONG)
  await page.locator('#basis input').last().check()
  await page.locator('#grave').fill(LONG)
}

async function lookAtIt(page: Page): Promise<void> {
  await fillIn(page)
  await page.locator('main form button').first().click()
  await page.locator('button[value=set]').waitFor()
}

async function sendFirst(page: Page): Promise<void> {
  const form = page.locator('main form').first()
  await form.evaluate((element) => element.setAttribute('novalidate', ''))
  await form.locator('button').first().click()
  await expectRefusal(page)
}
