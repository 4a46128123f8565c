import type { Page } from 'playwright-core'
import { makeSignInLink, sessionCookie } from '../../src/people/index.ts'
import { origin, type World } from '../world.ts'
import type { Pages, Visitor } from './page-state.ts'
import { goPastLimits } from './past-limits.ts'

const longAddress = `une-adresse-tres-longue-qui-ne-se-coupe-pas-${'x'.repeat(40)}@example.org`

/** Signing in by mail, and the account, in each state that they can be met in. */
export async function describeAccountPages(
  world: World,
  { nour, hoarder }: Record<'nour' | 'hoarder', Visitor>,
): Promise<Pages> {
  const known = await enter(world, longAddress)
  const demonstration = await world.person({ name: 'Un nom public' })
  const link = '/account/sign-in-links'
  const used = await makePath(world, 'used@example.org')
  await use(world, used)
  const over = await makePath(world, 'over@example.org', -48)
  const newcomer = await makePath(world, 'newcomer@example.org')
  const again = await makePath(world, longAddress)
  const saved = '/account?done=profile-saved'
  return {
    '/account/sign-in': [
      { name: 'sign-in', path: '/account/sign-in' },
      { name: 'sign-in, refused', path: '/account/sign-in', act: askForNothing },
      {
        name: 'sign-in, too often',
        path: '/account/sign-in',
        act: (page) => askTooOften(world, page),
      },
      { name: 'sign-in, once more', path: '/account/sign-in?again=yes' },
      { name: 'signed out everywhere', path: '/account/sign-in?done=signed-out-everywhere' },
    ],
    '/account/sign-in-links/sent': [{ name: 'link sent', path: `${link}/sent` }],
    '/account/sign-in-links/:token': [
      { name: 'link of a newcomer', path: newcomer },
      { name: 'link of a newcomer, refused', path: newcomer, act: sendFirstForm },
      { name: 'link of somebody known', path: again },
      { name: 'link opened by somebody else', path: again, as: demonstration },
      { name: 'link used already', path: used },
      { name: 'link that is over', path: over },
      { name: 'link that never was', path: `${link}/nothing` },
    ],
    '/account': [
      { name: 'account', path: '/account', as: known },
      { name: 'account of the demonstration', path: '/account', as: demonstration },
      { name: 'account with drafts and contributions', path: '/account', as: nour },
      { name: 'account with all the drafts it can have', path: '/account', as: hoarder },
      { name: 'account, saved', path: saved, as: known },
      { name: 'account, refused', path: '/account', as: known, act: emptyName },
    ],
  }
}

async function makePath(world: World, email: string, hours = 0): Promise<string> {
  const asked = { email, returnTo: '/fr/journal', locale: 'fr' as const }
  const now = new Date(Date.now() + hours * 3_600_000)
  const { pathname } = new URL(await makeSignInLink(world.db, origin, asked, now))
  return pathname.slice('/fr'.length)
}

function use(world: World, path: string): Promise<Response> {
  return world.post(`/fr${path}`, [
    ['name', 'Un nom assez long pour ne pas tenir sur la ligne d’un petit écran'],
    ['side', 'association'],
    ['terms', '1'],
  ])
}

async function enter(world: World, email: string): Promise<{ cookie: string }> {
  const entered = await use(world, await makePath(world, email))
  const [cookie = ''] = (entered.headers.get('Set-Cookie') ?? '').split(';')
  if (!cookie.startsWith(sessionCookie)) throw new Error('the link let nobody in')
  return { cookie }
}

async function askForNothing(page: Page): Promise<void> {
  await page.locator('#email').fill('nour@')
  await sendFirstForm(page)
}

async function askTooOften(world: World, page: Page): Promise<void> {
  const form = page.url()
  const ask = async () => {
    await page.goto(form)
    await page.locator('#email').fill('nour@example.org')
    await page.locator('#email').press('Enter')
    await page.waitForURL((url) => url.href !== form)
  }
  await goPastLimits(world, page, ask)
}

async function emptyName(page: Page): Promise<void> {
  await page.locator('#name').fill('')
  await sendFirstForm(page)
}

/** Past the browser's own check of its fields, as an older browser would send it. */
async function sendFirstForm(page: Page): Promise<void> {
  const form = page.locator('main form').first()
  await form.evaluate((element) => element.setAttribute('novalidate', ''))
  await form.locator('button').first().click()
  await page.locator('.error-summary').waitFor({ timeout: 10_000 })
}
