import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { verifyRecord } from '../../src/editions/index.ts'
import { sessionCookie } from '../../src/people/index.ts'
import { publish, reportPath } from '../take-part.ts'
import { openWorld, smallBill, type World } from '../world.ts'
import { keyboard, pointer, type Hands } from './hands.ts'
import { requireBrowser } from './journeys.ts'
import { serve } from './serve.ts'
import { openPage } from './visit.ts'

type Manner = { script: boolean; width: 320 | 1280; touch: boolean; by: 'pointer' | 'keyboard' }

const manners: Record<string, Manner> = {
  'with no script': { script: false, width: 1280, touch: false, by: 'pointer' },
  'by keyboard alone': { script: true, width: 1280, touch: false, by: 'keyboard' },
  'at 320 px by touch': { script: false, width: 320, touch: true, by: 'pointer' },
}

for (const [how, manner] of Object.entries(manners)) {
  test(`editors answer together, change the text by hand and from a file, and publish, ${how}`, async (t) => {
    const browser = await requireBrowser(t)
    if (browser) await work(browser, manner)
  })
}

async function work(browser: Browser, manner: Manner): Promise<void> {
  const world = await openWorld()
  const served = await serve(world)
  try {
    await contribute(world)
    const { cookie } = await world.person({ name: 'Salomé' })
    const session = { name: sessionCookie, value: cookie.slice(sessionCookie.length + 1) }
    const options = { ...manner, baseUrl: served.baseUrl, locale: 'fr', cookie: session }
    const { page, close } = await openPage(browser, options)
    const hands = manner.by === 'keyboard' ? keyboard(page) : pointer(page, manner.touch)
    await answerTogether(page, hands)
    await changeByHand(page, hands)
    await moveAndTakeOut(page, hands)
    await readFileAgain(page, hands)
    await publishNext(page, hands)
    await readWhatChanged(page)
    await close()
    await world.seal()
    assert.deepEqual((await verifyRecord(world.db)).findings, [])
  } finally {
    await served.close()
    await world.close()
  }
}

/** Two that ask for the same (1, 2), and one that waits (3). */
async function contribute(world: World): Promise<void> {
  const nour = await world.person({ name: 'Nour' })
  const { id } = await world.blockWith('Une lettre tient')
  const path = `${reportPath}/passages/${id}/contributions`
  for (const body of ['Deux pages suffisent.', 'Une page, est-ce assez ?']) {
    await publish(world, nour, { path, body })
  }
  await publish(world, nour, { body: 'Et la langue des signes ?', kind: 'question' })
}

async function answerTogether(page: Page, { press, choose, write }: Hands): Promise<void> {
  await page.goto('/fr/reports/petite-loi')
  await press('link', 'Ouvrir l’atelier')
  await choose('Cocher : Remarque n° 1')
  await choose('Cocher : Remarque n° 2')
  await press('button', 'Répondre aux contributions cochées')
  assert.match(await page.locator('h1').innerText(), /Répondre à 2 contributions ensemble/)
  await choose('Accepter : la rédaction en tient compte')
  await write('Raison', 'Nous passons à deux pages.')
  await press('button', 'Donner la réponse de la rédaction')
  assert.match(await page.locator('output').innerText(), /La réponse est donnée à 2 contributions/)
}

async function changeByHand(page: Page, { press, write }: Hands): Promise<void> {
  await press('link', 'Texte de travail')
  await press('link', 'Changer : Une lettre tient')
  await write('Rédaction', 'Une lettre tient en deux pages.')
  await write('Raison', 'Deux pages laissent la place de dire pourquoi.')
  await press('button', 'Changer le texte')
  assert.match(await page.locator('.error-summary').innerText(), /Nommez au moins une cause/)
  assert.equal(await page.locator('#wording').inputValue(), 'Une lettre tient en deux pages.')
  await write('Contributions, par numéro', '1, 2')
  await press('button', 'Voir le changement')
  assert.match(await page.locator('.preview').innerText(), /deux pages[^]*Rien n’est encore changé/)
  await press('button', 'Changer le texte')
  assert.match(await page.locator('output').innerText(), /Le changement est dans le texte/)
}

async function moveAndTakeOut(page: Page, { press, write, choose }: Hands): Promise<void> {
  await page.goto('/fr/workshop/reports/petite-loi/text')
  await press('link', 'Changer : Article 2 -')
  await press('link', 'Le déplacer')
  await press('link', 'Le mettre au début du texte')
  await choose('Erratum')
  await write('Raison', 'Cet article ouvre le texte.')
  await press('button', 'Le déplacer là')
  assert.match(await page.locator('output').innerText(), /à sa nouvelle place/)
  await page.goto('/fr/workshop/reports/petite-loi/text')
  await press('link', 'Changer : Une réponse tardive')
  await press('link', 'Le retirer du texte')
  await choose('Erratum')
  await write('Raison', 'Dit deux fois.')
  await press('button', 'Le retirer du texte')
  await press('link', 'Le remettre')
  await choose('Erratum')
  await write('Raison', 'Finalement, non.')
  await press('button', 'Le remettre là')
  assert.match(await page.locator('output').innerText(), /de nouveau dans le texte/)
}

/** The bill as it was first read, but for two sentences; one of them was changed by hand already. */
async function readFileAgain(page: Page, hands: Hands): Promise<void> {
  const { press, write, unfold } = hands
  await page.goto('/fr/workshop/reports/petite-loi')
  await press('link', 'Importer un fichier')
  await write('Pourquoi ce fichier', 'Version relue par le service juridique')
  const bill = await readFile(smallBill, 'utf8')
  const buffer = Buffer.from(
    bill
      .replace('Le délai est de trois mois.', 'Le délai est de deux mois.')
      .replace('Une lettre tient en une page.', 'Une lettre tient en deux pages.'),
  )
  await page.locator('#file').setInputFiles({ name: 'loi.html', mimeType: 'text/html', buffer })
  await press('button', 'Lire le fichier')
  assert.match(await page.locator('main').innerText(), /loi\.html/)
  await press('button', await acceptance(page))
  assert.match(await page.locator('output').innerText(), /Le fichier est entré dans le texte/)
  await press('link', 'Sans contribution pour cause')
  await unfold('Nommer des contributions qui l’ont causé')
  await write('Contributions, par numéro', '3')
  await press('button', 'Les nommer comme causes')
  assert.match(await page.locator('output').innerText(), /nommées parmi les causes/)
}

async function acceptance(page: Page): Promise<string> {
  return (await page.locator('form[action$=acceptance] button').innerText()).trim()
}

async function publishNext(page: Page, { press, choose }: Hands): Promise<void> {
  await page.goto('/fr/workshop/reports/petite-loi')
  await press('link', 'Préparer l’édition suivante')
  const list = await page.locator('.checklist').innerText()
  assert.match(list, /contribution attend encore une réponse/)
  await choose('Publier bien que')
  await press('button', 'Publier l’édition 2')
  assert.match(await page.locator('h1').innerText(), /Édition 2/)
}

async function readWhatChanged(page: Page): Promise<void> {
  await page.goto('/fr/reports/petite-loi/editions/2/changes')
  const shown = await page.locator('main').innerText()
  for (const said of [
    /deux pages[^]*Deux pages laissent la place[^]*Nous passons à deux pages/,
    /Remarque n°\s1[^]*Remarque n°\s2/u,
    /loi\.html[^]*Version relue par le service juridique/,
    /Question n°\s3/u,
  ]) {
    assert.match(shown, said)
  }
  await page.goto('/fr/contributions/3')
  assert.match(await page.locator('main').innerText(), /changé[^]*l’édition 2/)
}
