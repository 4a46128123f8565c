import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { findChromium } from '../test/browser/chromium.ts'
import { serve } from './bench/program.ts'

/*
 * Pictures of the pages that people know the product by, of the demonstration as it stands after its first
 * start, on a large screen and on a small one: `npm run screenshots -- [FOLDER] [png]`.
 */

const report = '/fr/reports/la-ville-en-partage'

type Shot = { name: string; as?: string; find: (page: Page) => Promise<void> }

const shots: Shot[] = [
  { name: 'front', find: (page) => open(page, report) },
  { name: 'part', find: openPart },
  {
    name: 'passage',
    find: async (page) => {
      await openPart(page)
      await openFirst(page, '.gloss .count')
    },
  },
  {
    name: 'contribution-form',
    as: 'Nour B.',
    find: async (page) => {
      await openPart(page)
      await openFirst(page, '.block.paragraph .anchor')
      await openFirst(page, 'a[href$="/amendment"]')
      await page.getByRole('checkbox').first().check()
      await page.locator('main form button[type="submit"]').first().click()
    },
  },
  {
    name: 'workshop-queue',
    as: 'Camille Desnos',
    find: (page) => open(page, '/fr/workshop/reports/la-ville-en-partage'),
  },
  { name: 'changes', find: (page) => open(page, `${report}/editions/2/changes`) },
]

async function open(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path)
  if (!answer?.ok()) throw new Error(`${path} answers ${answer?.status()}`)
}

async function openFirst(page: Page, selector: string): Promise<void> {
  const href = await page.locator(selector).first().getAttribute('href')
  // Its own top is shown, not the place in it that is led to.
  await open(page, (href ?? '').replace(/#.*/, ''))
}

async function openPart(page: Page): Promise<void> {
  await open(page, report)
  await openFirst(page, '.outline a[href*="/part/"]')
}

async function signIn(page: Page, name: string): Promise<void> {
  await open(page, '/fr/account/sign-in')
  await page.getByRole('button', { name: `Continuer avec le compte de ${name}` }).click()
}

async function take(browser: Browser, origin: string, folder: string): Promise<void> {
  for (const width of [1280, 320]) {
    for (const { name, as, find } of shots) {
      const viewport = { width, height: width === 320 ? 1100 : 1400 }
      const page = await browser.newPage({ baseURL: origin, locale: 'fr-FR', viewport })
      if (as !== undefined) await signIn(page, as)
      await find(page)
      await page.screenshot({ path: join(folder, `${name}-${width}.${type}`), ...formats[type] })
      await page.close()
    }
  }
}

/** Small ones to keep, exact ones to look at. */
const formats = { jpeg: { type: 'jpeg', quality: 60 }, png: { type: 'png' } } as const

const [, , folder = 'docs/screens', wanted = 'jpeg'] = process.argv
const type = wanted === 'png' ? 'png' : 'jpeg'
const found = await findChromium()
if (!found) throw new Error('no Chromium was found')
await mkdir(folder, { recursive: true })
const data = await mkdtemp(join(tmpdir(), 'vivace-screens-'))
const serving = await serve({ DATABASE_URL: '', DATA_FOLDER: data })
const browser = await chromium.launch(found)
try {
  await take(browser, serving.origin, folder)
} finally {
  await browser.close()
  await serving.stop()
  await rm(data, { recursive: true, force: true })
}
