import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { readPlainGet, type PlainGet } from '../http/plain-get.ts'
import type { Ready } from './serve-pages.ts'

type Options = {
  server: Server
  /** What is ready in memory for a request. */
  find: (asked: PlainGet) => Ready | undefined
}

/** Those on which nothing else was asked for: node:http does not know them. */
type Connections = {
  /** Ends them, once what was answered is sent. */
  end(): void
  /** Ends them at once. */
  drop(): void
}

/**
 * Answers plain requests for what is ready in memory straight on their connection, which takes less
 * than node:http does; every connection is node:http's for good as soon as anything else comes in
 * on it, with these very bytes. Both send the same, byte for byte.
 */
export function answerOnSocket({ server, find }: Options): Connections {
  const byNode = server.listeners('connection')
  const here = new Set<Socket>()
  const { headersTimeout, keepAliveTimeout, keepAliveTimeoutBuffer } = server
  const stays = `Connection: keep-alive\r\nKeep-Alive: timeout=${Math.floor(keepAliveTimeout / 1000)}`

  const take = (socket: Socket) => {
    let answered = false
    const leave = () => {
      here.delete(socket)
      socket
        .off('data', receive)
        .off('end', end)
        .off('timeout', tire)
        .off('error', drop)
        .off('close', leave)
    }
    const handOver = (bytes: Buffer) => {
      leave()
      socket.setTimeout(0)
      // Back to where they came from, before anybody listens: paused, or they would be lost.
      socket.pause()
      socket.unshift(bytes)
      for (const listener of byNode) listener.call(server, socket)
      socket.resume()
    }
    const receive = (bytes: Buffer) => {
      // It is being ended with the server: what is asked now would cut off what is still being sent.
      if (socket.writableEnded) return
      const asked = readPlainGet(bytes)
      const ready = asked && !socket.writableNeedDrain ? find(asked) : undefined
      if (!ready) return handOver(bytes)
      send(socket, ready, stays)
      if (!answered) socket.setTimeout(keepAliveTimeout + keepAliveTimeoutBuffer)
      answered = true
    }
    const end = () => socket.end()
    const drop = () => socket.destroy()
    // Whoever reads slowly is waited for; whoever asks for nothing more is not.
    const tire = () => void (socket.writableLength === 0 && socket.destroy())

    here.add(socket)
    socket.setTimeout(headersTimeout)
    socket
      .on('data', receive)
      .on('end', end)
      .on('timeout', tire)
      .on('error', drop)
      .on('close', leave)
  }

  server.removeAllListeners('connection').on('connection', take)
  return {
    end: () => {
      for (const socket of here) socket.destroySoon()
    },
    drop: () => {
      for (const socket of here) socket.destroy()
    },
  }
}

/** In one go, and the body as it is kept. */
function send(socket: Socket, { head, body }: Ready, stays: string): void {
  socket.cork()
  socket.write(`${head}Date: ${dateNow()}\r\n${stays}\r\n\r\n`, 'latin1')
  if (body) socket.write(body)
  socket.uncork()
}

let [second, date] = [0, '']

/** As of this second: formatting it takes as long as all the rest. */
function dateNow(): string {
  const now = Math.floor(Date.now() / 1000)
  if (now !== second) [second, date] = [now, new Date(now * 1000).toUTCString()]
  return date
}
