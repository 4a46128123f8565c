import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { createTestDatabase } from './database.ts'
import { findFreePort } from './free-port.ts'
import { addressOf, finish, portOf, settingsFor, signal, spawnVivace } from './run-vivace.ts'

let folder: string
before(async () => (folder = await mkdtemp(join(tmpdir(), 'vivace-start-'))))
after(() => rm(folder, { recursive: true, force: true }))

const own = () => ({ DATABASE_URL: '', PORT: '0', DATA_FOLDER: folder, LOG_LEVEL: 'error' })

test('on a laptop it brings its database and the demonstration, and stops when asked', async () => {
  const program = spawnVivace(own(), ['start'])
  const ended = finish(program)
  const address = await addressOf(program)
  const front = await (await fetch(`${address}/fr/reports/la-ville-en-partage`)).text()
  assert.match(front, /Texte illustratif/)
  assert.match(front, /Édition 2/)
  const signIn = await (await fetch(`${address}/fr/account/sign-in`)).text()
  assert.match(signIn, /Continuer avec le compte de Nour B\./)
  assert.equal((await fetch(`${address}/readyz`)).status, 200)
  const changes = await (
    await fetch(`${address}/fr/reports/la-ville-en-partage/editions/2/changes`)
  ).text()
  assert.match(changes, /Amendement n°\s1/)
  const grant = ['people', 'grant', 'a@example.org', 'rapporteur', '--name', 'A']
  const settings = { ...own(), PORT: '3999' }
  const granted = await finish(spawnVivace(settings, [...grant, '--report', 'la-ville-en-partage']))
  assert.match(granted.stdout, /sign in once[^\n]*http:\/\/127\.0\.0\.1:3999\//)
  assert.match(granted.stderr, /elsewhere than at http:\/\/127\.0\.0\.1:3999, grant again with its/)

  signal(program, 'SIGTERM')
  const { code, stderr } = await ended
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' })
})

test('killed at once, it starts again on what was kept, and fills nothing in twice', async () => {
  const killed = spawnVivace(own(), ['start'])
  await addressOf(killed)
  const gone = finish(killed)
  signal(killed, 'SIGKILL')
  await gone

  const program = spawnVivace(own(), ['start'])
  const ended = finish(program)
  const address = await addressOf(program)
  const home = await (await fetch(`${address}/fr`)).text()
  assert.equal(home.split('/reports/la-ville-en-partage').length - 1, 1)
  const verified = await finish(spawnVivace(own(), ['verify']))
  assert.match(verified.stdout, /2 editions, 0 files, 62 contributions checked\nnothing is wrong/)
  signal(program, 'SIGINT')
  assert.equal((await ended).code, 0)
})

test('on somebody’s own database nothing is filled in, and no demonstration account exists', async () => {
  const { url, drop } = await createTestDatabase()
  const program = spawnVivace({ ...settingsFor(url), PORT: '0', HOST: '127.0.0.1' }, ['start'])
  const ended = finish(program)
  const address = await portOf(program)
  assert.match(await (await fetch(`${address}/fr`)).text(), /Aucun rapport n’est encore ouvert/)
  const signIn = await (await fetch(`${address}/fr/account/sign-in`)).text()
  assert.match(signIn, /type="email"/)
  assert.doesNotMatch(signIn, /id="accounts"/)
  signal(program, 'SIGTERM')
  assert.equal((await ended).code, 0)
  await drop()
})

test('whoever asks as soon as the port is open is answered', async () => {
  const { db, url, drop } = await createTestDatabase()
  const port = String(await findFreePort())
  const { promise: answered, resolve: letGo } = Promise.withResolvers<void>()
  // Its jobs cannot be begun meanwhile.
  const locking = db.transaction().execute(async (tx) => {
    await sql`lock table worker_heartbeat`.execute(tx)
    await answered
  })
  const program = spawnVivace({ ...settingsFor(url), PORT: port, HOST: '127.0.0.1' }, ['start'])
  const ended = finish(program)
  const started = addressOf(program)
  const patience = AbortSignal.timeout(30_000)
  const ask = () =>
    fetch(`http://127.0.0.1:${port}/healthz`, { signal: patience }).catch(() => null)
  let answer = await ask()
  while (!answer && !patience.aborted) answer = await ask()
  letGo()
  await Promise.all([locking, started])
  signal(program, 'SIGTERM')
  assert.equal(answer?.status, 200)
  assert.equal((await ended).code, 0)
  await drop()
})

test('a port that is taken is said in one sentence, and nothing is left running', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const address = taken.address()
  const port = typeof address === 'object' ? String(address?.port) : ''
  const { code, stderr } = await finish(spawnVivace({ ...own(), PORT: port }, ['start']))
  assert.equal(code, 1)
  assert.match(
    stderr,
    /^Port \d+ of 127\.0\.0\.1 cannot be listened on \(EADDRINUSE\): set PORT\.\n$/,
  )
  taken.close()
})

test('killed while the demonstration is filled in, it is whole after the next start', async () => {
  const half = { ...own(), DATA_FOLDER: join(folder, 'half') }
  const killed = spawnVivace(half, ['start'])
  const gone = finish(killed)
  await until(() => existsSync(join(half.DATA_FOLDER, 'postgres', 'cluster')))
  await delay(350)
  signal(killed, 'SIGKILL')
  await gone
  const program = spawnVivace(half, ['start'])
  const ended = finish(program)
  await addressOf(program)
  const verified = await finish(spawnVivace(half, ['verify']))
  assert.match(verified.stdout, /2 editions, 0 files, 62 contributions checked/)
  signal(program, 'SIGTERM')
  assert.equal((await ended).code, 0)
})

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await delay(20)
}

test('a start that lacks a setting is refused in one sentence for each', async () => {
  const settings = {
    DATABASE_URL: 'postgres://127.0.0.1/none',
    PUBLIC_URL: '',
    SMTP_URL: '',
    SECRET: '',
  }
  const { code, stderr, stdout } = await finish(spawnVivace(settings, ['start']))
  assert.deepEqual([code, stdout], [1, ''])
  assert.match(stderr, /^PUBLIC_URL .*\nSMTP_URL .*\nSECRET .*\n$/)
})

test('a database that cannot be reached is said in one sentence', async () => {
  const { code, stderr } = await finish(
    spawnVivace(settingsFor('postgres://127.0.0.1:1/none'), ['verify']),
  )
  assert.equal(code, 1)
  assert.match(stderr, /^The database cannot be used: .*\n$/)
})
