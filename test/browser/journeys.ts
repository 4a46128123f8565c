import { after } from 'node:test'
import type { Browser } from 'playwright-core'
import { closeBrowser, openBrowser } from './chromium.ts'

/** The runner counts the journeys left out by this message. */
export const NEEDS_CHROMIUM = 'needs Chromium'

type SkippableTest = { skip: (message: string) => void }

after(closeBrowser)

/** The browser; or null, the test being skipped (in CI: failed), where there is no Chromium. */
export async function requireBrowser(
  t: SkippableTest,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Browser | null> {
  const browser = await openBrowser(env)
  if (browser === null) {
    if (env['CI'] === 'true') throw new Error(`This journey ${NEEDS_CHROMIUM}, and none was found`)
    t.skip(NEEDS_CHROMIUM)
  }
  return browser
}
