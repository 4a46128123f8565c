import { once } from 'node:events'
import { createServer, type Server } from 'node:net'

/** Listens on a loopback port that is free, and tells which. */
export async function listenSomewhere(server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('no port on 127.0.0.1')
  return address.port
}

/** Free a moment ago, at least: for a server that is told where to listen. */
export async function findFreePort(): Promise<number> {
  const probe = createServer()
  const port = await listenSomewhere(probe)
  probe.close()
  await once(probe, 'close')
  return port
}
