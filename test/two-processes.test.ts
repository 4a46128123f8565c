import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { after, before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { hourlyLimit } from '../src/contributions/content.ts'
import { providersOfOneNetwork } from '../src/people/refuse-network.ts'
import { linksAnHourForOneAddress } from '../src/people/sign-in-link.ts'
import { finish, portOf, settingsFor, signal, spawnVivace } from './run-vivace.ts'
import { cookieOf, links, nour, openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { formOf, reportPath } from './take-part.ts'
import { origin } from './world.ts'

/*
 * Two processes of the program on one database, behind one public address, as behind a balancer: whatever
 * is done in one holds in the other.
 */

type Asked = {
  form?: [string, string][]
  as?: { cookie: string }
  headers?: Record<string, string>
}
type Process = { ask(path: string, asked?: Asked): Promise<Response> }

let world: SignInWorld
let one: Process
let other: Process
const programs: ChildProcess[] = []
before(async () => {
  world = await openSignInWorld()
  ;[one, other] = await Promise.all([start(world.url), start(world.url)])
})
after(async () => {
  const ended = programs.map(finish)
  for (const program of programs) signal(program, 'SIGTERM')
  await Promise.all(ended)
  await world.close()
})

async function start(url: string): Promise<Process> {
  const settings = {
    ...settingsFor(url),
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
    ...behind,
  }
  const program = spawnVivace(settings, ['start'])
  programs.push(program)
  const address = await portOf(program)
  return {
    ask: async (path, { form, as, headers } = {}) =>
      fetch(`${address}${path}`, {
        redirect: 'manual',
        headers: {
          ...(as && { Cookie: as.cookie }),
          ...(form && { Origin: origin }),
          ...headers,
        },
        ...(form && { method: 'POST', body: new URLSearchParams(form) }),
      }),
  }
}

/** Behind a balancer that says for whom it asks, with a provider that does not answer. */
const behind = {
  TRUSTED_PROXIES: '127.0.0.1',
  OIDC_ISSUER: 'http://127.0.0.1:1',
  OIDC_CLIENT_ID: 'vivace',
  OIDC_CLIENT_SECRET: 'no-secret',
  OIDC_NAME: 'Lointain',
}

/** Asks the one and the other by turns. */
const either = (nth: number) => (nth % 2 === 0 ? one : other)

const askLink = (program: Process, email: string) =>
  program.ask(links, {
    form: [
      ['email', email],
      ['return', '/fr/journal'],
    ],
  })

/** The path of the link that was mailed last. */
async function linkTo(email: string): Promise<string> {
  const text = (await world.mailsTo(email)).at(-1)?.text ?? ''
  return /(\/fr\/account\/sign-in-links\/\S+)/.exec(text)?.[1] ?? ''
}

async function enter(email: string): Promise<{ cookie: string }> {
  assert.equal((await askLink(one, email)).status, 303)
  return cookieOf(await other.ask(await linkTo(email), { form: nour }))
}

test('a link that was asked for in one is used in the other, and pressed in both signs in once', async () => {
  const email = 'twice@example.org'
  assert.equal((await askLink(one, email)).status, 303)
  const link = await linkTo(email)
  assert.equal((await other.ask(link)).status, 200)
  const [people, sessions] = [await world.countOf('person'), await world.countOf('session')]
  const pressed = await Promise.all(
    [one, other].map((program) => program.ask(link, { form: nour })),
  )
  assert.deepEqual(
    pressed.map(({ status }) => status).toSorted((low, high) => low - high),
    [303, 404],
  )
  assert.equal(await world.countOf('person'), people + 1)
  assert.equal(await world.countOf('session'), sessions + 1)
})

test('a session that was opened in one holds in the other, and ended in one it is ended in the other', async () => {
  const as = await enter('session@example.org')
  for (const program of [one, other])
    assert.equal((await program.ask('/fr/account', { as })).status, 200)
  await one.ask('/fr/account/session/end', { form: [], as })
  for (const program of [one, other])
    assert.equal((await program.ask('/fr/account', { as })).status, 303)
})

test('so many links are mailed to one address in an hour, whichever process is asked', async () => {
  const email = 'often@example.org'
  const asked = Array.from({ length: linksAnHourForOneAddress + 3 }, (_, nth) =>
    askLink(either(nth), email),
  )
  const statuses = (await Promise.all(asked)).map(({ status }) => status)
  const mailed = statuses.filter((status) => status === 303)
  assert.equal(mailed.length, linksAnHourForOneAddress)
  assert.ok(statuses.every((status) => status === 303 || status === 429))
})

test('so much is asked for from one network, whichever process is asked', async () => {
  const from = { 'X-Forwarded-For': '198.51.100.77' }
  const ask = (nth: number) => either(nth).ask('/fr/account/providers/oidc', { headers: from })
  const most = providersOfOneNetwork.most
  const asked = await Promise.all(Array.from({ length: most + 6 }, (_, nth) => ask(nth)))
  const braked = asked.filter(({ status }) => status === 429)
  assert.equal(braked.length, 6)
  for (const { headers } of braked) assert.ok(Number(headers.get('Retry-After')) > 0)
  const elsewhere = { headers: { 'X-Forwarded-For': '203.0.113.77' } }
  assert.notEqual((await one.ask('/fr/account/providers/oidc', elsewhere)).status, 429)
})

test('so much is published by one person in an hour, whichever process receives it', async () => {
  const as = await enter('prolific@example.org')
  const sent = await Promise.all(
    Array.from({ length: hourlyLimit + 4 }, (_, nth) =>
      either(nth).ask(`${reportPath}/contributions`, { form: formOf(), as }),
    ),
  )
  const published = sent.filter(({ status }) => status === 303)
  assert.equal(published.length, hourlyLimit)
})

test('a form that is sent to both at once is one contribution', async () => {
  const as = await enter('impatient@example.org')
  const form = formOf({ body: 'Envoyée deux fois.' })
  const sent = await Promise.all(
    [one, other].map((program) => program.ask(`${reportPath}/contributions`, { form, as })),
  )
  const places = sent.map(({ headers }) => headers.get('Location'))
  assert.match(places[0] ?? '', /^\/fr\/contributions\/\d+\/receipt$/)
  assert.equal(places[1], places[0])
  const { count } = await world.db
    .selectFrom('revision')
    .select((the) => the.fn.countAll<string>().as('count'))
    .where('body', '=', 'Envoyée deux fois.')
    .executeTakeFirstOrThrow()
  assert.equal(Number(count), 1)
})

test('what was published in one is shown by the other within two seconds, from memory too', async () => {
  const as = await enter('fresh@example.org')
  const list = `${reportPath}/contributions`
  const shows = async () => (await (await other.ask(list)).text()).includes('Toute fraîche.')
  for (let nth = 0; nth < 5; nth += 1) assert.equal(await shows(), false)
  await one.ask(list, { form: formOf({ body: 'Toute fraîche.' }), as })
  const published = performance.now()
  while (!(await shows())) {
    assert.ok(performance.now() - published < 2000, 'two seconds later it is not shown')
    await delay(50)
  }
})
