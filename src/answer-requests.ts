import { IncomingMessage, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { sessionCookie } from './people/index.ts'
import type { Logger } from './platform/log.ts'
import { answerOnSocket } from './platform/pages/answer-on-socket.ts'
import { hearChanges } from './platform/pages/changes-heard.ts'
import { servePages } from './platform/pages/serve-pages.ts'
import { publicPages } from './public-pages.ts'
import type { Env } from './request.ts'

type Options = {
  app: { fetch: (request: Request, server?: Env['Bindings']) => Response | Promise<Response> }
  /** Where the database is, whose changes are heard on a connection of their own. */
  databaseUrl: string
  publicUrl: string
  log: Logger
}

/**
 * Answers what a server is asked: public pages from memory where they are right there, all else by the
 * program. `connections` are those that the server itself does not end when it is closed.
 */
export function answerRequests(server: Server, options: Options) {
  const { app, databaseUrl, publicUrl, log } = options
  const changes = hearChanges(databaseUrl, log)
  const pages = servePages({
    pages: publicPages,
    cookie: sessionCookie,
    render: (request) => app.fetch(request),
    origin: new URL(publicUrl).origin,
    changes,
    log,
  })
  const answerByProgram = getRequestListener((request, { incoming }) =>
    // It is HTTP/1 that is listened for.
    app.fetch(request, incoming instanceof IncomingMessage ? { incoming } : {}),
  )
  server.on('request', (incoming, outgoing) => {
    if (!pages.answer(incoming, outgoing)) void answerByProgram(incoming, outgoing)
  })
  const connections = answerOnSocket({ server, find: pages.findReady })
  return { connections, stop: () => changes.stop() }
}
