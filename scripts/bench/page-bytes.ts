import { get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'

export type PageBytes = { body: Buffer; headers: Record<string, string> }

/** What one exchange on one connection adds of its own. */
const ofConnection = new Set([
  'connection',
  'content-length',
  'date',
  'keep-alive',
  'server',
  'transfer-encoding',
])

/** A page as it travels, still compressed, with the headers that are the page's own. */
export async function readBytes(address: string): Promise<PageBytes> {
  const response = await ask(address)
  const chunks: Uint8Array[] = await response.toArray()
  if (response.statusCode !== 200) throw new Error(`${address} answers ${response.statusCode}`)
  return { body: Buffer.concat(chunks), headers: headersOfPage(response.headers) }
}

function ask(address: string): Promise<IncomingMessage> {
  const asked = { headers: { 'accept-encoding': 'br' } }
  return new Promise((resolve, reject) => {
    get(address, asked, resolve).on('error', reject)
  })
}

function headersOfPage(headers: IncomingHttpHeaders): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !ofConnection.has(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]))
}
