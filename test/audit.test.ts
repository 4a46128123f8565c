import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'

const script = fileURLToPath(new URL('../scripts/audit.ts', import.meta.url))
const loader = fileURLToPath(new URL('../bin/typescript.mjs', import.meta.url))

type Telling = { after(act: () => Promise<void>): void }

/** What the audit says, asked of a registry that answers so. */
async function auditBy(
  t: Telling,
  answer: RequestListener,
): Promise<{ code: number | null; said: string }> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => new Promise((resolve) => server.close(() => resolve())))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : ''
  const cache = await mkdtemp(join(tmpdir(), 'vivace-npm-'))
  t.after(() => rm(cache, { recursive: true }))
  const registry = `--registry=http://127.0.0.1:${port}`
  const flags = ['--import', loader, script, registry, `--cache=${cache}`]
  const child = spawn(process.execPath, flags)
  let said = ''
  child.stdout.on('data', (chunk) => (said += String(chunk)))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, said }
}

const advisory = (severity: string) => ({
  canonicalize: [
    {
      id: 1,
      url: 'https://advisories.example/1',
      title: 'Unpacks more than there is',
      severity,
      vulnerable_versions: '*',
      cwe: [],
      cvss: { score: 0, vectorString: null },
    },
  ],
})

/** What npm asks of a package that somebody warns of, and of those that need it: which others there are. */
const packument = (name: string) => ({ name, 'dist-tags': { latest: '9.9.9' }, versions: {} })

const telling =
  (advisories: object): RequestListener =>
  ({ method, url = '' }, response) => {
    const said = method === 'GET' ? packument(decodeURIComponent(url.slice(1))) : advisories
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(said))
  }

test('a serious vulnerability of a package that runs in production ends the audit', async (t) => {
  const { code, said } = await auditBy(t, telling(advisory('high')))
  assert.equal(code, 1, said)
  assert.match(
    said,
    /^high: canonicalize: Unpacks more than there is, https:\/\/advisories\.example\/1$/m,
  )
})

test('a slight one is counted, and none is none', async (t) => {
  const slight = await auditBy(t, telling(advisory('low')))
  assert.deepEqual([slight.code, slight.said], [0, '1 vulnerable packages, 0 of them seriously\n'])
  const none = await auditBy(t, telling({}))
  assert.deepEqual([none.code, none.said], [0, '0 vulnerable packages, 0 of them seriously\n'])
})

test('a registry without advisories leaves it open, and says so', async (t) => {
  const { code, said } = await auditBy(t, (_request, response) => response.writeHead(405).end())
  assert.equal(code, 3)
  assert.match(said, /nothing was audited/)
})
