import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createApp } from './app.ts'
import { fillDemonstration } from './demonstration/index.ts'
import { sealJournal, startSealing } from './journal/index.ts'
import type { Program } from './open-program.ts'
import type { Config } from './platform/config.ts'
import type { Logger } from './platform/log.ts'

/** How long a stop waits for whoever is still sending or reading. */
const slowVisitorsMs = 5000

export type Running = { address: string; stop(): Promise<void> }

/** Serves pages and seals the journal until stopped; the caller closes the database afterwards. */
export async function start(program: Program, config: Config, log: Logger): Promise<Running> {
  const { db } = program
  // Its acts are of weeks past: left unsealed, they would look as if they had been held back.
  if (program.ownDatabase && (await fillDemonstration(db, new Date()))) await sealJournal(db)

  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(config.port, config.host, resolve)
  })
  const listening = hostOf(server.address())
  const address = config.publicUrl ?? `http://${listening}`
  const sealing = startSealing(db, log)
  log.info({ listening }, 'serving')
  const app = createApp({
    db,
    log,
    publicUrl: address,
    pseudoLocale: config.pseudoLocale,
    demonstration: program.ownDatabase,
  })
  const answer = getRequestListener(app.fetch)
  server.on('request', (incoming, outgoing) => void answer(incoming, outgoing))

  return {
    address,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      const impatience = setTimeout(() => server.closeAllConnections(), slowVisitorsMs)
      await closed
      clearTimeout(impatience)
      await sealing.stop()
    },
  }
}

function hostOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') throw new Error('the server has no address')
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `${host}:${address.port}`
}
