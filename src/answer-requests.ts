import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { sessionCookie } from './people/index.ts'
import type { Logger } from './platform/log.ts'
import { hearChanges } from './platform/pages/changes-heard.ts'
import { servePages } from './platform/pages/serve-pages.ts'
import { publicPages } from './public-pages.ts'

type Options = {
  app: { fetch: (request: Request) => Response | Promise<Response> }
  /** Where the database is, whose changes are heard on a connection of their own. */
  databaseUrl: string
  publicUrl: string
  log: Logger
}

/** Answers requests: public pages from memory where they are right there, all else by the program. */
export function answerRequests({ app, databaseUrl, publicUrl, log }: Options) {
  const changes = hearChanges(databaseUrl, log)
  const answerPublicly = servePages({
    pages: publicPages,
    cookie: sessionCookie,
    render: (request) => app.fetch(request),
    origin: new URL(publicUrl).origin,
    changes,
    log,
  })
  const answerByProgram = getRequestListener((request) => app.fetch(request))
  return {
    answer: (incoming: IncomingMessage, outgoing: ServerResponse): void => {
      if (!answerPublicly(incoming, outgoing)) void answerByProgram(incoming, outgoing)
    },
    stop: () => changes.stop(),
  }
}
