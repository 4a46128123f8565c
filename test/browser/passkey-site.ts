import type { TestContext } from 'node:test'
import type { CDPSession, Page } from 'playwright-core'
import { createApp } from '../../src/app.ts'
import { ensurePerson, openSession, sessionCookie } from '../../src/people/index.ts'
import type { Db } from '../../src/platform/db/connect.ts'
import { openLog } from '../../src/platform/log.ts'
import { openContent } from '../../src/platform/mail/content.ts'
import { acceptNewest } from '../accept-terms.ts'
import { createTestDatabase } from '../database.ts'
import { findFreePort } from '../free-port.ts'
import { testMailing } from '../world.ts'
import { requireBrowser } from './journeys.ts'
import { serveOn } from './serve.ts'
import { openPage } from './visit.ts'
import { testFiles } from '../test-files.ts'

export type PasskeySite = { db: Db; baseUrl: string; close(): Promise<void> }

/** A site under a name: browsers make no passkeys for numbers. */
export async function openPasskeySite(): Promise<PasskeySite> {
  const { db, drop } = await createTestDatabase()
  const port = await findFreePort()
  const baseUrl = `http://localhost:${port}`
  const stop = await serveOn(appAt(db, baseUrl), port)
  return {
    db,
    baseUrl,
    close: async () => {
      await stop()
      await drop()
    },
  }
}

/** A process that believes to be reached there. */
export function appAt(db: Db, publicUrl: string) {
  return createApp({
    db,
    files: testFiles,
    log: openLog('silent'),
    publicUrl,
    pseudoLocale: false,
    demonstration: false,
    mailing: testMailing,
    mailbox: false,
    providers: [],
  })
}

export type Device = {
  page: Page
  authenticator: CDPSession
  authenticatorId: string
  email: string
  close(): Promise<void>
}

/** Somebody who is signed in, with a device that makes passkeys and knows its owner. */
export async function openDevice(
  t: TestContext,
  { db, baseUrl }: PasskeySite,
  email: string,
): Promise<Device | null> {
  const browser = await requireBrowser(t)
  if (!browser) return null
  const options = { baseUrl, script: true, width: 1280 as const, locale: 'fr' }
  const { page, close: closePage } = await openPage(browser, options)
  const newcomer = { provider: 'email', subject: email, displayName: 'Ada' } as const
  const described = {
    ...newcomer,
    helixSide: 'academic',
    organisation: null,
    locale: 'fr',
  } as const
  const now = new Date()
  const id = await ensurePerson(db, described, now)
  await acceptNewest(db, id)
  const token = await openSession(db, id, now)
  await page.context().addCookies([{ name: sessionCookie, value: token, url: baseUrl }])
  const authenticator = await page.context().newCDPSession(page)
  await authenticator.send('WebAuthn.enable')
  const { authenticatorId } = await authenticator.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { page, authenticator, authenticatorId, email, close: closePage }
}

export async function addPasskey({ page }: Device, name?: string): Promise<void> {
  await page.goto('/fr/account')
  await page.getByRole('link', { name: 'Ajouter une clé d’accès' }).click()
  if (name !== undefined) await page.getByLabel('Nom de la clé').fill(name)
  await page.getByRole('button', { name: 'Créer la clé d’accès' }).click()
  await page.waitForURL('**/account?done=passkey-added')
}

export async function signOut({ page }: Device): Promise<void> {
  await page.getByRole('button', { name: 'Se déconnecter', exact: true }).click()
  await page.getByRole('link', { name: 'S’identifier' }).waitFor()
}

export async function usePasskey({ page }: Device, returnTo = '/fr/journal'): Promise<void> {
  await page.goto(`/fr/account/sign-in?return=${encodeURIComponent(returnTo)}`)
  await page.getByRole('button', { name: 'Utiliser ma clé d’accès' }).click()
}

/** What the device answers, kept from being sent. */
export async function answerOf(device: Device): Promise<{ body: string; cookie: string }> {
  const { page } = device
  let body = ''
  await page.route('**/account/passkey-session', async (route) => {
    if (!route.request().isNavigationRequest()) return route.continue()
    body = route.request().postData() ?? ''
    await route.fulfill({ contentType: 'text/html', body: '<title>Held</title><p>held' })
  })
  await usePasskey(device)
  await page.getByText('held').waitFor()
  await page.unroute('**/account/passkey-session')
  const [cookie] = await page.context().cookies()
  return { body, cookie: `${cookie?.name}=${cookie?.value}` }
}

/** What was written to an address, in order. */
export async function mailsTo({ db }: PasskeySite, email: string): Promise<string[]> {
  const rows = await db.selectFrom('mail').selectAll().orderBy('id').execute()
  return rows
    .flatMap(({ message_id: id, content }) =>
      content ? [openContent(testMailing.key, id, content)] : [],
    )
    .filter(({ to }) => to === email)
    .map(({ text }) => text)
}
