import { Agent, request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { drawBy, type Draw } from './draw.ts'
import type { Post } from './post.ts'
import { readForm, type PageForm } from './read-form.ts'
import { timeHeader, type Site } from './site.ts'

/** The requests of a post, as a browser makes them or a program does: names of fields, in their order. */
export type Requests = string[]

/** What became of a post: the number of the contribution, or the status with which it was refused. */
export type Outcome = { number: number } | { status: number }

const agent = new Agent({ keepAlive: true, maxSockets: 8 })

/** Sends posts by HTTP, past any browser; it remembers the hidden fields that it saw, for those that send them again. */
export function sendingByHttp(site: Site, seed: number) {
  const draw = drawBy(seed * 31 + 6)
  let seen: { form: PageForm; uses: number } | undefined

  const open = async (post: Post) =>
    readForm((await ask(site, post, { at: post.openedAt, path: site.form })).body)
  const openReplayed = async (post: Post): Promise<PageForm> => {
    if (!seen || seen.uses >= replays) seen = { form: await open(post), uses: 0 }
    seen.uses += 1
    return post.hidden === 'seen-elsewhere' ? seen.form : withOtherKey(seen.form, draw)
  }

  return async (post: Post): Promise<{ outcome: Outcome; requests: Requests }> => {
    const form = post.hidden === 'own' ? await open(post) : await openReplayed(post)
    const requests = ['GET']
    const send = async (fields: [string, string][], at: number) => {
      requests.push(`POST ${fields.map(([name]) => name).join(' ')}`)
      return ask(site, post, { at, path: form.action, fields })
    }
    const sentAt = post.openedAt + post.writing
    if (post.way === 'at-once')
      return { outcome: outcomeOf(await send(fill(form, post, 'publish'), sentAt)), requests }
    const preview = await send(fill(form, post, 'preview'), sentAt)
    if (preview.status !== 200) return { outcome: outcomeOf(preview), requests }
    const again = fill(readForm(preview.body), post, 'publish')
    return { outcome: outcomeOf(await send(again, sentAt + post.reading)), requests }
  }
}

/** Posts that one form that was seen is used for. */
const replays = 100

function withOtherKey({ fields, ...form }: PageForm, draw: Draw): PageForm {
  const made = fields.map((field) =>
    field.name === 'key' ? { ...field, value: madeUp(field.value.length, draw) } : field,
  )
  return { ...form, fields: made }
}

const keySigns = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_')

function madeUp(length: number, draw: Draw): string {
  return Array.from({ length }, () => draw.of(keySigns)).join('')
}

/** As a browser does, in the order of the page; or whatever can be filled in. */
function fill({ fields }: PageForm, post: Post, step: string): [string, string][] {
  const filled = fields.flatMap(({ name, value, kind }): [string, string][] => {
    if (name === 'body') return [[name, post.body.replaceAll(/\r?\n/g, '\r\n')]]
    if (kind === 'radio') return value === post.stance ? [[name, value]] : []
    if (kind === 'shown' && post.fillsAll) return [[name, 'https://promo.example-shop.test']]
    return [[name, value]]
  })
  return [...filled, ['step', step]]
}

function outcomeOf({ status, location }: Answer): Outcome {
  const [, number] = /\/contributions\/(\d+)\/receipt$/.exec(location) ?? []
  return number === undefined ? { status } : { number: Number(number) }
}

type Asked = { at: number; path: string; fields?: [string, string][] }
type Answer = { status: number; location: string; body: string }

async function ask(site: Site, post: Post, { at, path, fields }: Asked): Promise<Answer> {
  const sent = fields && multipartOf(fields)
  const headers = {
    Cookie: await site.cookieOf(post),
    'X-Forwarded-For': post.address,
    [timeHeader]: String(at),
    ...(sent !== undefined && {
      Origin: site.publicUrl,
      'Content-Type': `multipart/form-data; boundary=${boundary}`,
      'Content-Length': String(Buffer.byteLength(sent)),
    }),
  }
  const method = sent === undefined ? 'GET' : 'POST'
  return new Promise((resolve, reject) => {
    const asking = request(
      { host: '127.0.0.1', port: site.port, path, method, headers, agent },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const { statusCode: status = 0, headers: given } = response
          const body = decode(Buffer.concat(chunks), given['content-encoding'])
          resolve({ status, location: given.location ?? '', body })
        })
      },
    )
    asking.on('error', reject).end(sent)
  })
}

const boundary = '----spam-in-a-simulation'

/** As browsers send a form with files of which none was chosen (RFC 7578). */
function multipartOf(fields: readonly [string, string][]): string {
  const parts = fields.map(([name, value]) => {
    const file = name === 'file' ? '; filename=""\r\nContent-Type: application/octet-stream' : ''
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`
  })
  return `${parts.join('')}--${boundary}--\r\n`
}

function decode(bytes: Buffer, encoding: string | undefined): string {
  if (encoding === 'br') return brotliDecompressSync(bytes).toString()
  return (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString()
}
