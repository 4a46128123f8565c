import type { Page } from 'playwright-core'
import { acceptAnew } from '../accept-terms.ts'
import { beginAudit, enterWhole, keeping } from '../keep-audit.ts'
import { keepText } from '../keep-terms.ts'
import { makeAdministrator } from '../make-administrator.ts'
import type { World } from '../world.ts'
import {
  expectRefusal,
  openDetails,
  pretendStale,
  refuse,
  sendFirst,
  sendNothing,
  sendSignedOut,
} from './page-acts.ts'
import { describeAudits } from './audit-pages.ts'
import type { Pages, State, Visitor } from './page-state.ts'
import { publishOne, sayWholeNotice } from './sample-notices.ts'

/** Where administrators have said nothing yet. */
export async function describeUnkept(world: World): Promise<State[]> {
  const as = await makeAdministrator(world)
  return [
    { name: 'site: terms, as delivered', path: '/terms' },
    { name: 'site: terms, nothing to compare', path: '/terms/comparison' },
    { name: 'site: notice, nothing said', path: '/legal-notice' },
    { name: 'site: notice, form of nothing', path: '/admin/legal-notice', as },
    { name: 'site: declaration, no audit', path: '/accessibility' },
    { name: 'site: keeping the declaration, nothing', path: '/admin/accessibility', as },
    { name: 'site: administration, all to do', path: '/admin', as },
  ]
}

/** What is said of the site, in a world of its own: terms that ask stand before what everybody does. */
export async function describeNotices(world: World): Promise<Pages> {
  const iris = await world.person({ name: 'Iris' })
  const admin = await makeAdministrator(world)
  await keepText(world.db, admin.actor, 'Ce texte dit mieux à quoi il sert.', false)
  await keepText(world.db, admin.actor, 'Ce texte dit encore mieux à quoi il sert.')
  await acceptAnew(world.db, admin.actor.personId ?? 0)
  await sayWholeNotice(world, admin)
  const published = await publishOne(world, admin)
  const open = `${keeping}/audits/${await beginAudit(world, admin)}`.slice('/fr'.length)
  const whole = auditPath(await enterWhole(world, admin, 40))
  return {
    '/admin': [{ name: 'site: administration', path: '/admin', as: admin }],
    ...describeTerms(admin, iris),
    ...describeNotice(admin),
    ...describeAccessibility(admin),
    ...describeAudits(admin, { open, whole, published: auditPath(published) }),
  }
}

const auditPath = (id: number) => `/admin/accessibility/audits/${id}`

function describeTerms(admin: Visitor, iris: Visitor): Pages {
  return {
    '/terms': [
      { name: 'site: terms', path: '/terms' },
      { name: 'site: terms, owed', path: '/terms', as: iris },
      { name: 'site: terms, not ticked', path: '/terms', as: iris, act: refuse },
      { name: 'site: terms, accepted', path: '/terms?done=accepted-now', as: admin },
      { name: 'site: account that owes', path: '/account', as: iris },
      { name: 'site: terms before an act', path: '/organisation', as: iris, act: beforeAct },
      {
        name: 'site: terms before an act, not ticked',
        path: '/organisation',
        as: iris,
        act: async (page) => {
          await beforeAct(page)
          await refuse(page)
        },
      },
    ],
    '/terms/versions/:version': [
      { name: 'site: terms, an old version', path: '/terms/versions/1' },
      { name: 'site: terms, no such version', path: '/terms/versions/99' },
    ],
    '/terms/comparison': [{ name: 'site: terms compared', path: '/terms/comparison?from=1&to=3' }],
    '/admin/terms': [
      { name: 'site: keeping the terms', path: '/admin/terms', as: admin },
      { name: 'site: keeping the terms, refused', path: '/admin/terms', as: admin, act: refuse },
      {
        name: 'site: keeping the terms, changed meanwhile',
        path: '/admin/terms',
        as: admin,
        act: async (page) => {
          await pretendStale(page, '1')
          await page.locator('#text-1-fr').fill('Ce texte est celui d’une autre personne.')
          await page.locator('#summary-fr').fill('Autre chose.')
          await page.locator('#summary-en').fill('Something else.')
          await page.locator('#summary-es').fill('Otra cosa.')
          await page.locator('#asks-anew').check()
          await page.locator('button[value=preview]').click()
          await expectRefusal(page)
        },
      },
      { name: 'site: keeping the terms, preview', path: '/admin/terms', as: admin, act: preview },
      {
        name: 'site: keeping the terms, signed out meanwhile',
        path: '/admin/terms',
        as: admin,
        act: signOut,
      },
    ],
  }
}

function describeNotice(admin: Visitor): Pages {
  const path = '/admin/legal-notice'
  return {
    '/legal-notice': [
      { name: 'site: notice', path: '/legal-notice' },
      { name: 'site: notice, kept just now', path: '/legal-notice?done=kept', as: admin },
    ],
    [path]: [
      { name: 'site: notice, form', path, as: admin },
      {
        name: 'site: notice, refused',
        path,
        as: admin,
        act: async (page) => {
          await page.locator('#publisherPhone').fill('zéro trois')
          await page.locator('#registration').fill('12')
          await refuse(page)
        },
      },
      {
        name: 'site: notice, changed meanwhile',
        path,
        as: admin,
        act: async (page) => {
          await pretendStale(page, '0')
          await page.locator('#director').fill('Quelqu’un d’autre')
          await refuse(page)
        },
      },
      { name: 'site: notice, signed out meanwhile', path, as: admin, act: signOut },
    ],
  }
}

function describeAccessibility(admin: Visitor): Pages {
  const path = '/admin/accessibility'
  return {
    '/accessibility': [
      { name: 'site: declaration', path: '/accessibility' },
      { name: 'site: declaration, opened', path: '/accessibility', act: openDetails },
      { name: 'site: declaration, published', path: '/accessibility?done=published', as: admin },
    ],
    [path]: [
      { name: 'site: keeping the declaration', path: `${path}?done=results-kept`, as: admin },
      {
        name: 'site: keeping the declaration, refused',
        path,
        as: admin,
        act: async (page) => {
          await page.locator('#email').fill('personne')
          await sendFirst(page, '#setting')
        },
      },
      {
        name: 'site: automated results, refused',
        path,
        as: admin,
        act: async (page) => {
          await page.locator('#results').fill('{')
          await sendFirst(page, 'form:has(#results)')
        },
      },
      {
        name: 'site: keeping the declaration, changed meanwhile',
        path,
        as: admin,
        act: async (page) => {
          await page.locator('#email').fill('autre@exemple.example')
          await pretendStale(page, '0')
          await sendFirst(page, '#setting')
        },
      },
      { name: 'site: audit thrown away', path: `${path}?done=removed-already`, as: admin },
    ],
    [`${path}/setting`]: [
      { name: 'site: contact, asked for again', path: `${path}/setting`, as: admin },
    ],
    [`${path}/automated-results`]: [
      { name: 'site: results, asked for again', path: `${path}/automated-results`, as: admin },
    ],
  }
}

async function beforeAct(page: Page): Promise<void> {
  await sendNothing(page)
  await page.locator('#consent').waitFor()
}

async function preview(page: Page): Promise<void> {
  await page.locator('#text-1-fr').fill('Ce texte est celui de l’association qui tient ce site.')
  await page.locator('#summary-fr').fill('Le premier article dit qui tient ce site.')
  await page.locator('#summary-en').fill('The first article says who keeps this site.')
  await page.locator('#summary-es').fill('El primer artículo dice quién lleva este sitio.')
  await page.locator('#asks-anew').check()
  await page.locator('button[value=preview]').click()
  await page.locator('button[value=keep]').waitFor()
}

async function signOut(page: Page): Promise<void> {
  const form = page.locator('main form')
  await form.evaluate((element) => element.setAttribute('novalidate', ''))
  await sendSignedOut(page, form.locator('button').first())
}
