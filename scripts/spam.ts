import { parseArgs } from 'node:util'
import { closeBrowser, openBrowser } from '../test/browser/chromium.ts'
import { startTestServer } from '../test/database.ts'
import { sharedData } from '../test/shared-data.ts'
import { attack } from './spam/attack.ts'
import { openSite } from './spam/site.ts'
import { isReached, tally, writeTally } from './spam/tally.ts'

const { values: flags } = parseArgs({
  options: {
    /** Which texts, people and times are drawn; several runs are made where it stands several times. */
    seed: { type: 'string', multiple: true, default: ['1'] },
    posts: { type: 'string', default: '2000' },
    honest: { type: 'string', default: '200' },
    browser: { type: 'string', default: '50' },
  },
})

const file = sharedData('republique-numerique/contributions.json')
if (file === null) {
  console.error('The arguments of the consultation are not here: SHARED_DATA names their folder.')
  process.exitCode = 2
} else {
  const server = await startTestServer()
  process.env['VIVACE_TEST_ADMIN_URL'] = server.adminUrl
  const browser = await openBrowser()
  if (!browser) console.log('no Chromium was found: everything goes over HTTP')
  for (const seed of flags.seed.map(Number)) await run(file, seed, browser)
  await closeBrowser()
  await server.stop()
}

type Browser = Awaited<ReturnType<typeof openBrowser>>

async function run(from: string, seed: number, browser: Browser): Promise<void> {
  const began = performance.now()
  const site = await openSite()
  const size = {
    honest: Number(flags.honest),
    posts: Number(flags.posts),
    throughBrowser: Number(flags.browser),
  }
  const sent = await attack(site, { file: from, seed, size, browser })
  const counted = await tally(site.db, sent)
  await site.close()
  const seconds = Math.round((performance.now() - began) / 1000)
  console.log(`\nseed ${seed}, ${sent.length} posts, ${seconds} s\n\n${writeTally(counted)}`)
  if (!isReached(counted)) process.exitCode = 1
}
