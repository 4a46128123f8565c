import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page, Route } from 'playwright-core'
import { requireBrowser } from './journeys.ts'
import {
  addPasskey,
  answerOf,
  appAt,
  mailsTo,
  openDevice,
  openPasskeySite,
  signOut,
  usePasskey,
  type Device,
  type PasskeySite,
} from './passkey-site.ts'
import { openPage } from './visit.ts'

let site: PasskeySite
before(async () => {
  site = await openPasskeySite()
})
after(() => site.close())

async function expectRefused({ page }: Device, said: RegExp): Promise<void> {
  await page.locator('.error-summary').waitFor()
  assert.match(await page.locator('.error-summary').innerText(), said)
  assert.equal(await page.locator('header.site button').count(), 0, 'nobody is signed in')
}

function send(at: string, { body, cookie }: { body: string; cookie: string }) {
  const headers = { Origin: at, 'Content-Type': 'application/x-www-form-urlencoded' }
  const address = `${at}/fr/account/passkey-session`
  return appAt(site.db, at).request(address, {
    method: 'POST',
    headers: cookie === '' ? headers : { ...headers, Cookie: cookie },
    body,
  })
}

test('a passkey is added, named after the device, and lets its owner in where they were', async (t) => {
  const device = await openDevice(t, site, 'ada@example.org')
  if (!device) return
  const { page } = device
  await addPasskey(device)
  const main = await page.locator('main').innerText()
  assert.match(main, /La clé d’accès est ajoutée/)
  assert.match(main, /Chrome sur Linux\s+clé d’accès · depuis le .* · n’a pas encore servi/)
  assert.match(
    (await mailsTo(site, device.email)).join('\n'),
    /avec la clé d’accès Chrome sur Linux/,
  )
  const [before] = await page.context().cookies()
  await signOut(device)
  await usePasskey(device)
  await page.waitForURL('**/fr/journal')
  assert.match(await page.locator('header.site').innerText(), /Ada/)
  const [after] = await page.context().cookies()
  assert.notEqual(after?.value, before?.value)
  assert.ok((after?.expires ?? 0) > Date.now() / 1000 + 29 * 24 * 3600)
  await page.goto('/fr/account')
  assert.match(await page.locator('main').innerText(), /a servi le \d/)
  await device.close()
})

test('a device that has one is told so, and one that gives none changes nothing', async (t) => {
  const device = await openDevice(t, site, 'twice@example.org')
  if (!device) return
  const { page, authenticator, authenticatorId } = device
  await addPasskey(device, 'Mon téléphone')
  await page.goto('/fr/account/passkeys')
  await page.getByRole('button', { name: 'Créer la clé d’accès' }).click()
  await page.getByText('Cet appareil a déjà une clé d’accès').waitFor()
  await signOut(device)
  await authenticator.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await usePasskey(device)
  await page.getByText('La clé d’accès n’a pas servi').waitFor()
  assert.equal(new URL(page.url()).pathname, '/fr/account/sign-in')
  await authenticator.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
  await page.getByRole('button', { name: 'Utiliser ma clé d’accès' }).click()
  await page.waitForURL('**/fr/journal')
  await device.close()
})

test('a passkey is renamed, and one that is removed lets nobody in', async (t) => {
  const device = await openDevice(t, site, 'renamed@example.org')
  if (!device) return
  const { page } = device
  await addPasskey(device, 'Avant')
  await page.getByRole('link', { name: 'Renommer Avant' }).click()
  await page.getByLabel('Nom de la clé').fill(' ')
  await page.locator('main form').evaluate((form) => form.setAttribute('novalidate', ''))
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.locator('.error-summary').waitFor()
  await page.getByLabel('Nom de la clé').fill('Après')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('link', { name: 'Retirer Après' }).click()
  assert.match(await page.locator('main').innerText(), /Vous ne pourrez plus vous identifier/)
  await page.getByRole('button', { name: 'Retirer' }).click()
  await page.waitForURL('**/account?done=way-removed')
  assert.match(
    (await mailsTo(site, device.email)).at(-1) ?? '',
    /plus .* avec la clé d’accès Après/,
  )
  await signOut(device)
  await usePasskey(device)
  await expectRefused(device, /n’est pas, ou n’est plus, connue ici/)
  await device.close()
})

test('a passkey whose copy falls behind opens nothing', async (t) => {
  const device = await openDevice(t, site, 'copied@example.org')
  if (!device) return
  const { page, authenticator, authenticatorId } = device
  await addPasskey(device)
  const { credentials } = await authenticator.send('WebAuthn.getCredentials', { authenticatorId })
  const [copy] = credentials
  assert.ok(copy)
  for (let time = 0; time < 2; time += 1) {
    await signOut(device)
    await usePasskey(device)
    await page.waitForURL('**/fr/journal')
  }
  await authenticator.send('WebAuthn.clearCredentials', { authenticatorId })
  await authenticator.send('WebAuthn.addCredential', { authenticatorId, credential: copy })
  await signOut(device)
  await usePasskey(device)
  await expectRefused(device, /semble avoir été copiée/)
  await device.close()
})

test('what a device answered serves once, in its browser, at any process of the site and at no other', async (t) => {
  const device = await openDevice(t, site, 'answered@example.org')
  if (!device) return
  await addPasskey(device)
  await signOut(device)
  const first = await answerOf(device)
  const stranger = await send(site.baseUrl, { ...first, cookie: '' })
  assert.match(await stranger.text(), /a expiré, ou elle a déjà servi/)
  const entered = await send(site.baseUrl, first)
  assert.deepEqual([entered.status, entered.headers.get('Location')], [303, '/fr/journal'])
  const again = await send(site.baseUrl, first)
  assert.equal(again.status, 422)
  assert.match(await again.text(), /a expiré, ou elle a déjà servi/)

  const second = await answerOf(device)
  const elsewhere = await send('http://localhost:1', second)
  assert.equal(elsewhere.status, 422)
  assert.match(await elsewhere.text(), /n’a pas pu être vérifiée/)

  const third = await answerOf(device)
  await site.db
    .updateTable('sign_in_attempt')
    .set({ created_at: new Date(0), expires_at: new Date(1) })
    .execute()
  assert.match(await (await send(site.baseUrl, third)).text(), /a expiré, ou elle a déjà servi/)
  const form = new URLSearchParams(third.body)
  for (const typed of ['{}', 'null', JSON.stringify({ id: 1 }), form.get('credential') ?? '']) {
    const body = new URLSearchParams({ credential: typed.slice(0, 300), return: '//x' }).toString()
    assert.equal((await send(site.baseUrl, { ...third, body })).status, 422, typed)
  }
  await device.close()
})

test('a device that does not know its owner, and an answer to another question, let nobody in', async (t) => {
  const device = await openDevice(t, site, 'unknown@example.org')
  if (!device) return
  const { page, authenticator, authenticatorId } = device
  await addPasskey(device)
  await changeQuestion(page, async (route) => {
    const url = `${site.baseUrl}/fr/account/passkeys`
    const { challenge } = await (await route.fetch({ url })).json()
    return { challenge, rpId: 'localhost', userVerification: 'required' }
  })
  await usePasskey(device)
  await page.locator('.error-summary').waitFor()
  assert.match(await page.locator('.error-summary').innerText(), /a expiré, ou elle a déjà servi/)
  await signOut(device)

  await changeQuestion(page, async (route) => {
    const asked: object = await (await route.fetch()).json()
    return { ...asked, userVerification: 'discouraged' }
  })
  await authenticator.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await usePasskey(device)
  await expectRefused(device, /n’a pas pu être vérifiée/)
  await device.close()
})

/** Asks the device for something else than the site does. */
async function changeQuestion(page: Page, change: (route: Route) => Promise<object>) {
  await page.unrouteAll()
  await page.route('**/account/passkey-session', async (route) => {
    if (route.request().isNavigationRequest()) return route.continue()
    await route.fulfill({ json: await change(route) })
  })
}

test('without scripts, and where the site has no name, no passkey is offered', async (t) => {
  const browser = await requireBrowser(t)
  if (!browser) return
  const options = { baseUrl: site.baseUrl, script: false, width: 320 as const, locale: 'fr' }
  const { page, close: closePage } = await openPage(browser, options)
  await page.goto('/fr/account/sign-in')
  assert.equal(await page.getByRole('button', { name: 'Utiliser ma clé d’accès' }).count(), 0)
  await closePage()
  const numbered = appAt(site.db, 'http://127.0.0.1:3000')
  const signIn = await numbered.request('http://127.0.0.1:3000/fr/account/sign-in')
  assert.doesNotMatch(await signIn.text(), /clé d’accès/)
  const asked = await numbered.request('http://127.0.0.1:3000/fr/account/passkey-session', {
    method: 'POST',
    headers: {
      Origin: 'http://127.0.0.1:3000',
      'Content-Type': 'application/x-www-form-urlencoded',
    },
  })
  assert.equal(asked.status, 404)
})
