import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createApp } from '../src/app.ts'
import { enqueue } from '../src/platform/jobs/enqueue.ts'
import { runJobs } from '../src/platform/jobs/run-jobs.ts'
import { openLog } from '../src/platform/log.ts'
import { queueMail } from '../src/platform/mail/queue-mail.ts'
import { deriveMailKey } from '../src/platform/mail/seal.ts'
import { mailbox } from '../src/platform/mail/transport.ts'
import { jobsOf, mail } from './mail-jobs.ts'
import { testFiles } from './test-files.ts'
import { openWorld, origin, testMailing, type World } from './world.ts'

let world: World
before(async () => (world = await openWorld({ editions: 0 })))
after(() => world.close())

const page = async () => (await world.get('/fr/demonstration/mail')).text()
const kept = () => world.db.selectFrom('mail').selectAll().orderBy('id').execute()
const send = () => runJobs(jobsOf(world, mailbox))

test('without a mail server the demonstration shows the mails that it would have sent, newest first', async () => {
  assert.match(await page(), /Aucun courriel pour le moment/)
  const { db } = world
  await queueMail(db, testMailing, mail, new Date())
  await send()
  const text = 'Voyez <b>http://vivace.test.evil.example/</b> et http://vivace.test/en/journal'
  await queueMail(db, testMailing, { ...mail, subject: 'Le second', text }, new Date())
  assert.doesNotMatch(await page(), /Le second/)
  await send()

  const shown = await page()
  assert.match(shown, /Toute personne qui visite cette démonstration peut les lire/)
  assert.match(shown, /nour@example\.org/)
  assert.ok(shown.indexOf('Le second') < shown.indexOf('Votre clé, à n’utiliser qu’une fois'))
  assert.match(shown, /<a href="http:\/\/vivace\.test\/fr\/account\/xyzzy">/)
  assert.match(shown, /<a href="http:\/\/vivace\.test\/en\/journal">/)
  assert.match(shown, /&lt;b&gt;http:\/\/vivace\.test\.evil\.example/)
  assert.doesNotMatch(shown, /href="http:\/\/vivace\.test\.evil/)
})

test('links that sign in come before other mails, which are folded', async () => {
  const text = `Voici : ${origin}/fr/account/sign-in-links/xyzzy`
  await queueMail(world.db, testMailing, { ...mail, subject: 'Votre lien', text }, new Date())
  await send()
  await queueMail(world.db, testMailing, { ...mail, subject: 'Un reçu' }, new Date())
  await send()
  const [links = '', others = ''] = (await page()).split('Reçus et autres messages')
  assert.match(
    links,
    /Liens pour s’identifier[^]*Votre lien[^]*<a href="[^"]*sign-in-links\/xyzzy">/,
  )
  assert.doesNotMatch(links, /<details>|Un reçu/)
  assert.match(others, /<details>[^]*Un reçu/)
})

test('a mail that the mailbox has stays as it is when the job is done again', async () => {
  const before = await kept()
  for (const { id } of before) await enqueue(world.db, 'mail.send', { id })
  await send()
  assert.deepEqual(await kept(), before)
})

test('it is kept under the secret alone: under another, the mailbox is empty and no error', async () => {
  const mailing = { ...testMailing, key: deriveMailKey('another secret, as long as it must be') }
  const response = await appWith({ mailing }).request(`${origin}/fr/demonstration/mail`)
  assert.equal(response.status, 200)
  assert.match(await response.text(), /Aucun courriel pour le moment/)
})

test('where mails are sent, or no demonstration runs, there is no mailbox', async () => {
  for (const options of [{ mailbox: false }, { demonstration: false }]) {
    const response = await appWith(options).request(`${origin}/fr/demonstration/mail`)
    assert.equal(response.status, 404)
  }
})

function appWith(options: Partial<Parameters<typeof createApp>[0]>) {
  return createApp({
    db: world.db,
    log: openLog('silent'),
    publicUrl: origin,
    pseudoLocale: false,
    demonstration: true,
    mailing: testMailing,
    files: testFiles,
    mailbox: true,
    providers: [],
    ...options,
  })
}
