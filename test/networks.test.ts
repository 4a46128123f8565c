import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createApp } from '../src/app.ts'
import { countWithin, forgetCounts } from '../src/platform/limits/store.ts'
import { openLog } from '../src/platform/log.ts'
import { hashNetwork } from '../src/platform/networks/network.ts'
import type { ProviderSettings } from '../src/platform/oidc/provider-settings.ts'
import { forgetSalts } from '../src/platform/networks/store.ts'
import { flag } from './flagging.ts'
import { links, openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { publish, reportPath } from './take-part.ts'
import { origin, testMailing } from './world.ts'
import { testFiles } from './test-files.ts'

/** A provider that does not answer. */
const provider: ProviderSettings = {
  key: 'oidc',
  name: 'Lointain',
  issuer: 'http://127.0.0.1:1',
  clientId: 'vivace',
  clientSecret: 'no-secret',
  scope: 'openid',
  acrValues: null,
  surnames: [],
  vouchesForSiret: false,
}

let world: SignInWorld
let app: ReturnType<typeof createApp>
before(async () => {
  world = await openSignInWorld()
  app = createApp({
    db: world.db,
    files: testFiles,
    log: openLog('silent'),
    publicUrl: origin,
    pseudoLocale: false,
    demonstration: true,
    mailing: testMailing,
    mailbox: true,
    providers: [provider],
    trustedProxies: ['10.0.0.0/8'],
  })
})
after(() => world.close())

type Asked = { from: string; by?: string; form?: Record<string, string>; cookie?: string }

/** Asks as if somebody at that address did, behind a proxy that is believed. */
function ask(path: string, { from, by = '10.0.0.1', form, cookie = '' }: Asked): Promise<Response> {
  const socket = { remoteAddress: by }
  return Promise.resolve(
    app.request(
      `${origin}${path}`,
      {
        headers: { 'X-Forwarded-For': from, Cookie: cookie, ...(form && { Origin: origin }) },
        ...(form && { method: 'POST', body: new URLSearchParams(form) }),
      },
      { incoming: { socket } },
    ),
  )
}

/** Makes every count that there is so high that nothing more is allowed. */
async function exhaust(): Promise<void> {
  await world.db.updateTable('request_count').set({ count: 100_000 }).execute()
}

async function assertBraked(refused: Response, says: RegExp): Promise<string> {
  assert.equal(refused.status, 429)
  const seconds = Number(refused.headers.get('Retry-After'))
  assert.ok(seconds >= 1 && seconds <= 3600, String(seconds))
  assert.equal(refused.headers.get('Cache-Control'), 'private, no-store')
  const page = await refused.text()
  assert.match(page, says)
  return page
}

test('a network is the same hash all day, in Paris, and another the next; no address is kept', async () => {
  const { db } = world
  const evening = new Date('2027-07-01T21:59:00Z')
  const night = new Date('2027-07-01T22:01:00Z')
  const one = await hashNetwork(db, '198.51.100.7', evening)
  assert.deepEqual(await hashNetwork(db, '198.51.100.9', evening), one)
  assert.notDeepEqual(await hashNetwork(db, '198.51.100.7', night), one)
  assert.equal(await hashNetwork(db, null, night), null)
  await forgetSalts(db, night)
  const days = await db.selectFrom('network_salt').select('day').execute()
  assert.equal(days.length, 1)
  assert.notDeepEqual(
    await hashNetwork(db, '198.51.100.7', evening),
    one,
    'nobody can say it again',
  )
  await db.deleteFrom('network_salt').execute()
})

const at = (time: string) => new Date(`2027-07-01T${time}Z`)

test('so often within so long, and again when it is over; counts go after a day', async () => {
  const { db } = world
  const limit = { name: 'tries', most: 3, minutes: 10 }
  const who = Buffer.alloc(32, 1)
  const tries = await Promise.all(
    Array.from({ length: 5 }, () => countWithin(db, limit, who, at('10:01:00'))),
  )
  assert.equal(tries.filter(({ ok }) => ok).length, 3)
  const until = at('10:10:00')
  assert.deepEqual(await countWithin(db, limit, who, at('10:09:59')), { ok: false, until })
  assert.deepEqual(await countWithin(db, limit, who, until), { ok: true })
  assert.deepEqual(await countWithin(db, limit, Buffer.alloc(32, 2), at('10:01:00')), { ok: true })
  assert.deepEqual(await countWithin(db, { ...limit, name: 'x' }, who, at('10:01:00')), {
    ok: true,
  })
  await forgetCounts(db, new Date('2027-07-02T10:05:00Z'))
  const left = await db.selectFrom('request_count').select('since').execute()
  assert.deepEqual(
    left.map(({ since }) => since.toISOString()),
    [until.toISOString()],
  )
  await db.deleteFrom('request_count').execute()
})

const asking = (email: string) => ({ email, return: '/fr/journal' })

test('a network that asks for too many links is told when to come again, and keeps what it typed', async () => {
  const from = '198.51.100.7'
  assert.equal((await ask(links, { from, form: asking('un@example.org') })).status, 303)
  await exhaust()
  const refused = await ask(links, { from, form: asking('deux@example.org') })
  const page = await assertBraked(refused, /Trop de liens ont été demandés depuis votre réseau/)
  assert.match(page, /value="deux@example\.org"/)
  assert.match(page, /value="\/fr\/journal"/)
  assert.equal((await world.mailsTo('deux@example.org')).length, 0)
  const elsewhere = await ask(links, { from: '203.0.113.5', form: asking('deux@example.org') })
  assert.equal(elsewhere.status, 303, 'somebody elsewhere')
  const spoofed = { from: '203.0.113.6', by: '198.51.100.8', form: asking('trois@example.org') }
  assert.equal((await ask(links, spoofed)).status, 429, 'whose header nobody believes')
})

test('attempts with a passkey and with a provider are counted by network', async () => {
  const from = '198.51.100.20'
  const passkey = '/fr/account/passkey-session'
  const form = { credential: '', return: '' }
  assert.equal((await ask(passkey, { from, form })).status, 200)
  const provided = `/fr/account/providers/${provider.key}`
  assert.notEqual((await ask(provided, { from })).status, 429)
  await exhaust()
  await assertBraked(await ask(passkey, { from, form }), /C’est beaucoup en peu de temps/)
  await assertBraked(await ask(provided, { from }), /Trop de demandes viennent de votre réseau/)
})

test('searches are counted by network, and keep what was looked for; an empty one is none', async () => {
  const from = '198.51.100.30'
  const search = `${reportPath}/search`
  assert.equal((await ask(`${search}?q=service`, { from })).status, 200)
  await exhaust()
  const page = await assertBraked(
    await ask(`${search}?q=service`, { from }),
    /Trop de recherches viennent de votre réseau/,
  )
  assert.match(page, /value="service"/)
  assert.equal((await ask(search, { from })).status, 200)
})

test('flags are counted by network, and keep what was written', async () => {
  const nour = await world.person({ name: 'Nour' })
  const number = await publish(world, nour)
  assert.equal((await flag(world, number)).status, 303, 'from a network that is not known')
  const from = '198.51.100.40'
  const form = {
    ground: '1',
    explanation: 'Elle insulte quelqu’un ici.',
    goodFaith: '1',
    read: '1',
  }
  const path = `/fr/contributions/${number}/flag`
  const rows = () => world.db.selectFrom('request_count').selectAll().execute()
  const before = (await rows()).length
  const lacking = await ask(path, { from, form: { ...form, ground: '' } })
  assert.equal(lacking.status, 422)
  assert.equal((await rows()).length, before, 'what lacks something is not counted')
  await ask(path, { from, form: { ...form, name: 'Fanny', email: 'fanny@example.org' } })
  await exhaust()
  const page = await assertBraked(
    await ask(path, { from, form: { ...form, name: 'Farid', email: 'farid@example.org' } }),
    /Trop de signalements viennent de votre réseau[^<]* après le \d/,
  )
  assert.match(page, /Elle insulte quelqu’un ici\./)
  const { cookie } = await world.person({ name: 'Iris' })
  const named = await ask(path, { from, form, cookie })
  assert.equal(named.status, 303, 'somebody signed in has a limit of their own')
})
