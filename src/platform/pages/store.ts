import { Client } from 'pg'

export type Listening = {
  /** Fails when the connection is lost, or has not answered for so long that it counts as lost. */
  ask(): Promise<void>
  close(): Promise<void>
}

const patienceMs = 2000

/** Opens a connection of its own on which every announced change is heard; fails when it cannot. */
export async function listenForChanges(
  url: string,
  hear: (slug: string) => void,
): Promise<Listening> {
  const client = new Client({
    connectionString: url,
    application_name: 'vivace-pages',
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
    keepAlive: true,
  })
  // What is asked next fails by itself.
  client.on('error', () => {})
  client.on('notification', ({ payload }) => hear(payload || '*'))
  const close = () => client.end().catch(() => {})
  try {
    await client.connect()
    await client.query('listen public_change')
  } catch (error) {
    await close()
    throw error
  }
  return { ask: async () => void (await client.query('select')), close }
}
