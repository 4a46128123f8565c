import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { createApp } from '../../src/app.ts'
import { sealJournal } from '../../src/journal/index.ts'
import { ensurePerson } from '../../src/people/index.ts'
import { grantRole, reportDomain } from '../../src/roles/index.ts'
import { operator, type GrantedRole } from '../../src/permissions.ts'
import type { Db } from '../../src/platform/db/connect.ts'
import { openLog } from '../../src/platform/log.ts'
import { findReport } from '../../src/reports/index.ts'
import { acceptNewest } from '../accept-terms.ts'
import { createTestDatabase } from '../database.ts'
import { runVivace } from '../run-vivace.ts'
import { sharedData } from '../shared-data.ts'
import { smallBill, testClock, testMailing } from '../world.ts'
import { follow, pointer } from './hands.ts'
import { requireBrowser } from './journeys.ts'
import { serve } from './serve.ts'
import { openPage } from './visit.ts'
import { testFiles } from '../test-files.ts'

type Bill = {
  file: string
  part: string
  /** Words of Article 1's sentence that is amended, and what takes their place. */
  words: string
  instead: string
  /** What people said of it elsewhere, brought in before anything is said here. */
  consultation?: { asked: string; said: string }
}

const ours: Bill = {
  file: fileURLToPath(smallBill),
  part: 'Clarté des services publics',
  words: 'chaque année',
  instead: 'chaque trimestre',
}

const real = (file: string, consultation: { asked: string; said: string }): Bill => ({
  file,
  consultation,
  part: 'Ouverture des données publiques',
  words: 'Dans un délai de six mois',
  instead: 'Dans un délai de trois mois',
})

type Manner = { script: boolean; width: 320 | 1280; touch: boolean }

const manners: Record<string, Manner> = {
  'with no script': { script: false, width: 1280, touch: false },
  'with script': { script: true, width: 1280, touch: false },
  'at 320 px by touch': { script: false, width: 320, touch: true },
}

for (const [how, manner] of Object.entries(manners)) {
  test(`our small bill goes from import to its second edition, ${how}`, async (t) => {
    const browser = await requireBrowser(t)
    if (browser) await travel(browser, ours, manner)
  })
}

test('the real bill of 2015 goes from import, with what was said of it, to its second edition, with no script', async (t) => {
  const file = sharedData('republique-numerique/bill.html')
  const asked = sharedData('republique-numerique/bill.json')
  const said = sharedData('republique-numerique/contributions.json')
  if (!file || !asked || !said) return t.skip('needs SHARED_DATA')
  const browser = await requireBrowser(t)
  if (!browser) return
  const manner = { script: false, width: 1280, touch: false } as const
  await travel(browser, real(file, { asked, said }), manner)
})

async function travel(browser: Browser, bill: Bill, manner: Manner): Promise<void> {
  const { db, url, drop } = await createTestDatabase()
  const served = await serve({ app: appOn(db) })
  try {
    await importAndPublish(db, url, bill)
    const brought = await bringConsultation(url, bill)
    const { page, close } = await openPage(browser, {
      ...manner,
      baseUrl: served.baseUrl,
      locale: 'fr',
    })
    const contribution = await amend(page, bill, manner)
    await answer(page, { bill, contribution }, manner)
    await publishNext(page, manner)
    await readWhatChanged(page, bill, contribution)
    await close()
    await sealJournal(db)
    const verified = await runVivace(url, ['verify'])
    assert.match(
      verified.stdout,
      new RegExp(`2 editions, 0 files, ${brought + 1} contributions checked\\nnothing is wrong`),
    )
  } finally {
    await served.close()
    await drop()
  }
}

function appOn(db: Db) {
  return createApp({
    db,
    files: testFiles,
    log: openLog('silent'),
    publicUrl: 'http://vivace.test',
    pseudoLocale: false,
    demonstration: true,
    mailing: testMailing,
    mailbox: true,
    providers: [],
    clock: testClock.now,
  })
}

async function importAndPublish(db: Db, url: string, { file }: Bill): Promise<void> {
  const chief = 'chief@example.org'
  assert.equal((await runVivace(url, ['import', file, '--report', 'bill'])).code, 0)
  const role = ['editor-in-chief', '--report', 'bill', '--name', 'Salomé']
  const granted = await runVivace(url, ['people', 'grant', chief, ...role])
  assert.equal(granted.code, 0)
  const published = await runVivace(url, ['publish', '--report', 'bill', '--as', chief])
  assert.deepEqual(published, { code: 0, stdout: 'edition 1 of bill is published\n', stderr: '' })
  for (const { name, role } of [
    { name: 'Nour' },
    { name: 'Camille', role: 'rapporteur' as const },
    { name: 'Aubrac', role: 'editor-in-chief' as const },
  ]) {
    await makeAccount(db, name, role)
  }
}

/** How many contributions came with it. */
async function bringConsultation(url: string, { consultation }: Bill): Promise<number> {
  if (!consultation) return 0
  const { asked, said } = consultation
  const flags = ['--report', 'bill', '--bill', asked, said]
  const imported = await runVivace(url, ['consultation', 'import', ...flags])
  assert.equal(imported.code, 0, imported.stderr)
  const added = imported.stdout.matchAll(
    /^(?:new propositions|arguments|sources)(?: +\d+)* +(\d+)$/gm,
  )
  return [...added].reduce((sum, [, count]) => sum + Number(count), 0)
}

async function makeAccount(db: Db, name: string, role?: GrantedRole): Promise<void> {
  const described = {
    displayName: name,
    helixSide: 'citizen' as const,
    organisation: null,
    locale: 'fr',
  }
  const personId = await ensurePerson(
    db,
    { ...described, provider: 'demonstration', subject: name },
    new Date(),
  )
  await acceptNewest(db, personId)
  const report = await findReport(db, 'bill')
  if (role && report)
    await grantRole(db, operator, { personId, role, domain: reportDomain(report) }, new Date())
}

/** Reads to the passage, is asked to sign in, rewrites one sentence, previews, publishes. */
async function amend(page: Page, bill: Bill, { touch }: Manner): Promise<string> {
  const { press } = pointer(page, touch)
  await page.goto('/fr/reports/bill')
  await press('link', bill.part)
  const passage = page.locator('.block', { hasText: bill.words }).first()
  await follow(page, passage.locator('.anchor'), touch)
  await press('link', 'Proposer un amendement')
  await press('button', 'Continuer avec le compte de Nour')
  await page.locator('label.choice, #wording').first().waitFor()
  const sentence = page.locator('label.choice', { hasText: bill.words })
  if ((await sentence.count()) > 0) {
    await (touch ? sentence.tap() : sentence.locator('input').check())
    await press('button', 'Récrire ces phrases')
  }
  const wording = page.locator('#wording')
  await wording.fill((await wording.inputValue()).replace(bill.words, bill.instead))
  await page.locator('#body').fill('Le délai proposé est plus juste.')
  await press('button', 'Voir ce qui change')
  assert.match(await page.locator('.preview').innerText(), /Ce qui changerait/)
  await press('button', 'Publier l’amendement')
  assert.match(await page.locator('h1').innerText(), /Reçu\s:\sAmendement n°\s\d+/)
  await press('link', 'Voir la contribution')
  assert.match(await page.locator('h1').innerText(), /^Amendement n°\s\d+/)
  return new URL(page.url()).pathname
}

type Answering = { bill: Bill; contribution: string }

async function answer(
  page: Page,
  { bill, contribution }: Answering,
  manner: Manner,
): Promise<void> {
  const { press } = pointer(page, manner.touch)
  await signInAs(page, 'Camille', manner)
  if (bill.consultation) {
    // Among thousands that wait, one goes by the contribution's own page.
    await page.goto(contribution)
    await press('link', 'Donner la réponse de la rédaction')
  } else {
    await page.goto('/fr/reports/bill')
    await press('link', 'Ouvrir l’atelier')
    await press('link', 'Amendement n° 1')
  }
  await page.locator('#decision-accepted').check()
  await page.locator('#reason').fill('Retenu : le délai est tenable.')
  await press('button', 'Donner la réponse de la rédaction')
  assert.match(await page.locator('main').innerText(), /La réponse est donnée\./)
  await page.goto(contribution)
  assert.match(await page.locator('main').innerText(), /dans le texte de travail/)
}

async function publishNext(page: Page, manner: Manner): Promise<void> {
  const { press } = pointer(page, manner.touch)
  await signInAs(page, 'Aubrac', manner)
  await page.goto('/fr/workshop/reports/bill')
  await press('link', 'Préparer l’édition suivante')
  const unanswered = page.locator('input[name=unanswered]')
  if ((await unanswered.count()) > 0) await unanswered.check()
  await press('button', 'Publier l’édition 2')
  assert.match(await page.locator('h1').innerText(), /Édition 2/)
}

async function readWhatChanged(page: Page, bill: Bill, contribution: string): Promise<void> {
  await follow(page, page.getByRole('link', { name: 'Ce qui a changé dans l’édition 2' }).first())
  const redline = page.locator('.redline').first()
  assert.ok((await redline.locator('del').count()) > 0, 'the redline shows what went')
  assert.ok((await redline.locator('ins').count()) > 0, 'and what came')
  const cause = page.locator(`main a[href="${contribution}"]`).first()
  assert.match(await cause.innerText(), /Amendement n°\s\d+/)
  await follow(page, cause)
  assert.match(
    await page.locator('main').innerText(),
    /Elle a changé la phrase \d+ de ce passage dans l’édition 2\./,
  )
  await page.goto('/fr/reports/bill')
  await follow(page, page.getByRole('link', { name: bill.part }).first())
  assert.match(await page.locator('main').innerText(), new RegExp(bill.instead))
}

async function signInAs(page: Page, name: string, { touch }: Manner): Promise<void> {
  const { press } = pointer(page, touch)
  await press('button', 'Se déconnecter')
  await press('link', 'S’identifier')
  await press('button', `Continuer avec le compte de ${name}`)
  assert.match(await page.locator('header').first().innerText(), new RegExp(name))
}
