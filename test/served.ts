import assert from 'node:assert/strict'
import {
  Agent,
  createServer,
  request,
  type IncomingHttpHeaders,
  type Server,
  type ServerOptions,
} from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { answerRequests } from '../src/answer-requests.ts'
import { openLog } from '../src/platform/log.ts'
import { listenSomewhere } from './free-port.ts'
import { origin, type World } from './world.ts'

export type Answer = { status: number; headers: IncomingHttpHeaders; bytes: Buffer }

export type Served = {
  baseUrl: string
  /** Addresses that the program was asked for, in order: what is answered from memory is not among them. */
  rendered: string[]
  port: number
  server: Server
  connections: ReturnType<typeof answerRequests>['connections']
  get(path: string, headers?: Record<string, string>, method?: string): Promise<Answer>
  close(): Promise<void>
}

/** The world as a started program serves it: public pages from memory, on a loopback address. */
export async function serveFromMemory(
  { app, url }: Pick<World, 'app' | 'url'>,
  options: ServerOptions = {},
): Promise<Served> {
  const rendered: string[] = []
  const counted = {
    fetch: (asked: Request) => {
      rendered.push(asked.url.replace(/^https?:\/\/[^/]+/, ''))
      return app.fetch(asked)
    },
  }
  const log = openLog('silent')
  const server = createServer(options)
  const requests = answerRequests(server, {
    app: counted,
    databaseUrl: url,
    publicUrl: origin,
    log,
  })
  const port = await listenSomewhere(server)
  const served: Served = {
    baseUrl: `http://127.0.0.1:${port}`,
    rendered,
    port,
    server,
    connections: requests.connections,
    get: (path, headers = {}, method = 'GET') => ask(port, { path, headers, method }),
    close: async () => {
      await requests.stop()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
        requests.connections.drop()
      })
    },
  }
  await untilKept(served)
  return served
}

/** The first second: until the database has answered, every page is the program's. */
async function untilKept(served: Served): Promise<void> {
  const { rendered } = served
  do {
    rendered.length = 0
    await served.get('/fr')
    await served.get('/fr')
  } while (rendered.length > 1)
  rendered.length = 0
}

type Asked = { path: string; headers: Record<string, string>; method: string }

/** As it came over the wire: nothing decoded, nothing followed. */
function ask(port: number, { path, headers, method }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // A connection of its own, that would stay: what is ready is answered past node:http.
    const agent = new Agent({ keepAlive: true })
    const options = { host: '127.0.0.1', port, path, headers, method, agent }
    const sent = request(options, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        agent.destroy()
        const { statusCode: status = 0 } = response
        resolve({ status, headers: response.headers, bytes: Buffer.concat(chunks) })
      })
    })
    sent.on('error', reject).end()
  })
}

/** What an answer says, decoded. */
export function wordsOf({ bytes, headers }: Answer): string {
  const encoding = headers['content-encoding']
  if (encoding === 'br') return brotliDecompressSync(bytes).toString()
  return (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString()
}

/** Until it holds: changes are heard a moment after they are made. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await holds()) return
    await delay(50)
  }
  assert.fail('it never came to hold')
}
