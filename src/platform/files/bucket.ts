import { createHash, randomUUID } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import type { FileStore } from './store-kind.ts'

export type BucketSettings = {
  endpoint: string
  bucket: string
  region: string
  key: string
  secret: string
}

/** Milliseconds in which a bucket has to begin its answer. */
const answerMs = 30_000

/** What stands in the bucket beside the files, and tells it from every other. */
const nameKey = 'vivace-name'

type Asked = { method: string; body?: Uint8Array<ArrayBuffer> | string; absent?: true }
type Ask = (path: string, asked: Asked) => Promise<Response | null>

/** Files in a bucket of anything that speaks S3, addressed by path: nothing of the host name has to be set up. */
export function openBucket(settings: BucketSettings): FileStore {
  const ask = asking(settings)
  return {
    put: async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const there = await ask(pathOf(sha256), { method: 'HEAD', absent: true })
      // An object is there whole, or not at all.
      if (!there) await ask(pathOf(sha256), { method: 'PUT', body: new Uint8Array(bytes) })
      return sha256
    },
    open: async (sha256) => {
      const found = await ask(pathOf(sha256), { method: 'GET', absent: true })
      return found && (found.body ?? new Blob([]).stream())
    },
    remove: async (sha256) => {
      await ask(pathOf(sha256), { method: 'DELETE', absent: true })
    },
    list: () => listHashes(ask),
    name: async () => {
      const known = await ask(nameKey, { method: 'GET', absent: true })
      if (known) return known.text()
      const name = randomUUID()
      await ask(nameKey, { method: 'PUT', body: name })
      return name
    },
  }
}

function pathOf(sha256: string): string {
  return `files/${sha256}`
}

/** Asks for something in the bucket; null where it is not there, and that may be. */
function asking({ endpoint, bucket, region, key, secret }: BucketSettings): Ask {
  const client = new AwsClient({
    accessKeyId: key,
    secretAccessKey: secret,
    region,
    service: 's3',
    retries: 3,
  })
  const root = `${endpoint.replace(/\/+$/, '')}/${encodeURIComponent(bucket)}/`
  return async (path, { absent = false, ...asked }) => {
    const answer = await client.fetch(root + path, {
      ...asked,
      signal: AbortSignal.timeout(answerMs),
    })
    if (answer.ok) return answer
    await answer.body?.cancel()
    if (absent && answer.status === 404) return null
    throw new Error(`the bucket answered ${asked.method} with ${answer.status}`)
  }
}

/** Page by page, each from where the one before it ended: names come in their order. */
async function* listHashes(ask: Ask): AsyncGenerator<string> {
  for (let last = ''; ;) {
    const query = new URLSearchParams({ prefix: 'files/' })
    if (last) query.set('marker', pathOf(last))
    const answer = await ask(`?${query.toString()}`, { method: 'GET' })
    const page = (await answer?.text()) ?? ''
    // Our own names: nothing of them is ever escaped.
    const found = [...page.matchAll(/<Key>files\/([0-9a-f]{64})<\/Key>/g)].flatMap(
      ([, one]) => one ?? [],
    )
    yield* found
    last = found.at(-1) ?? ''
    if (last === '' || !page.includes('<IsTruncated>true</IsTruncated>')) return
  }
}
