import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import { answerRequests } from './answer-requests.ts'
import { checkPlace } from './attachments/index.ts'
import { createApp } from './app.ts'
import { fillDemonstration } from './demonstration/index.ts'
import { tasks } from './jobs.ts'
import { sealJournal, startSealing } from './journal/index.ts'
import type { Program } from './open-program.ts'
import type { Config } from './platform/config.ts'
import { findScripts } from './platform/http/assets.ts'
import { startJobs } from './platform/jobs/start-jobs.ts'
import type { Logger } from './platform/log.ts'
import { mailHost, type Mailing } from './platform/mail/mail.ts'
import { deriveMailKey } from './platform/mail/seal.ts'
import { mailbox, openSmtp } from './platform/mail/transport.ts'

/** How long a request may take to come in: the largest files over a slow link; and its head. */
const requestMs = 300_000
const headersMs = 60_000

/** How long a stop waits for whoever is still sending or reading. */
const slowVisitorsMs = 5000

export type Running = { address: string; stop(): Promise<void> }

/** Serves pages, does jobs and seals the journal until stopped; the caller closes the database afterwards. */
export async function start(program: Program, config: Config, log: Logger): Promise<Running> {
  const { db, url, files } = program
  if (!(await checkPlace(db, files))) log.warn(otherPlace)
  // What cannot be bundled is found out now, not by the first reader.
  findScripts()
  // Its acts are of weeks past: left unsealed, they would look as if they had been held back.
  if (program.ownDatabase && (await fillDemonstration(db, new Date()))) await sealJournal(db)

  const server = createServer({ requestTimeout: requestMs, headersTimeout: headersMs })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(config.port, config.host, resolve)
  })
  const listening = hostOf(server.address())
  const address = config.publicUrl ?? `http://${listening}`
  const mailing = mailingFor(address, config, program)
  const transport = config.smtpUrl ? openSmtp(config.smtpUrl) : mailbox
  const app = createApp({
    db,
    log,
    publicUrl: address,
    pseudoLocale: config.pseudoLocale,
    demonstration: program.ownDatabase,
    mailing,
    mailbox: transport.kind === 'mailbox',
    files,
    providers: config.providers,
    trustedProxies: config.trustedProxies,
    periods: config.periods,
    privacyContact: config.privacyContact ?? mailing.from,
  })
  // Before anything is waited for: who asks already would never be answered.
  const requests = answerRequests(server, { app, databaseUrl: url, publicUrl: address, log })
  const sealing = startSealing(db, log)
  const working = await startJobs({
    db,
    url,
    tasks,
    mailing,
    transport,
    periods: config.periods,
    files,
    log,
    now,
  })
  log.info({ listening }, 'serving')

  return {
    address,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      requests.connections.end()
      const impatience = setTimeout(() => {
        server.closeAllConnections()
        requests.connections.drop()
      }, slowVisitorsMs)
      await closed
      clearTimeout(impatience)
      await requests.stop()
      await working.stop()
      transport.close()
      await sealing.stop()
    },
  }
}

/** What was attached before would not be found, and what comes now by no other process. */
const otherPlace =
  'The files of this process are not where those before it kept theirs: give all of them the same FILES_FOLDER, on a disk that they share, or a bucket (FILES_S3_ENDPOINT).'

const now = () => new Date()

function mailingFor(publicUrl: string, { mailFrom }: Config, { secret }: Program): Mailing {
  const from = mailFrom ?? `vivace@${mailHost(publicUrl)}`
  return { from, publicUrl, key: deriveMailKey(secret) }
}

function hostOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') throw new Error('the server has no address')
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `${host}:${address.port}`
}
