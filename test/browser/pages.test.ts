import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openWorld, type World } from '../world.ts'
import { auditPage } from './audit.ts'
import { requireBrowser } from './journeys.ts'
import { describePages, describeTextWorld, emptyStates } from './page-list.ts'
import type { Pages, State } from './page-state.ts'
import { serve } from './serve.ts'
import { openPage } from './visit.ts'
import { describeSettled, describeUnsaid } from './workshop-pages.ts'

let world: World
let empty: World
let settled: World
let edited: World
let pages: Pages
let sites: [World, State[]][]

before(async () => {
  world = await openWorld()
  empty = await openWorld({ editions: 0 })
  settled = await openWorld()
  edited = await openWorld()
  const described = await describePages(world)
  const ofText = await describeTextWorld(edited)
  pages = { ...described, ...ofText }
  sites = [
    [world, Object.values(described).flat()],
    [edited, Object.values(ofText).flat()],
    [empty, [...emptyStates, ...(await describeUnsaid(empty))]],
    [settled, await describeSettled(settled)],
  ]
})
after(async () => {
  await world.close()
  await empty.close()
  await settled.close()
  await edited.close()
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
  return /[.][a-z]+$/.test(path)
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
    '/assets/none': 404,
  })
  const patterns = world.app.routes
    .filter(({ method, path }) => method === 'GET' && !/^\/(fr|en|qps)/.test(path))
    .map(({ path }) => path)
  const visited = [
    '/',
    '/healthz',
    '/readyz',
    '/assets/:name',
    '/p/:block',
    '/c/:number',
    '/e/:slug/:number',
  ]
  assert.deepEqual([...new Set(patterns)].toSorted(), visited.toSorted())
})

type Where = { browser: Browser; locale: string; width: 320 | 1280; depth: 'all' | 'layout' }

/** A page's source, names and contrasts do not depend on how wide it is shown. */
const usual = [
  { locale: 'fr', width: 320, depth: 'all' },
  { locale: 'fr', width: 1280, depth: 'layout' },
  { locale: 'qps', width: 320, depth: 'layout' },
] as const

const every = ['fr', 'en', 'qps'].flatMap((locale) =>
  ([320, 1280] as const).map((width) => ({ locale, width, depth: 'all' as const })),
)

for (const { locale, width, depth } of process.env['VIVACE_TEST_EVERY'] ? every : usual) {
  const what = depth === 'all' ? 'valid, accessible and uncut' : 'uncut'
  test(`every page is ${what} in ${locale} at ${width} px`, async (t) => {
    const browser = await requireBrowser(t)
    if (!browser) return
    const where = { browser, locale, width, depth }
    const faults: string[] = []
    for (const [site, states] of sites) faults.push(...(await auditStates(site, where, states)))
    assert.deepEqual(faults, [])
  })
}

/** What is wrong with the pages, in one visit for each person: a browser's context takes its time. */
async function auditStates(site: World, where: Where, states: State[]): Promise<string[]> {
  const served = await serve(site)
  const { browser, locale, width, depth } = where
  const faults: string[] = []
  try {
    for (const [cookie, theirs] of Map.groupBy(states, ({ as }) => as?.cookie)) {
      const [name = '', value = ''] = cookie?.split('=') ?? []
      const options = { baseUrl: served.baseUrl, script: false, width, locale: 'fr' }
      const visit = await openPage(browser, {
        ...options,
        cookie: cookie ? { name, value } : undefined,
      })
      const source = sourceOf(visit.page)
      for (const state of theirs) {
        const found = await auditState(visit.page, { state, locale, depth, source })
        faults.push(...found.map((fault) => `${state.name}: ${fault}`))
      }
      await visit.close()
    }
  } finally {
    await served.close()
  }
  return faults
}

type Auditing = Pick<Where, 'locale' | 'depth'> & {
  state: State
  source: () => Promise<string>
}

async function auditState(
  page: Page,
  { state, locale, depth, source }: Auditing,
): Promise<string[]> {
  try {
    await page.goto(`/${locale}${state.path}`)
    await state.act?.(page)
    return await auditPage(page, await source(), depth)
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
