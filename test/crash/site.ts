import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { setTimeout as delay } from 'node:timers/promises'
import { findFreePort } from '../free-port.ts'
import { startMailServer, type MailServer } from '../mail-server.ts'
import { addressOf, finish, settingsFor, signal, spawnVivace } from '../run-vivace.ts'
import { smallBill } from '../world.ts'
import { startKillableDatabase, type KillableDatabase } from './killable-database.ts'

/** What can be killed. */
export type Part = 'program' | 'database'

/** The site as it runs in production, with a published report, on servers that can be killed. */
export type Site = {
  address: string
  databaseUrl: string
  mail: MailServer
  /** Kills that part and starts it again; says when it was killed, and when it was there again. */
  kill(part: Part): Promise<{ killedAt: Date; restartedAt: Date }>
  /** Has the mail server keep its answers until `letGo`; `heard` waits for a mail that waits for its own. */
  holdMails(): { heard(): Promise<void>; letGo(): void }
  /** Fails when the program has ended by itself. */
  assertRunning(): void
  verify(): Promise<{ code: number | null; stdout: string; stderr: string }>
}

const editor = 'salome@example.org'

/** `t.after` is told how each part ends, as soon as it is there. */
export async function openSite(t: { after(act: () => Promise<void>): void }): Promise<Site> {
  const database = await startKillableDatabase()
  t.after(database.remove)
  const { mail, holdMails } = await openMail(t)
  const port = await findFreePort()
  const address = `http://127.0.0.1:${port}`
  const settings = {
    ...settingsFor(database.url),
    PUBLIC_URL: address,
    SMTP_URL: mail.url,
    HOST: '127.0.0.1',
    PORT: String(port),
    LOG_LEVEL: 'error',
  }
  await publishReport(settings)
  let program = await startProgram(settings)
  t.after(() => program.stop())
  return {
    address,
    databaseUrl: database.url,
    mail,
    holdMails,
    kill: async (part) => {
      const killedAt = new Date()
      if (part === 'program') {
        await program.kill()
        program = await startProgram(settings)
      } else await restartDatabase(database)
      return { killedAt, restartedAt: new Date() }
    },
    assertRunning: () => assert.ok(program.isRunning(), `the program ended: ${program.said()}`),
    verify: () => finish(spawnVivace(settings, ['verify'])),
  }
}

/** How long the database is away, in milliseconds: long enough to be missed. */
const away = 500

async function restartDatabase(database: KillableDatabase): Promise<void> {
  await database.kill()
  await delay(away)
  await database.start()
}

/** By the commands that an operator would use. */
async function publishReport(settings: Record<string, string>): Promise<void> {
  const report = ['--report', 'petite-loi']
  const commands = [
    ['import', fileURLToPath(smallBill), ...report],
    ['people', 'grant', editor, 'editor-in-chief', '--name', 'Salomé', ...report],
    ['publish', '--as', editor, ...report],
  ]
  for (const command of commands) {
    const { code, stderr } = await finish(spawnVivace(settings, command))
    assert.equal(code, 0, stderr)
  }
}

async function startProgram(settings: Record<string, string>) {
  const child = spawnVivace(settings, ['start'])
  const ended = finish(child)
  const heard = listen(child)
  await addressOf(child)
  return {
    isRunning: () => child.exitCode === null && child.signalCode === null,
    said: heard,
    kill: async () => {
      signal(child, 'SIGKILL')
      await ended
    },
    stop: async () => {
      signal(child, 'SIGTERM')
      assert.equal((await ended).code, 0)
    },
  }
}

/** The end of what it says: a lost database is logged often. */
function listen(child: ChildProcess): () => string {
  let said = ''
  child.stderr?.on('data', (chunk) => (said = (said + String(chunk)).slice(-5000)))
  return () => said
}

async function openMail(t: { after(act: () => Promise<void>): void }) {
  let held = nothing()
  let heard: () => unknown = nothing
  const hold = () => {
    heard()
    return held
  }
  const mail = await startMailServer(t, { hold })
  const holdMails = () => {
    const answers = Promise.withResolvers<void>()
    const first = Promise.withResolvers<void>()
    held = answers.promise
    heard = first.resolve
    return { heard: () => first.promise, letGo: answers.resolve }
  }
  return { mail, holdMails }
}

async function nothing(): Promise<void> {}
