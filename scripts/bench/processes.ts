import { readdir, readFile } from 'node:fs/promises'

/** A process and all that it started, as they are now; empty when it has ended. Linux only. */
export async function listTree(root: number): Promise<number[]> {
  const parents = await readParents()
  if (!parents.has(root)) return []
  const tree = [root]
  for (const pid of tree) {
    for (const [child, parent] of parents) if (parent === pid) tree.push(child)
  }
  return tree
}

/** Megabytes that these processes hold; what they share is counted once (PSS). */
export async function measurePss(pids: readonly number[]): Promise<number> {
  return sum(await Promise.all(pids.map((pid) => readKilobytes(pid, 'smaps_rollup', 'Pss'))))
}

/** Megabytes that one process held at most until now; 0 when it has ended. */
export async function measurePeak(pid: number): Promise<number> {
  return sum([await readKilobytes(pid, 'status', 'VmHWM')])
}

async function readParents(): Promise<Map<number, number>> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const entries = await Promise.all(
    pids.map(async (pid) => {
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
      const parent = /^PPid:\s+(\d+)/m.exec(status)?.[1]
      return parent === undefined ? [] : [[Number(pid), Number(parent)] as const]
    }),
  )
  return new Map(entries.flat())
}

async function readKilobytes(pid: number, file: string, name: string): Promise<number> {
  const text = await readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0)
}

function sum(kilobytes: readonly number[]): number {
  return (kilobytes.reduce((total, some) => total + some, 0) * 1024) / 1e6
}
