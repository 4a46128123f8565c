import { AsyncLocalStorage } from 'node:async_hooks'
import { createServer } from 'node:http'
import { answerRequests } from '../../src/answer-requests.ts'
import { createApp } from '../../src/app.ts'
import { ensurePerson, openSession, sessionCookie } from '../../src/people/index.ts'
import type { Db } from '../../src/platform/db/connect.ts'
import { openLog } from '../../src/platform/log.ts'
import { acceptNewest } from '../../test/accept-terms.ts'
import { listenSomewhere } from '../../test/free-port.ts'
import { openWorld, testMailing } from '../../test/world.ts'
import type { Post } from './post.ts'
import { testFiles } from '../../test/test-files.ts'

/** A site with one small report on a real server, whose clock is an argument of each request, on this header. */
export type Site = {
  db: Db
  port: number
  publicUrl: string
  /** Where an argument on the report is written. */
  form: string
  /** The cookie of somebody who made their account then; made when it is first asked for. */
  cookieOf(post: Pick<Post, 'account' | 'joinedAt'>): Promise<string>
  close(): Promise<void>
}

export const timeHeader = 'x-simulated-time'

export async function openSite(): Promise<Site> {
  const world = await openWorld()
  const { db } = world
  const server = createServer()
  const port = await listenSomewhere(server)
  const publicUrl = `http://127.0.0.1:${port}`
  const log = openLog('silent')
  const moment = new AsyncLocalStorage<Date>()
  const app = createApp({
    db,
    files: testFiles,
    log,
    publicUrl,
    pseudoLocale: false,
    demonstration: false,
    mailing: { ...testMailing, publicUrl },
    mailbox: true,
    providers: [],
    trustedProxies: ['127.0.0.1'],
    clock: () => moment.getStore() ?? new Date(),
  })
  const timed: Pick<typeof app, 'fetch'> = {
    fetch: (request, bindings) => {
      const at = request.headers.get(timeHeader)
      const ask = () => app.fetch(request, bindings)
      return at === null ? ask() : moment.run(new Date(Number(at)), ask)
    },
  }
  const requests = answerRequests(server, { app: timed, databaseUrl: world.url, publicUrl, log })
  const cookies = new Map<string, Promise<string>>()
  return {
    db,
    port,
    publicUrl,
    form: `/fr/reports/${world.report.slug}/contribution?kind=argument`,
    cookieOf: ({ account, joinedAt }) => {
      const known = cookies.get(account) ?? enter(db, account, new Date(joinedAt))
      cookies.set(account, known)
      return known
    },
    close: async () => {
      await requests.stop()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
        requests.connections.drop()
      })
      await world.close()
    },
  }
}

/** By the product's own acts, as somebody does who follows a link that was mailed to them. */
async function enter(db: Db, name: string, at: Date): Promise<string> {
  const newcomer = {
    provider: 'email' as const,
    subject: `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@example.org`,
    displayName: name,
    helixSide: 'citizen' as const,
    organisation: null,
    locale: 'fr',
  }
  const id = await ensurePerson(db, newcomer, at)
  await acceptNewest(db, id)
  return `${sessionCookie}=${await openSession(db, id, at)}`
}
