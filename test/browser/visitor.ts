import { after, before, type TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import { sessionCookie } from '../../src/people/index.ts'
import { openWorld, type World } from '../world.ts'
import { requireBrowser } from './journeys.ts'
import { serve } from './serve.ts'
import { openPage, type VisitOptions } from './visit.ts'

type Visiting = Partial<VisitOptions> & { as?: { cookie: string } }

/** One world for all the tests of a file, and pages of it; null where there is no Chromium. */
export function openSite(prepare: (world: World) => Promise<void> = async () => {}) {
  let world: World
  let site: Awaited<ReturnType<typeof serve>>
  before(async () => {
    world = await openWorld()
    await prepare(world)
    site = await serve(world)
  })
  after(async () => {
    await site.close()
    await world.close()
  })
  const visit = async (t: TestContext, { as, ...options }: Visiting): Promise<Page | null> => {
    const browser = await requireBrowser(t)
    if (!browser) return null
    const cookie = as && { name: sessionCookie, value: as.cookie.slice(sessionCookie.length + 1) }
    const usual = { script: true, width: 1280 as const, locale: 'fr', baseUrl: site.baseUrl }
    const { page, close } = await openPage(browser, { ...usual, ...options, cookie })
    t.after(close)
    return page
  }
  return { visit, world: () => world }
}
