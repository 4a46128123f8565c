import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { Browser } from 'playwright-core'
import { fillWorld } from '../malformed/fill.ts'
import { findPattern, listRoutes } from '../malformed/routes.ts'
import { openWorld, type World } from '../world.ts'
import { drawings } from './hostile/drawings.ts'
import { fillConsultation } from './hostile/fill-consultation.ts'
import { fillMails } from './hostile/fill-mails.ts'
import { fillPictures } from './hostile/fill-pictures.ts'
import { fillRedress } from './hostile/fill-redress.ts'
import { fillReports } from './hostile/fill-reports.ts'
import { listAddresses, listForms, listQueries, listTyped } from './hostile/list-asked.ts'
import { linkFollower, listOwn } from './hostile/list-sights.ts'
import { lookAt, type Sight } from './hostile/look.ts'
import { plantPicture, openAlone } from './hostile/open-alone.ts'
import { serveWatched, type Shown } from './hostile/serve-watched.ts'
import { vectors } from './hostile/vectors.ts'
import { wordFiles } from './hostile/word-files.ts'
import { writeFiles } from './hostile/write-files.ts'
import { requireBrowser } from './journeys.ts'

/*
 * Every vector goes in by a form, a file or a command, and every page that shows it is opened with a policy that
 * reports and blocks nothing: what keeps it from running is the page alone. Then a page of each route is opened
 * as it is served.
 */

type Looking = { t: TestContext; browser: Browser; world: World }

async function look(
  { t, browser, world }: Looking,
  sights: Sight[],
  { blocking = false, tabs = 3 } = {},
) {
  const shown: Shown = new Map()
  const site = await serveWatched(world, shown, { blocking })
  try {
    const started = performance.now()
    const faults = await lookAt({ browser, baseUrl: site.baseUrl, tabs }, sights)
    const seconds = Math.round((performance.now() - started) / 1000)
    t.diagnostic(`${sights.length} pages in ${seconds} s, ${blocking ? 'as served' : 'unguarded'}`)
    assert.deepEqual(faults, [])
    return shown
  } finally {
    await site.close()
  }
}

/** One page of each route, as it is served. */
async function lookAgain(looking: Looking, sights: readonly Sight[]): Promise<void> {
  const { app } = looking.world
  const got = sights.filter(({ form }) => form === undefined)
  const byRoute = new Map(got.map((sight) => [findPattern(app, 'GET', sight.path), sight]))
  const again = [...byRoute.values()].map(({ path, as }): Sight => ({ path, as }))
  await look(looking, again, { blocking: true })
}

/** Pages that show everything that anybody said, or that a report says. */
const showAll = [
  '/fr',
  '/fr/contributions/:number',
  '/fr/reports/:slug',
  '/fr/reports/:slug/whole',
  '/fr/reports/:slug/part/:block',
  '/fr/reports/:slug/contributions',
  '/fr/reports/:slug/editions/:number/changes',
  '/fr/workshop/reports/:slug/text',
  '/fr/workshop/reports/:slug/changes',
  '/fr/workshop/reports/:slug/calendar',
  '/fr/workshop/reports/:slug/import/:upload',
]

test('nothing runs on a page that shows what was said, imported or changed by hand', async (t) => {
  const browser = await requireBrowser(t)
  if (!browser) return
  const world = await openWorld()
  t.after(() => world.close())
  const trapped = await fillReports(world)
  const told = await fillConsultation(world)
  const sights: Sight[] = ['/fr', '/fr/journal', ...told.pages].map((path) => ({ path }))
  const follow = linkFollower(world, sights)
  for (const one of trapped) {
    sights.push(...listOwn(one))
    follow(one)
  }
  const shown = await look({ t, browser, world }, sights)
  for (const pattern of showAll) {
    const missing = vectors.filter(({ number }) => !shown.get(pattern)?.has(number))
    assert.deepEqual(missing, [], `${pattern} shows every vector`)
  }
  t.diagnostic(`${vectors.length} vectors, on pages of ${shown.size} routes`)
  await lookAgain({ t, browser, world }, sights)
  const files = await writeFiles(
    t,
    world,
    trapped.map(({ slug }) => slug),
  )
  await look({ t, browser, world }, files)
})

test('nothing runs of what is flagged, contested and answered', async (t) => {
  const browser = await requireBrowser(t)
  if (!browser) return
  const world = await openWorld()
  t.after(() => world.close())
  const sights = await fillRedress(world)
  const shown = await look({ t, browser, world }, sights)
  for (const pattern of [
    '/fr/flags/:token',
    '/fr/workshop/contributions/:number/moderation',
    '/fr/workshop/appeals/:appeal',
    '/fr/contributions/:number/decisions/:decision',
  ]) {
    const missing = vectors.filter(({ number }) => !shown.get(pattern)?.has(number))
    assert.deepEqual(missing, [], `${pattern} shows every vector`)
  }
  await lookAgain({ t, browser, world }, sights)
})

test('nothing runs that is typed in a form or asked in an address', async (t) => {
  const browser = await requireBrowser(t)
  if (!browser) return
  const world = await fillWorld()
  t.after(() => world.close())
  const routes = await listRoutes(world)
  const sights = [...listAddresses(), ...listQueries(world, routes)]
  // First: what is kept in a browser is offered by the same.
  await look({ t, browser, world }, listTyped(world, routes), { tabs: 1 })
  await look({ t, browser, world }, [...sights, ...(await listForms(world, routes))])
  await lookAgain({ t, browser, world }, sights)
})

test('nothing runs in a mail that tells of it', async (t) => {
  const browser = await requireBrowser(t)
  if (!browser) return
  const world = await fillMails()
  t.after(() => world.close())
  for (const blocking of [false, true])
    await look({ t, browser, world }, [{ path: '/fr/demonstration/mail' }], { blocking })
})

test('nothing runs in a drawing, where it is shown or alone, or in what a file of Word held', async (t) => {
  const browser = await requireBrowser(t)
  if (!browser) return
  const world = await openWorld()
  t.after(() => world.close())
  const { drawn, pages } = await fillPictures(world)
  const alone = drawn.map((path): Sight => ({ path, kind: 'picture' }))
  const shown: Sight[] = pages.map((path) => ({ path }))
  await look({ t, browser, world }, [...shown, ...alone])
  t.diagnostic(`${drawings.length} drawings, ${wordFiles.length} files of Word`)
})

test('a drawing that nothing made harmless runs nothing, asks for nothing and is of no site', async (t) => {
  const browser = await requireBrowser(t)
  if (!browser) return
  const world = await openWorld()
  t.after(() => world.close())
  const path = await plantPicture(world)
  const site = await serveWatched(world, new Map(), { blocking: true })
  t.after(() => site.close())
  for (const drawing of drawings) {
    assert.deepEqual(await openAlone({ browser, world, baseUrl: site.baseUrl }, path, drawing), [])
  }
})
