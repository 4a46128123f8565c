import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { testClock } from '../world.ts'

/** What answers requests; the app of a world does. */
export type Answering = {
  fetch: (request: Request, from?: object) => Response | Promise<Response>
}

/** People take longer than a browser's script over a form that they write something in: milliseconds, each time they send it. */
const writing = 4000
const isWritten = /\/(contributions|amendments|replies|revisions|flag)$/

/** The world's pages on a loopback address, as a browser meets them. */
export async function serve({
  app,
}: {
  app: Answering
}): Promise<{ baseUrl: string; close: () => Promise<void> }> {
  const answer = getRequestListener((request, from) => {
    if (request.method === 'POST' && isWritten.test(request.url)) testClock.goOn(writing)
    return app.fetch(request, from)
  })
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = addressOf(server.address())
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** On that port, under any name of this machine; returns what ends it. */
export async function serveOn(app: Answering, port: number): Promise<() => Promise<void>> {
  const answer = getRequestListener(app.fetch)
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing))
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve))
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('not a network address')
  return address
}
