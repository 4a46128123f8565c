import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Benchmark, Figure } from './figure.ts'
import { readBytes, type PageBytes } from './page-bytes.ts'
import { findPages } from './pages.ts'
import { startBare, startNginx, type Peer } from './peers.ts'
import type { Prepared } from './prepared.ts'
import { serveDatabase } from './program.ts'
import { median } from './statistics.ts'
import { runWrk } from './wrk.ts'

const serverCore = 0
const clientCore = 1
const rounds = 3
const seconds = 8

const names = ['nginx', 'bare node:http', 'Vivace'] as const
type Name = (typeof names)[number]

export const cached: Benchmark = {
  title: 'cached: one part of the text, the same bytes from three servers (wrk, 32 connections)',
  run: async (prepared) => {
    if (availableParallelism() < 2) throw new Error('this needs two cores')
    const folder = await mkdtemp(join(tmpdir(), 'vivace-bench-peers-'))
    const { db, url, close } = await prepared.consultation()
    const { parts } = await findPages(db)
    const path = parts[0]?.path ?? ''
    const unpin = await pinDatabase(prepared)
    const running: Peer[] = []
    try {
      const vivace = await serveDatabase(url, serverCore)
      running.push(vivace)
      const page = await readBytes(vivace.origin + path)
      const nginx = await startNginx(page, { folder, core: serverCore })
      running.push(nginx)
      const bare = await startBare(page, { folder, core: serverCore })
      running.push(bare)
      const peers = { nginx, 'bare node:http': bare, Vivace: vivace }
      for (const name of names) await checkBytes(name, peers[name].origin + path, page)
      return describe(page, await measure(peers, path))
    } finally {
      for (const { stop } of running) await stop()
      await unpin()
      await close()
      await rm(folder, { recursive: true, force: true })
    }
  },
}

type Rates = Record<Name, number[]>

/** In turns, so that what else the machine does falls on all of them. */
async function measure(peers: Record<Name, Peer>, path: string): Promise<Rates> {
  const rates: Rates = { nginx: [], 'bare node:http': [], Vivace: [] }
  for (const name of names) await runWrk(peers[name].origin + path, 2, clientCore)
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      rates[name].push(await runWrk(peers[name].origin + path, seconds, clientCore))
    }
  }
  return rates
}

function describe({ body, headers }: PageBytes, rates: Rates): Figure[] {
  const encoding = headers['content-encoding'] ?? 'not compressed'
  const nginx = median(rates.nginx)
  const vivace = median(rates.Vivace)
  return [
    { what: `bytes of the page (${encoding})`, value: body.length, unit: 'bytes' },
    ...names.map((what) => ({ what, value: median(rates[what]), unit: 'requests/s' })),
    { what: 'Vivace ÷ nginx', value: vivace / nginx, unit: '', budget: { least: 0.5 } },
    { what: 'Vivace ÷ bare node:http', value: vivace / median(rates['bare node:http']), unit: '' },
  ]
}

/** A server that answers anything else is not compared. */
async function checkBytes(name: Name, address: string, { body }: PageBytes): Promise<void> {
  const answered = await readBytes(address)
  if (!answered.body.equals(body)) throw new Error(`${name} answers other bytes`)
}

/** What Vivace asks of its database is Vivace's own work: PostgreSQL stays on the server's core, too. */
async function pinDatabase(prepared: Prepared): Promise<() => Promise<void>> {
  const postmaster = String(await prepared.postmaster())
  const pin = (cores: string) =>
    promisify(execFile)('taskset', ['-a', '-c', '-p', cores, postmaster])
  await pin(String(serverCore))
  return async () => {
    await pin(`0-${availableParallelism() - 1}`)
  }
}
