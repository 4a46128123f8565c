import assert from 'node:assert/strict'
import { sql } from 'kysely'
import type { Browser } from 'playwright-core'
import { dataUri, svg } from '../../picture-files.ts'
import { publishFile } from '../../publish-file.ts'
import type { World } from '../../world.ts'
import { watch } from './look.ts'

/** Where a drawing is sent from whose bytes can be others than those that were published. */
export async function plantPicture(world: World): Promise<string> {
  const drawing = dataUri('image/svg+xml', svg('<rect width="9" height="9"/>'))
  const page = `<html lang="fr"><h1>Dessin</h1><h2>Un</h2><figure><img alt="x" src="${drawing}"></figure></html>`
  const blocks = await publishFile(world, 'dessin', { name: 'd.html', bytes: Buffer.from(page) })
  const picture = blocks.find((block) => block.picture)?.picture
  assert.ok(picture)
  await sql`alter table picture disable trigger all`.execute(world.db)
  await sql`alter table picture drop constraint picture_check`.execute(world.db)
  return `/pictures/${picture.sha256}.${picture.type}`
}

type Opening = { browser: Browser; world: World; baseUrl: string }

/** Returns what it did when it was opened at that address, as it is: nothing. */
export async function openAlone(
  { browser, world, baseUrl }: Opening,
  path: string,
  drawing: string,
): Promise<string[]> {
  const script = `<script href="${baseUrl}/assets/script.js"/>`
  const bytes = Buffer.from(drawing.replace(/<[/]svg>$/, `${script}</svg>`))
  await sql`update picture set bytes = ${bytes}`.execute(world.db)
  const context = await browser.newContext()
  const page = await context.newPage()
  const faults: string[] = []
  await watch(page, (fault) => faults.push(fault))
  page.on('response', (response) => {
    const asked = response.url()
    const isOwn = asked === baseUrl + path || asked.endsWith('/favicon.ico')
    if (!isOwn && !asked.startsWith('data:')) faults.push(`is sent ${asked}`)
  })
  await page.goto(baseUrl + path)
  const origin = await page.evaluate('globalThis.origin')
  if (origin !== 'null') faults.push(`is of ${String(origin)}`)
  await context.close()
  // What is blocked is reported, and is as it should be.
  return faults.filter((fault) => !/^[a-z-]+-src/.test(fault))
}
