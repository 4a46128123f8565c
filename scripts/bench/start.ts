import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { clusterPaths } from '../../src/platform/db/embedded-cluster.ts'
import type { Benchmark } from './figure.ts'
import { listTree, measurePss } from './processes.ts'
import { serve } from './program.ts'
import { median } from './statistics.ts'

const page = '/fr/reports/la-ville-en-partage'

export const start: Benchmark = {
  title: 'start: the demonstration with the PostgreSQL that comes along',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vivace-bench-start-'))
    try {
      const first = await startOnce(folder)
      const again: number[] = []
      for (let round = 0; round < 5; round += 1) again.push((await startOnce(folder)).seconds)
      const { memory } = await startOnce(folder, 100)
      return [
        {
          what: 'first start, in an empty folder, to the first page',
          value: first.seconds,
          unit: 's',
          budget: { most: 30 },
        },
        {
          what: 'second start to the first page',
          value: median(again),
          unit: 's',
          budget: { most: 2 },
        },
        {
          what: 'all processes, idle after 100 requests (PSS)',
          value: memory,
          unit: 'MB',
          budget: { most: 400 },
        },
      ]
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

/** Seconds from the command to a page that was read whole; megabytes once as many pages were read. */
async function startOnce(folder: string, pages = 1): Promise<{ seconds: number; memory: number }> {
  const from = performance.now()
  const { origin, pid, stop } = await serve({ DATABASE_URL: '', DATA_FOLDER: folder })
  try {
    await readPage(origin)
    const seconds = (performance.now() - from) / 1000
    for (let read = 1; read < pages; read += 1) await readPage(origin)
    if (pages > 1) await delay(5000)
    const postmaster = await readPostmaster(folder)
    const tree = new Set([...(await listTree(pid)), ...(await listTree(postmaster))])
    return { seconds, memory: await measurePss([...tree]) }
  } finally {
    await stop()
  }
}

async function readPage(origin: string): Promise<void> {
  const response = await fetch(origin + page)
  await response.text()
  if (!response.ok) throw new Error(`${page} answers ${response.status}`)
}

async function readPostmaster(folder: string): Promise<number> {
  const file = join(clusterPaths(join(folder, 'postgres')).data, 'postmaster.pid')
  return Number((await readFile(file, 'utf8')).split('\n')[0])
}
