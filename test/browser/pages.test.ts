import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openProvidersWorld, type ProvidersWorld } from '../providers-world.ts'
import { openWorld, type World } from '../world.ts'
import { describeAnchorWorld } from './anchor-pages.ts'
import { auditPage } from './audit.ts'
import { describeCompeting } from './competing-pages.ts'
import { requireBrowser } from './journeys.ts'
import { describeNotices, describeUnkept } from './notice-pages.ts'
import { describePages, describeTextWorld, emptyStates } from './page-list.ts'
import type { Pages, State } from './page-state.ts'
import { serve } from './serve.ts'
import { openPage, resize, type Width } from './visit.ts'
import { describeWays } from './ways-pages.ts'
import { describeSettled, describeUnsaid } from './workshop-pages.ts'
import { writeResults, type LookedAt } from './write-results.ts'

let world: World
let empty: World
let settled: World
let edited: World
let carried: World
let competing: World
let ways: ProvidersWorld
let noticed: World
let pages: Pages
let sites: [World, State[]][]

before(async () => {
  world = await openWorld()
  empty = await openWorld({ editions: 0 })
  settled = await openWorld()
  edited = await openWorld()
  carried = await openWorld()
  competing = await openWorld()
  ways = await openProvidersWorld()
  noticed = await openWorld()
  const described = await describePages(world)
  const ofText = await describeTextWorld(edited)
  const ofAnchors = await describeAnchorWorld(carried)
  const ofWays = await describeWays(ways)
  const ofNotices = await describeNotices(noticed)
  pages = { ...described, ...ofText, ...ofAnchors, ...ofWays, ...ofNotices }
  sites = [
    [world, Object.values(described).flat()],
    [edited, Object.values(ofText).flat()],
    [carried, Object.values(ofAnchors).flat()],
    [competing, await describeCompeting(competing)],
    [ways, Object.values(ofWays).flat()],
    [noticed, Object.values(ofNotices).flat()],
    [empty, [...emptyStates, ...(await describeUnsaid(empty)), ...(await describeUnkept(empty))]],
    [settled, await describeSettled(settled)],
  ]
})
after(async () => {
  await world.close()
  await empty.close()
  await settled.close()
  await edited.close()
  await carried.close()
  await competing.close()
  await ways.close()
  await noticed.close()
})

test('every page that can be got is in the list', () => {
  const routes = world.app.routes
    .filter(({ method, path }) => method === 'GET' && path.startsWith('/fr'))
    .map(({ path }) => path.slice('/fr'.length))
    .filter((path) => !isFile(path))
  assert.deepEqual([...new Set(routes)].toSorted(), Object.keys(pages).toSorted())
})

/** Whose last part has an extension: sent to be kept, not shown. */
function isFile(path: string): boolean {
  return /[.][a-z]+\}?$/.test(path)
}

test('what answers without a page is there too', async () => {
  const statuses: Record<string, number> = {}
  for (const path of ['/healthz', '/readyz', '/', '/c/1', '/e/petite-loi/2', '/nowhere']) {
    statuses[path] = (await world.get(path)).status
  }
  const block = await world.blockWith('Chaque commune publie')
  statuses['/p/'] = (await world.get(`/p/${block.id}`)).status
  const sheet =
    /href="(\/assets\/[^"]+[.]css)"/.exec(await (await world.get('/fr')).text())?.[1] ?? ''
  statuses['/assets/'] = (await world.get(sheet)).status
  statuses['/pictures/none'] = (await world.get(`/pictures/${'0'.repeat(64)}.png`)).status
  statuses['/files/none'] = (await world.get(`/files/${'0'.repeat(64)}.png`)).status
  statuses['/sign-in/none'] = (await world.get('/sign-in/none')).status
  statuses['/signed-out'] = (await world.get('/signed-out')).status
  statuses['/assets/none'] = (await world.get('/assets/none.css')).status
  assert.deepEqual(statuses, {
    '/healthz': 200,
    '/readyz': 200,
    '/': 302,
    '/c/1': 302,
    '/e/petite-loi/2': 302,
    '/nowhere': 404,
    '/p/': 302,
    '/assets/': 200,
    '/pictures/none': 404,
    '/files/none': 404,
    '/assets/none': 404,
    '/sign-in/none': 404,
    '/signed-out': 302,
  })
  const patterns = world.app.routes
    .filter(({ method, path }) => method === 'GET' && !/^\/(fr|en|es|qps)/.test(path))
    .map(({ path }) => path)
  const visited = [
    '/',
    '/healthz',
    '/readyz',
    '/assets/:name',
    '/p/:block',
    '/c/:number',
    '/e/:slug/:number',
    '/pictures/:name',
    '/files/:name',
    '/sign-in/:provider',
    '/signed-out',
  ]
  assert.deepEqual([...new Set(patterns)].toSorted(), visited.toSorted())
})

type Look = { locale: string; width: Width; depth: 'all' | 'layout'; also?: Width }
type Where = Look & { browser: Browser }

/** A page's source, names and contrasts do not depend on how wide it is shown: one visit shows both. */
const usual: Look[] = [
  { locale: 'fr', width: 320, depth: 'all', also: 1280 },
  { locale: 'qps', width: 320, depth: 'layout' },
]

const every: Look[] = ['fr', 'en', 'es', 'qps'].flatMap((locale) =>
  ([320, 1280] as const).map((width) => ({ locale, width, depth: 'all' as const })),
)

/** A guard that is broken on purpose needs only the states whose name holds this. */
const named = process.env['VIVACE_TEST_STATES'] ?? ''

for (const look of process.env['VIVACE_TEST_EVERY'] ? every : usual) {
  const { locale, width, depth, also } = look
  const what = depth === 'all' ? 'valid, accessible and uncut' : 'uncut'
  const widths = also ? `${width} px, uncut at ${also} px` : `${width} px`
  test(`every page is ${what} in ${locale} at ${widths}`, async (t) => {
    const browser = await requireBrowser(t)
    if (!browser) return
    const where = { ...look, browser }
    const looked: LookedAt[] = []
    for (const [site, states] of sites) {
      const chosen = states.filter(({ name }) => name.includes(named))
      looked.push(...(await auditStates(site, where, chosen)))
    }
    if (depth === 'all') await writeResults(looked)
    const faults = looked.flatMap(({ name, faults: its }) => its.map((one) => `${name}: ${one}`))
    assert.deepEqual(faults, [])
  })
}

/** What is wrong with the pages, in one visit for everybody: a browser's context takes its time. */
async function auditStates(site: World, where: Where, states: State[]): Promise<LookedAt[]> {
  const served = await serve(site)
  const { browser, width } = where
  const looked: LookedAt[] = []
  try {
    const options = { baseUrl: served.baseUrl, script: false, width, locale: 'fr' }
    const visit = await openPage(browser, options)
    const source = sourceOf(visit.page)
    for (const [cookie, theirs] of Map.groupBy(states, ({ as }) => as?.cookie)) {
      await becomeVisitor(visit.page, served.baseUrl, cookie)
      for (const state of theirs) {
        const faults = await auditState(visit.page, { ...where, state, source })
        looked.push({ name: state.name, faults })
      }
    }
    await visit.close()
  } finally {
    await served.close()
  }
  return looked
}

/** From the next page on. */
async function becomeVisitor(page: Page, url: string, cookie: string | undefined): Promise<void> {
  const context = page.context()
  await context.clearCookies()
  const [name = '', value = ''] = cookie?.split('=') ?? []
  if (cookie) await context.addCookies([{ name, value, url }])
}

type Auditing = Look & {
  state: State
  source: () => Promise<string>
}

async function auditState(
  page: Page,
  { state, locale, width, depth, also, source }: Auditing,
): Promise<string[]> {
  try {
    await page.goto(`/${locale}${state.path}`)
    await state.act?.(page)
    const found = await auditPage(page, await source(), depth)
    if (!also) return found
    await resize(page, also)
    const atOther = await auditPage(page, await source(), 'layout')
    await resize(page, width)
    return [...found, ...atOther.map((fault) => `at ${also} px: ${fault}`)]
  } catch (problem) {
    return [`cannot be reached: ${String(problem)}`]
  }
}

/** The bytes of the page now shown, also when a form's answer is that page. */
function sourceOf(page: Page): () => Promise<string> {
  let last: Promise<string> = Promise.resolve('')
  page.on('response', (response) => {
    const shown = response.request().isNavigationRequest() && response.status() !== 303
    if (shown && response.status() !== 302) last = response.text()
  })
  return () => last
}
