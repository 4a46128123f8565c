import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { simpleParser } from 'mailparser'
import type { Browser, Page } from 'playwright-core'
import { verifyRecord } from '../../src/editions/index.ts'
import { sessionCookie } from '../../src/people/index.ts'
import { runJobs } from '../../src/platform/jobs/run-jobs.ts'
import { openSmtp } from '../../src/platform/mail/transport.ts'
import { jobsOf } from '../mail-jobs.ts'
import { startMailServer, type MailServer } from '../mail-server.ts'
import { openSignInWorld, type SignInWorld } from '../sign-in-world.ts'
import { publish, reportPath } from '../take-part.ts'
import { keyboard, pointer, type Hands } from './hands.ts'
import { requireBrowser } from './journeys.ts'
import { serve } from './serve.ts'
import { openPage } from './visit.ts'

type Manner = { script: boolean; width: 320 | 1280; by: 'pointer' | 'keyboard' }

const manners: Record<string, Manner> = {
  'with no script': { script: false, width: 320, by: 'pointer' },
  'with script, by keyboard alone': { script: true, width: 1280, by: 'keyboard' },
}

for (const [how, manner] of Object.entries(manners)) {
  test(`a visitor flags, a moderator cuts, the author contests, another reverses it, ${how}`, async (t) => {
    const browser = await requireBrowser(t)
    if (browser) await goThrough(t, browser, manner)
  })
}

type Site = {
  world: SignInWorld
  /** Opens a page as somebody, or as a visitor, and gives it to what they do there. */
  as: (cookie: string | null, act: (page: Page, hands: Hands) => Promise<void>) => Promise<void>
  /** Sends what waits, by a real mail server; the path of the link in the newest mail to that address, and its text. */
  mailTo: (email: string) => Promise<{ path: string; text: string }>
}

async function goThrough(t: TestContext, browser: Browser, manner: Manner): Promise<void> {
  const world = await openSignInWorld()
  const server = await startMailServer(t)
  const served = await serve(world)
  const site: Site = {
    world,
    as: async (cookie, act) => {
      const session = cookie && { name: sessionCookie, value: cookie.split('=')[1] ?? '' }
      const options = { ...manner, baseUrl: served.baseUrl, locale: 'fr' }
      const { page, close } = await openPage(browser, { ...options, cookie: session || undefined })
      await act(page, manner.by === 'keyboard' ? keyboard(page) : pointer(page))
      await close()
    },
    mailTo: (email) => readMail(world, server, email),
  }
  try {
    await redress(site)
    await world.seal()
    assert.deepEqual((await verifyRecord(world.db)).findings, [])
  } finally {
    await served.close()
    await world.close()
  }
}

async function readMail(world: SignInWorld, server: MailServer, email: string) {
  const transport = openSmtp(server.url)
  await runJobs(jobsOf(world, transport))
  transport.close()
  const mine = server.received.filter(({ to }) => to.includes(email))
  const { text = '' } = await simpleParser(mine.at(-1)?.bytes ?? '')
  const [, path = ''] = /http:\/\/vivace\.test(\/\S+)/.exec(text) ?? []
  return { path, text }
}

async function redress({ world, as, mailTo }: Site): Promise<void> {
  const ines = await world.enter('ines@example.org', 'Inès')
  const { actor } = await world.person({ name: 'Nour' })
  const path = `${reportPath}/contributions`
  const number = await publish(
    world,
    { ...ines, actor },
    { path, body: 'Une idée. Une pique vive.' },
  )
  const maud = await world.person({ name: 'Maud', role: 'moderator' })
  const milo = await world.person({ name: 'Milo', role: 'moderator' })

  await as(null, (page, hands) => flagIt(page, hands, number))
  const receipt = await mailTo('fanny@example.org')
  assert.match(receipt.text, /Nous avons reçu/)
  await as(null, async (page) => {
    await page.goto(receipt.path)
    await page.getByText('Une personne de la modération en décide').waitFor()
  })

  await as(maud.cookie, cutIt)
  const answer = await mailTo('fanny@example.org')
  assert.match(answer.text, /vous a donné raison/)
  const statement = await mailTo('ines@example.org')
  assert.match(statement.text, /On l’a signalée[^]*contester cette décision ici/)
  assert.doesNotMatch(statement.text, /Fanny|fanny@/)

  await as(ines.cookie, (page, hands) => contestIt(page, hands, statement.path))
  assert.match((await mailTo('ines@example.org')).text, /Nous avons reçu/)

  await as(maud.cookie, refuseTheSame)
  await as(milo.cookie, reverseIt)
  assert.match((await mailTo('ines@example.org')).text, /est revenue dessus/)
  const last = await mailTo('fanny@example.org')
  assert.match(last.text, /ne rien masquer[^]*vive, mais permise/)
  await as(null, async (page) => {
    await page.goto(`/fr/contributions/${number}`)
    await page.getByText('Une pique vive.').waitFor()
  })
}

async function flagIt(page: Page, { press, choose, write }: Hands, number: number): Promise<void> {
  await page.goto(`/fr/contributions/${number}`)
  await press('link', 'Signaler la contribution')
  await choose('1. Respecter les personnes')
  await write('Ce qui ne va pas', 'La seconde phrase vise quelqu’un sans le nommer.')
  await write('Les mots exacts', 'Une pique vive.')
  await write('Nom', 'Fanny Lavigne')
  await write('Adresse électronique', 'fanny@example.org')
  await choose('Je crois de bonne foi')
  await press('button', 'Envoyer le signalement')
  await page.getByRole('heading', { name: 'Signalement reçu' }).waitFor()
}

const queue = '/fr/workshop/reports/petite-loi/moderation'

async function cutIt(page: Page, { press, choose, unfold, write }: Hands): Promise<void> {
  await page.goto(queue)
  await press('link', 'Remarque n° 1')
  await page.getByText('Fanny Lavigne, le').waitFor()
  await choose('La publier en partie')
  await unfold('Pour publier en partie')
  await choose('Une pique vive.')
  await choose('1. Respecter les personnes')
  await write('Faits et raison', 'Une attaque personnelle.')
  await press('button', 'Décider')
}

async function contestIt(page: Page, { press, write }: Hands, path: string): Promise<void> {
  await page.goto(path)
  await press('link', 'Contester cette décision')
  await write('Pourquoi cette décision est une erreur', 'Je parle d’une idée, de personne.')
  await press('button', 'Contester')
  await page.getByText('Votre contestation est reçue').waitFor()
}

async function refuseTheSame(page: Page): Promise<void> {
  await page.goto(`${queue}?ground=contested`)
  await page.getByRole('link', { name: /Remarque n°\s1/ }).click()
  await page.getByText('C’est votre décision qui est contestée').waitFor()
  assert.equal(await page.locator('main form').count(), 0)
}

async function reverseIt(page: Page, { press, choose, write }: Hands): Promise<void> {
  await page.goto(queue)
  await press('link', 'Remarque n° 1')
  await choose('Revenir dessus')
  await write('Vos raisons', 'Elle est vive, mais permise.')
  await press('button', 'Décider de la contestation')
  await page.getByText('Rien n’est contesté').waitFor()
}
