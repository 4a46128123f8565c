import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import { startEmbedded, type Embedded } from './embedded.ts'
import { isAlive } from './embedded-process.ts'

const limit = { timeout: 30_000 }
let folder = ''
const begun: Embedded[] = []

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vivace-embedded-'))
})

after(async () => {
  for (const database of begun) await database.stop()
  await rm(folder, { recursive: true, force: true })
})

test('what was written is there at the next start', limit, async () => {
  const first = await start()
  await ask(first.url, 'create table kept (word text)')
  await ask(first.url, "insert into kept values ('été')")
  await first.stop()
  assert.equal(await first.stopped, 0)
  assert.equal(isAlive(first.pid), false)

  const second = await start()
  assert.deepEqual(await ask(second.url, 'select word from kept'), [['été']])
  assert.deepEqual(await ask(second.url, 'show server_encoding'), [['UTF8']])
  assert.deepEqual(await ask(second.url, 'show data_checksums'), [['on']])
  await second.stop()
})

test('the server that a killed program left is used, then stopped', limit, async () => {
  const { program, pid } = await startElsewhere()
  program.kill('SIGKILL')
  await once(program, 'exit')
  assert.equal(isAlive(pid), true)

  const database = await start()
  assert.equal(database.pid, pid)
  await ask(database.url, 'select 1')
  await database.stop()
  await database.stopped
  assert.equal(isAlive(pid), false)
})

test('the last of two programs stops their server', limit, async () => {
  const [one, other] = await Promise.all([start(), start()])
  assert.equal(one.pid, other.pid)
  await one.stop()
  assert.deepEqual(await ask(other.url, 'select 1'), [[1]])
  await other.stop()
  assert.equal(isAlive(one.pid), false)
})

test('a killed server is reported, and replaced at the next start', limit, async () => {
  const database = await start({ durable: true })
  await ask(database.url, 'create table survivor (number integer)')
  process.kill(database.pid, 'SIGKILL')
  assert.equal(await database.stopped, null)
  await database.stop()

  const next = await start()
  assert.deepEqual(await ask(next.url, 'select * from survivor'), [])
  await next.stop()
})

test('a pid file whose number another process bears is no server', limit, async () => {
  const data = join(folder, 'cluster', 'data')
  const lines = [process.pid, data, 0, 5432, '', '127.0.0.1', '', 'ready']
  await writeFile(join(data, 'postmaster.pid'), lines.join('\n'))
  const database = await start()
  assert.notEqual(database.pid, process.pid)
  await database.stop()
})

test('two programs make one cluster, and sweep away one half made long ago', limit, async () => {
  const other = await mkdtemp(join(folder, 'other-'))
  const halfMade = join(other, 'init-interrupted')
  await mkdir(join(halfMade, 'data'), { recursive: true })
  await utimes(halfMade, 0, 0)
  const [one, two] = await Promise.all([start({ folder: other }), start({ folder: other })])
  assert.equal(one.url, two.url)
  await Promise.all([one.stop(), two.stop()])
  assert.equal(isAlive(one.pid), false)

  const { mode } = await stat(join(other, 'cluster', 'password'))
  assert.equal(mode & 0o777, 0o600)
  assert.deepEqual((await readdir(other)).toSorted(), ['cluster', 'log'])
})

test('a port that is taken is refused in the words of the server', limit, async () => {
  const squatter = createServer().listen(0, '127.0.0.1')
  await once(squatter, 'listening')
  const address = squatter.address()
  assert.ok(typeof address === 'object' && address)
  const started = await startEmbedded({ folder, durable: false, port: address.port })
  squatter.close()
  assert.ok(!started.ok)
  assert.equal(started.problem, 'failed')
  assert.match(started.detail, /Address already in use/u)
})

test('the environment decides nothing and is left as it was', limit, async () => {
  const tricks = {
    PGPORT: '1',
    PGHOST: 'nowhere.invalid',
    PGDATA: '/nowhere',
    PGSSLMODE: 'require',
  }
  Object.assign(process.env, tricks)
  try {
    const environment = { ...process.env }
    const database = await start()
    assert.deepEqual(await ask(database.url, 'show listen_addresses'), [['127.0.0.1']])
    assert.deepEqual({ ...process.env }, environment)
    await database.stop()
  } finally {
    for (const name of Object.keys(tricks)) delete process.env[name]
  }
})

async function start(options: { folder?: string; durable?: boolean } = {}): Promise<Embedded> {
  const started = await startEmbedded({ folder, durable: false, ...options })
  assert.ok(started.ok, started.ok ? '' : `${started.problem}: ${started.detail}`)
  begun.push(started.database)
  return started.database
}

async function ask(url: string, text: string): Promise<unknown[][]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query({ text, rowMode: 'array' })).rows
  } finally {
    await client.end()
  }
}

/** A program of its own that starts the server and waits. */
async function startElsewhere() {
  const module = JSON.stringify(new URL('embedded.ts', import.meta.url).href)
  const script = `
    const { startEmbedded } = await import(${module})
    const started = await startEmbedded({ folder: ${JSON.stringify(folder)}, durable: false })
    console.log(started.database.pid)`
  // Node takes these files' types away by itself.
  const program = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(program.stdout, 'data')
  await delay(50)
  assert.equal(program.exitCode, null)
  return { program, pid: Number(String(said)) }
}
