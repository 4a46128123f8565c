import type { Browser, BrowserContext, Page } from 'playwright-core'
import { sessionCookie } from '../../../src/people/index.ts'
import { openPage } from '../visit.ts'
import { listLinks, noteRunning, readTree, submitForm } from './in-browser.ts'
import { judgeTree, type TreeKind } from './judge-tree.ts'

/** A page to look at, by somebody, got or with a form sent to it; `found` is told what links it has. */
export type Sight = {
  path: string
  as?: { cookie: string } | undefined
  form?: [string, string][]
  found?: (links: string[]) => void
  /** What is done there before it is judged. */
  act?: (page: Page) => Promise<void>
  /** `page` where nothing is said. */
  kind?: TreeKind
}

type Looking = { browser: Browser; baseUrl: string; tabs: number }

/** Enough to know. */
const mostFaults = 20

/**
 * Opens each in a browser, several at once, and returns whatever ran, was reported or asked for elsewhere, or
 * stands where it could. A page that is found meanwhile may be added to the list.
 */
export async function lookAt(
  { browser, baseUrl, tabs }: Looking,
  sights: Sight[],
): Promise<string[]> {
  const faults: string[] = []
  let next = 0
  const work = async () => {
    const tab = await openTab(browser, baseUrl, faults)
    for (
      let sight = sights[next++];
      sight !== undefined && faults.length < mostFaults;
      sight = sights[next++]
    ) {
      await tab.show(sight)
    }
    await tab.close()
  }
  await Promise.all(Array.from({ length: tabs }, work))
  return faults
}

async function openTab(browser: Browser, baseUrl: string, faults: string[]) {
  const visit = await openPage(browser, { baseUrl, script: true, width: 1280, locale: 'fr' })
  const { page, problems } = visit
  let here = ''
  const note = (fault: string) => faults.push(`${here}: ${fault}`)
  await watch(page, note)
  let cookie: string | undefined
  const show = async (sight: Sight): Promise<void> => {
    here = sight.path
    if (sight.as?.cookie !== cookie) {
      cookie = sight.as?.cookie
      await become(page.context(), cookie, baseUrl)
    }
    await (sight.form ? sendForm(page, sight.path, sight.form) : page.goto(sight.path))
    await sight.act?.(page)
    for (const fault of await judgePage(page, sight, baseUrl)) note(fault)
    for (const problem of problems.splice(0).filter(isOfPage)) note(problem)
    sight.found?.(await page.evaluate(listLinks))
  }
  return { show, close: visit.close }
}

async function become(context: BrowserContext, cookie: string | undefined, url: string) {
  await context.clearCookies()
  const value = cookie?.slice(sessionCookie.length + 1)
  if (value !== undefined) await context.addCookies([{ name: sessionCookie, value, url }])
}

async function judgePage(page: Page, { kind = 'page' }: Sight, baseUrl: string): Promise<string[]> {
  const parts = await page.evaluate(readTree)
  const stayed = page.url().startsWith(kind === 'file' ? 'file:' : baseUrl)
  return [
    ...judgeTree(parts, page.url(), kind),
    ...(stayed ? [] : [`led away to ${page.url()}`]),
    ...(page.frames().length > 1 ? ['a frame'] : []),
  ]
}

/** False for what a browser says of a policy that only reports, and what it asks for by itself beside a drawing. */
function isOfPage(problem: string): boolean {
  return !/'sandbox' is ignored when delivered in a report-only|[/]favicon[.]ico/.test(problem)
}

/** Tells what runs, what a policy blocks or reports, and what asks somebody something. */
export async function watch(page: Page, note: (fault: string) => void): Promise<void> {
  await page.exposeBinding('noteHit', (_, what: string) => note(what))
  await page.addInitScript(noteRunning)
  page.on('dialog', (dialog) => {
    note(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', (popup) => note(`a window: ${popup.url()}`))
}

async function sendForm(page: Page, path: string, form: [string, string][]): Promise<void> {
  if (page.url() === 'about:blank') await page.goto('/fr')
  await Promise.all([page.waitForEvent('load'), page.evaluate(submitForm, { path, form })])
}
