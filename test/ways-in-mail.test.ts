import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { simpleParser } from 'mailparser'
import { runJobs } from '../src/platform/jobs/run-jobs.ts'
import { openSmtp } from '../src/platform/mail/transport.ts'
import { locationOf, startBrowsing } from './browsing.ts'
import { jobsOf } from './mail-jobs.ts'
import { headerOf, startMailServer, type MailServer } from './mail-server.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'

let world: SignInWorld
before(async () => {
  world = await openSignInWorld()
})
after(() => world.close())

/** What a real server was handed for that address, the last of it. */
async function lastMail(
  server: MailServer,
  email: string,
): Promise<{ subject: string; text: string }> {
  const transport = openSmtp(server.url)
  await runJobs(jobsOf(world, transport))
  transport.close()
  const mail = server.received.findLast(({ to }) => to.includes(email))
  assert.ok(mail, `a mail for ${email}`)
  assert.equal(headerOf(mail.bytes, 'Content-Language'), 'fr')
  const { subject = '', text = '' } = await simpleParser(mail.bytes)
  return { subject, text }
}

test('an address is added by the link in a mail that a mail server took, and the change is told by mail', async (t) => {
  const server = await startMailServer(t)
  const me = startBrowsing(world.app)
  await me.post('/fr/account/sign-in-links', [['email', 'ada@example.org']])
  const signIn = await lastMail(server, 'ada@example.org')
  const [, enter = ''] =
    /http:\/\/vivace\.test(\/fr\/account\/sign-in-links\/\S+)/.exec(signIn.text) ?? []
  await me.post(enter, [
    ['name', 'Ada'],
    ['side', 'academic'],
    ['terms', '1'],
  ])
  await me.post('/fr/account/addresses', [['email', 'second@example.org']])
  const asked = await lastMail(server, 'second@example.org')
  assert.match(asked.subject, /^Votre adresse, pour votre compte sur vivace\.test$/)
  const [, add = ''] =
    /http:\/\/vivace\.test(\/fr\/account\/address-links\/\S+)/.exec(asked.text) ?? []
  assert.equal(locationOf(await me.post(add)), '/fr/account?done=way-added')
  for (const address of ['ada@example.org', 'second@example.org']) {
    const told = await lastMail(server, address)
    assert.match(told.subject, /^Un moyen de vous identifier a été ajouté sur vivace\.test$/)
    assert.match(
      told.text,
      /avec l’adresse second@example\.org\.[\s\S]*vivace\.test\/fr\/account\n/,
    )
  }
})
