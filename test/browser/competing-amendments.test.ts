import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { verifyRecord } from '../../src/editions/index.ts'
import { sessionCookie } from '../../src/people/index.ts'
import { doJobs } from '../notices-world.ts'
import { openSignInWorld, type SignInWorld } from '../sign-in-world.ts'
import { publish, reportPath } from '../take-part.ts'
import { keyboard, pointer, type Hands } from './hands.ts'
import { requireBrowser } from './journeys.ts'
import { serve } from './serve.ts'
import { openPage } from './visit.ts'

const on = 'Toute demande reçoit'
const accepted = 'Toute demande écrite reçoit une réponse motivée, datée et signée.'
const wordings = [
  'Toute demande reçoit une réponse motivée, datée, signée et traduite.',
  'Toute demande reçoit une réponse en une semaine.',
]
const finished = 'Toute demande écrite reçoit en une semaine une réponse motivée, datée et signée.'

for (const [how, manner] of Object.entries({
  'with no script': { width: 1280, touch: false, byKeys: false },
  'by keyboard alone': { width: 1280, touch: false, byKeys: true },
  'at 320 px by touch': { width: 320, touch: true, byKeys: false },
} as const)) {
  test(`editors make one wording of two that compete, in a passage that has changed, ${how}`, async (t) => {
    const browser = await requireBrowser(t)
    if (!browser) return
    const world = await openSignInWorld()
    const served = await serve(world)
    try {
      await contribute(world)
      const { cookie } = await world.person({ name: 'Salomé' })
      const session = { name: sessionCookie, value: cookie.slice(sessionCookie.length + 1) }
      const { width, touch } = manner
      const options = { script: false, width, touch, baseUrl: served.baseUrl, locale: 'fr' }
      await compare(browser, options)
      const { page, close } = await openPage(browser, { ...options, cookie: session })
      const hands = manner.byKeys ? keyboard(page) : pointer(page, touch)
      await takeTheFirst(page, hands)
      await finishTheOthers(page, hands)
      await publishNext(page, hands)
      await close()
      await world.seal()
      assert.deepEqual((await verifyRecord(world.db)).findings, [])
      await doJobs(world)
      for (const who of ['ada@example.org', 'bob@example.org']) {
        const mails = await world.mailsTo(who)
        assert.match(mails.at(-1)?.text ?? '', /Accepté en partie[^]*n°\s2 et n°\s3/u)
      }
    } finally {
      await served.close()
      await world.close()
    }
  })
}

/** One that will be accepted (1), and two that rewrite the same sentence otherwise (2, 3). */
async function contribute(world: SignInWorld): Promise<void> {
  const { id } = await world.blockWith(on)
  const path = `${reportPath}/passages/${id}/amendments`
  const nour = await world.person({ name: 'Nour' })
  const ada = await world.enter('ada@example.org', 'Ada')
  const bob = await world.enter('bob@example.org', 'Bob')
  const said = { path, sentence: '1', body: 'Parce que.' }
  await publish(world, nour, { ...said, wording: accepted })
  await publish(world, { ...nour, ...ada }, { ...said, wording: wordings[0] ?? '' })
  await publish(world, { ...nour, ...bob }, { ...said, wording: wordings[1] ?? '' })
}

type Options = Parameters<typeof openPage>[1]

/** What anybody sees of it: side by side where there is room, below each other else. */
async function compare(browser: Browser, options: Options): Promise<void> {
  const { page, close } = await openPage(browser, options)
  await page.goto(reportPath)
  await page.goto('/fr/contributions/2')
  await page.locator(`a[href*="/passages/"]`).first().click()
  await page.waitForLoadState()
  const boxes = page.locator('.rivals > ul > li')
  assert.equal(await boxes.count(), 3)
  const [one, other] = [await boxes.nth(0).boundingBox(), await boxes.nth(1).boundingBox()]
  assert.ok(one && other)
  assert.equal(one.y === other.y, options.width === 1280, 'in columns on a large screen only')
  assert.match(await boxes.nth(1).innerText(), /traduite[^]*Amendement n°\s2[^]*Ada/u)
  await close()
}

async function takeTheFirst(page: Page, { press, choose, write }: Hands): Promise<void> {
  await page.goto('/fr/workshop/reports/petite-loi')
  await press('link', 'Amendement n° 1')
  await choose('Accepter : le texte de travail prend')
  await write('Raison', 'Une réponse vaut pour ce qui est écrit.')
  await press('button', 'Donner la réponse de la rédaction')
}

async function finishTheOthers(page: Page, { press, choose, write }: Hands): Promise<void> {
  await press('link', 'Répondre à la suivante : Amendement n° 2')
  await press('link', 'Ajouter : Amendement n° 3')
  const shown = await page.locator('main').innerText()
  assert.match(shown, /Ils ne peuvent pas entrer tous tels quels dans le texte/)
  assert.match(shown, /Le passage tel qu’il a été lu[^]*Tel qu’il est dans le texte de travail/)
  await choose('Accepter en partie : vous écrivez')
  const draft = await page.locator('#whole').inputValue()
  assert.ok(draft.startsWith('Toute demande écrite reçoit'), draft)
  await write('Raison', 'Nous gardons des deux.')
  await press('button', 'Donner la réponse de la rédaction')
  assert.match(await page.locator('.error-summary').innerText(), /celle du rapport/)
  assert.equal(await page.locator('#reason').inputValue(), 'Nous gardons des deux.')
  await write('Rédaction retenue', draft.replace(/^[^.]*\./, finished))
  await press('button', 'Donner la réponse de la rédaction')
  assert.match(await page.locator('output').innerText(), /2 contributions/)
}

async function publishNext(page: Page, { press }: Hands): Promise<void> {
  await press('link', 'Préparer l’édition suivante')
  await press('button', 'Publier l’édition 2')
  await page.goto('/fr/reports/petite-loi/editions/2/changes')
  const told = await page.locator('main').innerText()
  assert.match(told, /en une semaine[^]*n°\s2, Ada[^]*n°\s3, Bob[^]*Nous gardons des deux\./u)
  await page.goto('/fr/contributions/3')
  const page3 = await page.locator('main').innerText()
  assert.match(page3, /aussi pour cause la contribution n°\s2/u)
  assert.match(page3, /changé[^]*l’édition 2/)
}
