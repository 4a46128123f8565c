import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { pino } from 'pino'
import { startBrowsing } from './browsing.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { appOn, origin } from './world.ts'

let world: SignInWorld
let app: ReturnType<typeof appOn>
let written = ''
before(async () => {
  world = await openSignInWorld()
  const log = pino({ base: null }, { write: (line: string) => (written += line) })
  app = appOn(world.db, [], { log })
})
beforeEach(() => {
  written = ''
})
after(() => world.close())

type Line = Record<string, unknown>

/** What was written down of what concerns security, without when and of which request. */
function events(): Line[] {
  const lines = written.split('\n').filter((line) => line !== '')
  const read = lines.map((line): Line => Object.fromEntries(Object.entries(JSON.parse(line))))
  for (const { event, time, requestId } of read) {
    if (event === undefined) continue
    assert.equal(typeof time, 'number')
    assert.match(String(requestId), /^[\da-f-]{36}$/)
  }
  return read
    .filter(({ event }) => event !== undefined)
    .map(({ level: _level, time: _time, requestId: _id, msg: _msg, ...event }) => event)
}

const email = 'ada.lovelace@example.org'
const profile: [string, string][] = [
  ['name', 'Ada Lovelace'],
  ['side', 'academic'],
  ['terms', '1'],
]

async function pseudonym(): Promise<string> {
  const row = await world.db
    .selectFrom('person')
    .select('pseudonym')
    .where('display_name', '=', 'Ada Lovelace')
    .executeTakeFirstOrThrow()
  return row.pseudonym
}

test('the log says who came in by which way, who was kept out, and who left, and no more of them', async () => {
  const me = startBrowsing(app)
  const link = await world.linkFor(email)
  await me.post(link, profile)
  const who = await pseudonym()
  assert.deepEqual(events(), [{ event: 'signed-in', way: 'link', who }])
  await me.post('/fr/account/session/end')
  assert.deepEqual(events().at(-1), { event: 'signed-out', who })

  written = ''
  await me.get(link)
  await me.get('/fr/account/sign-in-links/guessed')
  await me.post('/fr/account/passkey-session', [['credential', '{}']])
  assert.deepEqual(events(), [
    { event: 'sign-in-refused', way: 'link', problem: 'used' },
    { event: 'sign-in-refused', way: 'link', problem: 'unknown' },
    { event: 'sign-in-refused', way: 'passkey', problem: 'passkey-unverified' },
  ])
  const token = link.split('/').at(-1) ?? ''
  for (const kept of [email, 'Ada', token, me.cookie ?? 'no cookie', 'Mozilla']) {
    assert.ok(!written.includes(kept), `${kept} is not for the log`)
  }
})

test('the log says which act was refused to whom', async () => {
  const me = startBrowsing(app)
  await me.post(await world.linkFor(email), profile)
  written = ''
  assert.equal((await me.get('/fr/workshop/reports/petite-loi')).status, 404)
  assert.deepEqual(events(), [
    { event: 'not-allowed', action: 'workshop.open', who: await pseudonym() },
  ])
})

test('the log says that another site sent a form', async () => {
  const response = await app.request(`${origin}/fr/account/session/end`, {
    method: 'POST',
    headers: {
      Origin: 'https://elsewhere.example',
      'Content-Type': 'application/x-www-form-urlencoded',
    },
  })
  assert.equal(response.status, 403)
  assert.deepEqual(events(), [{ event: 'forged-form' }])
})

test('what somebody sends cannot begin a line of the log', async () => {
  await app.request(`${origin}/fr/%0A%7B%22event%22%3A%22signed-in%22%7D`)
  await app.request(`${origin}/fr/a\u2028b`)
  assert.deepEqual(events(), [])
  assert.equal(written.trim().split('\n').length, 2)
})
