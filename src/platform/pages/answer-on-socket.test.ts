import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type ServerOptions } from 'node:http'
import { connect, type Socket } from 'node:net'
import { test, type TestContext } from 'node:test'
import { listenSomewhere } from '../../../test/free-port.ts'
import { answerOnSocket } from './answer-on-socket.ts'
import type { Ready } from './serve-pages.ts'

/** What is lost on a connection would be waited for without end. */
const noHanging = { timeout: 10_000 }

const request = 'GET /a HTTP/1.1\r\nHost: here\r\n\r\n'
const small: Ready = { head: 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n', body: Buffer.from('ok') }
/** More than any connection takes before somebody reads. */
const huge = Buffer.alloc(32 * 1024 * 1024, 'a')
const large: Ready = { head: `HTTP/1.1 200 OK\r\nContent-Length: ${huge.length}\r\n`, body: huge }

/** A server with this ready for every request, and a connection to it; `found` once it was asked for. */
async function serve(t: TestContext, ready: Ready, options: ServerOptions = {}) {
  const server = createServer(options, (_incoming, outgoing) => outgoing.end('by node:http'))
  const found = Promise.withResolvers<void>()
  const find = () => {
    found.resolve()
    return ready
  }
  const connections = answerOnSocket({ server, find })
  const socket = connect(await listenSomewhere(server), '127.0.0.1')
  await once(socket, 'connect')
  t.after(() => {
    socket.destroy()
    connections.drop()
    server.close()
    server.closeAllConnections()
  })
  return { server, connections, socket, found: found.promise }
}

async function readAll(socket: Socket): Promise<string> {
  const chunks: Buffer[] = []
  for await (const bytes of socket) chunks.push(bytes)
  return Buffer.concat(chunks).toString('latin1')
}

test(
  'what is ready is sent, with the date and for how long the connection stays',
  noHanging,
  async (t) => {
    const { socket } = await serve(t, small, { keepAliveTimeout: 7000 })
    socket.write(request)
    const [bytes] = await once(socket, 'data')
    assert.match(
      String(bytes),
      /^HTTP\/1.1 200 OK\r\nContent-Length: 2\r\nDate: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT\r\nConnection: keep-alive\r\nKeep-Alive: timeout=7\r\n\r\nok$/,
    )
  },
)

test(
  'whoever asks and does not read is left to node:http, which waits for them',
  noHanging,
  async (t) => {
    const { server, socket, found } = await serve(t, large)
    const read = once(server, 'request')
    socket.write(request)
    await found
    socket.end(request)
    await read
    const answers = await readAll(socket)
    assert.ok(answers.endsWith('by node:http'))
  },
)

test('whoever asks for nothing more is not kept', noHanging, async (t) => {
  const { socket } = await serve(t, small, { keepAliveTimeout: 50, keepAliveTimeoutBuffer: 50 })
  socket.write(request)
  assert.match(await readAll(socket), /ok$/)
})

test('whoever reads slowly is waited for', noHanging, async (t) => {
  const { socket, found } = await serve(t, large, {
    keepAliveTimeout: 1,
    keepAliveTimeoutBuffer: 1,
  })
  socket.write(request)
  await found
  // As long as it takes to be thought idle, many times over.
  await new Promise((resolve) => setTimeout(resolve, 300))
  assert.equal((await readAll(socket)).length > huge.length, true)
})

test('whoever asks and says no more is answered', noHanging, async (t) => {
  const { socket } = await serve(t, small)
  socket.end(request)
  assert.match(await readAll(socket), /ok$/)
})

test(
  'connections are ended with the server, once what was answered is read',
  noHanging,
  async (t) => {
    const { connections, server, socket, found } = await serve(t, large, {
      keepAliveTimeout: 600_000,
    })
    socket.write(request)
    await found
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    connections.end()
    assert.equal((await readAll(socket)).length > huge.length, true)
    await closed
  },
)

test('and whatever is asked meanwhile', noHanging, async (t) => {
  const { connections, socket, found } = await serve(t, large, { keepAliveTimeout: 600_000 })
  socket.write(request)
  await found
  connections.end()
  socket.write(request)
  // Until the server has read it, or would have.
  await new Promise((resolve) => setTimeout(resolve, 100))
  assert.equal((await readAll(socket)).length > huge.length, true)
})

test('and at once where it must be', noHanging, async (t) => {
  const { connections, server, socket, found } = await serve(t, large)
  socket.write(request)
  await found
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  connections.drop()
  await closed
})
