import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { dayInParis } from '../../src/platform/paris-days.ts'

/** A page in one of its states, and what is wrong with it. */
export type LookedAt = { name: string; faults: string[] }

const file = new URL('../../var/accessibility-results.json', import.meta.url)

/** Where it is asked for (`npm run test:accessibility`): what an administrator encloses with the declaration. */
export async function writeResults(pages: readonly LookedAt[]): Promise<void> {
  if (!process.env['VIVACE_TEST_RESULTS']) return
  const checkers = await Promise.all(['axe-core', 'html-validate'].map(nameWithVersion))
  const results = { kind: 'vivace-accessibility-results', madeOn: dayInParis(new Date()), checkers }
  await mkdir(dirname(fileURLToPath(file)), { recursive: true })
  await writeFile(file, `${JSON.stringify({ ...results, pages }, null, 1)}\n`)
}

async function nameWithVersion(name: string): Promise<string> {
  const about = new URL(`../../node_modules/${name}/package.json`, import.meta.url)
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(about, 'utf8')))
  return `${name} ${version}`
}
