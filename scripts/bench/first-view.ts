import { chromium } from 'playwright-core'
import { findChromium } from '../../test/browser/chromium.ts'
import type { Benchmark, Figure } from './figure.ts'
import { findPages } from './pages.ts'
import { whileServing } from './program.ts'

export const firstView: Benchmark = {
  title: 'first view: Chromium with nothing in its cache, a visitor without cookies',
  run: async (prepared) => {
    const { db, url, close } = await prepared.consultation()
    try {
      const { front, parts, passages } = await findPages(db)
      const pages = {
        'front page of the report': front,
        'its longest part': parts[0]?.path ?? front,
        'its passage with the most contributions': passages[0]?.path ?? front,
      }
      const figures: Figure[] = []
      await whileServing(url, async (origin) => {
        for (const [what, path] of Object.entries(pages)) {
          figures.push(...describe(what, await viewOnce(origin + path)))
        }
        const { bytes } = await viewOnce(`${origin}${front}/whole`)
        const budget = { most: 250 }
        figures.push({
          what: 'the whole text on one page',
          value: bytes / 1000,
          unit: 'kB',
          budget,
        })
      })
      return figures
    } finally {
      await close()
    }
  },
}

type View = { bytes: number; requests: number }

function describe(what: string, { bytes, requests }: View): Figure[] {
  return [
    { what, value: bytes / 1000, unit: 'kB', budget: { most: 60 } },
    { what: '', value: requests, unit: 'requests', budget: { most: 8 } },
  ]
}

/** What one page brings over the wire, headers and encodings as they travel, in a browser of its own. */
async function viewOnce(address: string): Promise<View> {
  const found = await findChromium()
  if (!found) throw new Error('no Chromium was found')
  const browser = await chromium.launch(found)
  try {
    const page = await browser.newPage({ locale: 'fr-FR' })
    const session = await page.context().newCDPSession(page)
    let bytes = 0
    let requests = 0
    session.on('Network.requestWillBeSent', () => (requests += 1))
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
    await session.send('Network.enable')
    const response = await page.goto(address, { waitUntil: 'networkidle' })
    if (!response?.ok()) throw new Error(`${address} answers ${response?.status()}`)
    return { bytes, requests }
  } finally {
    await browser.close()
  }
}
