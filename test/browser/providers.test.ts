import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { createApp } from '../../src/app.ts'
import { openLog } from '../../src/platform/log.ts'
import { createTestDatabase } from '../database.ts'
import { findFreePort } from '../free-port.ts'
import { startOpenIdProvider, type OpenIdProvider } from '../openid-provider.ts'
import { testMailing } from '../world.ts'
import { requireBrowser } from './journeys.ts'
import { serveOn } from './serve.ts'
import { openPage } from './visit.ts'
import { testFiles } from '../test-files.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let baseUrl: string
let proconnect: OpenIdProvider
let franceconnect: OpenIdProvider
let close: () => Promise<void>

before(async () => {
  database = await createTestDatabase()
  const port = await findFreePort()
  // To a browser the providers, at 127.0.0.1, are of another site.
  baseUrl = `http://localhost:${port}`
  proconnect = await startOpenIdProvider('proconnect', baseUrl)
  franceconnect = await startOpenIdProvider('franceconnect', baseUrl)
  proconnect.accounts
    .set('marie', { given_name: 'Marie', usual_name: 'Curie', siret: '13002526500013' })
    .set('marie without scripts', { given_name: 'Marie', usual_name: 'Curie' })
  const app = createApp({
    db: database.db,
    files: testFiles,
    log: openLog('silent'),
    publicUrl: baseUrl,
    pseudoLocale: false,
    demonstration: false,
    mailing: testMailing,
    mailbox: false,
    providers: [proconnect.settings, franceconnect.settings],
  })
  close = await serveOn(app, port)
})
after(async () => {
  await close()
  await proconnect.close()
  await franceconnect.close()
  await database.drop()
})

for (const script of [false, true]) {
  const how = script ? 'with scripts' : 'without scripts'
  test(`one comes in by a provider, adds another, and signs out at both, ${how}`, async (t) => {
    const browser = await requireBrowser(t)
    if (!browser) return
    const options = { baseUrl, script, width: 320 as const, locale: 'fr' }
    const { page, problems, close: closePage } = await openPage(browser, options)
    proconnect.next = script ? 'marie' : 'marie without scripts'
    await page.goto('/fr/account/sign-in?return=/fr/account')
    await page.getByRole('link', { name: 'S’identifier avec ProConnect' }).click()
    assert.equal(await page.getByLabel('Nom public').inputValue(), 'Marie Curie')
    await page.getByLabel('Nom public').fill('Marie de la ville')
    await page.getByLabel('Citoyenne, citoyen').check()
    await page.getByLabel('J’accepte les conditions d’utilisation').check()
    await page.getByRole('button', { name: 'Ouvrir le compte' }).click()
    await page.waitForURL(`${baseUrl}/fr/account`)
    const [cookie, ...others] = await page.context().cookies(baseUrl)
    assert.deepEqual(
      [cookie?.name, others.length],
      ['vivace_session', 0],
      'one cookie and no other',
    )

    franceconnect.next = script ? 'fc' : 'fc without scripts'
    await page.getByRole('link', { name: 'Ajouter FranceConnect' }).click()
    await page.getByRole('button', { name: 'Ajouter FranceConnect' }).click()
    await page.getByText('C’est ajouté').waitFor()
    await leave(page, script)
    assert.equal(page.url(), `${baseUrl}/fr`)
    await page.getByRole('link', { name: 'S’identifier' }).click()
    await page.getByRole('link', { name: 'S’identifier avec FranceConnect' }).click()
    await page.waitForURL(`${baseUrl}/fr`)
    assert.match(await page.locator('header.site').innerText(), /Marie de la ville/)

    // The providers are elsewhere, and that is all that a reader's browser would notice.
    const noticed = problems.filter((problem) => !problem.startsWith('request to another origin'))
    assert.deepEqual(noticed, [])
    problems.length = 0
    await closePage()
  })
}

/** Out here, and by itself on to the provider, which comes back; without scripts it asks for a press. */
async function leave(page: Page, script: boolean): Promise<void> {
  await page.getByRole('button', { name: 'Se déconnecter', exact: true }).click()
  if (!script) await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL(`${baseUrl}/fr`)
}
