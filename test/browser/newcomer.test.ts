import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { addressOf, finish, signal, spawnVivace, type Ran } from '../run-vivace.ts'
import { keyboard, pointer, type Hands } from './hands.ts'
import { requireBrowser } from './journeys.ts'
import { openPage } from './visit.ts'

type Manner = { script: boolean; width: 320 | 1280; touch: boolean; by: 'pointer' | 'keyboard' }

const manners: Record<string, Manner> = {
  'without script': { script: false, width: 1280, touch: false, by: 'pointer' },
  'by keyboard alone': { script: true, width: 1280, touch: false, by: 'keyboard' },
  'at 320 px by touch': { script: false, width: 320, touch: true, by: 'pointer' },
}

const report = '/fr/reports/la-ville-en-partage'

let folder: string
let program: ChildProcess
let ended: Promise<Ran>
let baseUrl: string

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vivace-newcomer-'))
  const settings = { DATABASE_URL: '', PORT: '0', DATA_FOLDER: folder, LOG_LEVEL: 'error' }
  program = spawnVivace(settings, ['start'])
  ended = finish(program)
  baseUrl = await addressOf(program)
})
after(async () => {
  signal(program, 'SIGTERM')
  await ended
  await rm(folder, { recursive: true, force: true })
})

for (const [how, manner] of Object.entries(manners)) {
  test(`a newcomer signs up by mail, asks, is answered, thinks again and withdraws, ${how}`, async (t) => {
    const browser = await requireBrowser(t)
    if (browser) await takePart(browser, manner)
  })
}

test('two people in turn at one address are never shown each other’s name', async (t) => {
  const browser = await requireBrowser(t)
  if (!browser) return
  const { page, close } = await openPage(browser, {
    baseUrl,
    script: true,
    width: 1280,
    locale: 'fr',
  })
  const header = () => page.locator('header.site').innerText()
  for (const [name, other] of [
    ['Nour B.', 'Yann'],
    ['Yann', 'Nour B.'],
  ] as const) {
    await page.goto(report)
    assert.match(await header(), /S’identifier/)
    await page.getByRole('link', { name: 'S’identifier' }).click()
    await page.getByRole('button', { name: `Continuer avec le compte de ${name}` }).click()
    await page.waitForURL(baseUrl + report)
    for (const again of ['reload', 'goto', 'goBack'] as const) {
      await (again === 'goto' ? page.goto(report) : page[again]())
      assert.ok((await header()).includes(name) && !(await header()).includes(other), again)
      if (again === 'goBack') await page.goForward()
    }
    await page.getByRole('button', { name: 'Se déconnecter' }).click()
    await page.getByRole('link', { name: 'S’identifier' }).waitFor()
    await page.goto(report)
    assert.doesNotMatch(await header(), new RegExp(`${name}|${other}`))
    await page.goBack()
    await page.goForward()
    assert.doesNotMatch(await header(), new RegExp(`${name}|${other}`))
  }
  await close()
})

async function takePart(browser: Browser, manner: Manner): Promise<void> {
  const newcomer = await openPage(browser, { ...manner, baseUrl, locale: 'fr' })
  const other = await openPage(browser, { ...manner, baseUrl, locale: 'fr' })
  const name = `Ada (${manner.by}, ${manner.width})`
  const passage = await choosePassage(newcomer.page)
  await signUp(newcomer.page, handsOf(newcomer.page, manner), name)
  assert.equal(new URL(newcomer.page.url()).pathname, passage, 'one comes back to the passage')
  const question = await ask(newcomer.page, handsOf(newcomer.page, manner))
  await argue(other.page, handsOf(other.page, manner), question)
  await thinkAgain(newcomer.page, handsOf(newcomer.page, manner), question)
  await withdraw(newcomer.page, handsOf(newcomer.page, manner), question)
  await newcomer.close()
  await other.close()
}

function handsOf(page: Page, { by, touch }: Manner): Hands {
  return by === 'keyboard' ? keyboard(page) : pointer(page, touch)
}

/** By its permanent address, as from a newsletter. */
async function choosePassage(page: Page): Promise<string> {
  await page.goto(report)
  await page.goto((await page.locator('.outline a').nth(1).getAttribute('href')) ?? '')
  await page.goto((await page.locator('.block .anchor').nth(1).getAttribute('href')) ?? '')
  return new URL(page.url()).pathname
}

async function signUp(page: Page, hands: Hands, name: string): Promise<void> {
  const email = `${name.replaceAll(/[^a-z0-9]+/gi, '-')}@example.org`.toLowerCase()
  await hands.press('link', 'S’identifier')
  await hands.write('Adresse électronique', email)
  await hands.press('button', 'Recevoir le lien')
  await hands.press('link', 'Cette démonstration n’envoie rien sur Internet')
  await untilMailed(page, email)
  await hands.press('link', `${baseUrl}/fr/account/sign-in-links/`)
  await hands.write('Nom public', name)
  await hands.choose('Citoyenne, citoyen')
  await hands.choose('J’accepte les conditions d’utilisation')
  await hands.press('button', 'Ouvrir le compte et continuer')
  assert.match(await page.locator('header').first().innerText(), /Ada/)
}

async function ask(page: Page, hands: Hands): Promise<number> {
  await hands.press('link', 'Dire autre chose')
  await hands.press('link', 'Question')
  await hands.write('Votre question', 'Et dans les **petites** communes ?')
  await takeTime(page)
  await hands.press('button', 'Relire avant de publier')
  assert.match(await page.locator('.preview').innerText(), /petites communes/)
  await hands.press('button', 'Publier la question')
  assert.match(await page.locator('h1').innerText(), /Reçu\s:\sQuestion n°\s\d+/)
  const number = Number(/contributions\/(\d+)\/receipt$/.exec(page.url())?.[1])
  await hands.press('link', 'Voir la contribution')
  assert.match(await page.locator('h1').innerText(), new RegExp(`Question n°\\s${number}`))
  return number
}

/** The program's own clock runs here: whoever writes takes longer than a script, which would be read first. */
function takeTime(page: Page): Promise<void> {
  return page.waitForTimeout(3200)
}

/** Somebody else signs in on the way, replies, and supports. */
async function argue(page: Page, hands: Hands, question: number): Promise<void> {
  await page.goto(`/fr/contributions/${question}`)
  await hands.press('link', 'Répondre en lecteur ou lectrice')
  await hands.press('button', 'Continuer avec le compte de Yann')
  await hands.press('link', 'Argument')
  await hands.choose('Contre')
  await hands.write('Votre argument', 'Elles n’ont pas à attendre.')
  await takeTime(page)
  await hands.press('button', 'Relire avant de publier')
  await hands.press('button', 'Publier l’argument')
  await page.goto(`/fr/contributions/${question}`)
  assert.match(await page.locator('.thread').innerText(), /Contre\s+Elles n’ont pas à attendre/)
  await hands.press('button', 'Soutenir')
  assert.match(await page.locator('main').innerText(), /Votre soutien est compté/)
  assert.match(await page.locator('.supports').innerText(), /1 soutien/)
}

async function thinkAgain(page: Page, hands: Hands, question: number): Promise<void> {
  await page.goto(`/fr/contributions/${question}`)
  assert.match(await page.locator('.thread').innerText(), /1 réponse de lecteurs/)
  await hands.press('link', 'Modifier')
  await hands.write('Votre question', 'Et dans les communes sans services ?')
  await takeTime(page)
  await hands.press('button', 'Relire avant de publier')
  await hands.press('button', 'Publier cette version')
  assert.match(await page.locator('main').innerText(), /Votre nouvelle version est enregistrée/)
  await hands.press('link', 'Voir l’historique')
  const history = page.locator('.history')
  assert.match(await history.innerText(), /Version 2/)
  assert.ok((await history.locator('del').count()) > 0, 'what went is shown')
}

async function withdraw(page: Page, hands: Hands, question: number): Promise<void> {
  await hands.press('link', `Question n° ${question}`)
  await hands.press('link', 'Retirer')
  await hands.press('button', 'Retirer')
  const said = await page.locator('main').innerText()
  assert.match(said, /Votre contribution est retirée/)
  assert.match(said, /Retirée le .* par la personne qui l’a écrite/)
  await hands.press('link', 'Vos reçus')
  assert.equal(await page.locator('.receipt').count(), 3, 'one for each act')
}

/** Mails wait for the job that sends them. */
async function untilMailed(page: Page, email: string): Promise<void> {
  const mail = page.locator('article', { hasText: email })
  for (let tries = 0; tries < 100 && (await mail.count()) === 0; tries += 1) {
    await delay(100)
    await page.reload()
  }
  assert.equal(await mail.count(), 1, 'the mail is there')
}
