import type { TestContext } from 'node:test'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { sessionCookie } from '../../src/people/index.ts'
import { reportPath, type Somebody } from '../take-part.ts'
import type { openSite } from './visitor.ts'

type Site = ReturnType<typeof openSite>
type Sitting = { as?: Somebody; path?: string; prepare?: string; script?: boolean; width?: 320 }

export const remarkForm = `${reportPath}/contribution?kind=remark`
export const said = 'Il manque ici les écoles, et tout ce qui les entoure.'

/** Somebody at a form, with a browser of their own that has kept nothing yet; null where there is none. */
export async function sitDown(
  { visit, world }: Site,
  t: TestContext,
  { as, path = remarkForm, prepare, ...options }: Sitting = {},
): Promise<{ page: Page; nour: Somebody } | null> {
  const nour = as ?? (await world().person({ name: 'Nour' }))
  const page = await visit(t, { as: nour, ...options })
  if (!page) return null
  if (prepare) await page.addInitScript(prepare)
  await page.goto(path)
  return { page, nour }
}

/** What the page offers, in any language. */
export const notice = (page: Page): Locator => page.locator('section.unsent')
export const take = (page: Page): Locator => page.getByRole('button', { name: 'Le reprendre' })
export const forget = (page: Page): Locator => page.getByRole('button', { name: 'L’oublier' })

/** The texts that the browser keeps. */
export function textsIn(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(
    'Object.keys(localStorage).filter((name) => name.startsWith("vivace-text:")).map((name) => localStorage[name])',
  )
}

/** Closes the tab without a word, and opens another at the form. */
export async function comeBack(page: Page, path = remarkForm): Promise<Page> {
  const context = page.context()
  await page.close({ runBeforeUnload: true })
  const again = await context.newPage()
  await again.goto(path)
  return again
}

export async function signInAs(
  context: BrowserContext,
  url: string,
  { cookie }: Somebody,
): Promise<void> {
  await context.clearCookies()
  const value = cookie.slice(sessionCookie.length + 1)
  await context.addCookies([{ name: sessionCookie, value, url }])
}

export async function publishHere(page: Page): Promise<void> {
  await page.locator('button[value=preview]').click()
  await page.locator('button[value=publish]').click()
  await page.waitForURL(/receipt$|done=revised/)
}

/** As if it had been kept that many days earlier. */
export async function age(page: Page, days: number): Promise<void> {
  await page.evaluate(`for (const name of Object.keys(localStorage)) {
    const text = JSON.parse(localStorage[name])
    localStorage[name] = JSON.stringify({ ...text, at: text.at - ${days * 24 * 3600 * 1000} })
  }`)
}
