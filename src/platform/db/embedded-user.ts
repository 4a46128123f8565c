import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { runToEnd } from './embedded-process.ts'

/** Who the server runs as: the words before its command line, or ids for `spawn`. */
export type ServerUser = { prefix: string[]; uid?: number; gid?: number }

export type Chosen =
  | { ok: true; user: ServerUser; account: Account | undefined }
  | { ok: false; problem: 'unreachable-for-nobody'; detail: string }

export type Account = { uid: number; gid: number }

type Programs = { native: string; postgres: string }

/** PostgreSQL refuses to run as root: then `nobody` runs it, or whoever owns the cluster. */
export async function chooseServerUser(programs: Programs, cluster: string): Promise<Chosen> {
  if (process.getuid?.() !== 0) return { ok: true, user: { prefix: [] }, account: undefined }

  const account = await findAccount(cluster)
  const barrier = await findBarrier(account, programs, cluster)
  if (!barrier) return { ok: true, user: { prefix: [], ...account }, account }

  const prefix = await findWayIn(account, programs)
  return prefix
    ? { ok: true, user: { prefix }, account }
    : { ok: false, problem: 'unreachable-for-nobody', detail: barrier }
}

async function findAccount(cluster: string): Promise<Account> {
  const owner = existsSync(cluster) ? await stat(cluster) : undefined
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/mu.exec(accounts) ?? []
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) }
}

/** The outermost path that the account would need and its modes close. */
async function findBarrier({ uid, gid }: Account, programs: Programs, cluster: string) {
  const traversed = [...listAncestors(programs.postgres), ...listAncestors(cluster)]
  const needed = [
    ...traversed.map((path) => ({ path, bits: 1 })),
    { path: join(programs.native, 'lib'), bits: 5 },
    { path: join(programs.native, 'share', 'postgresql', 'postgres.bki'), bits: 4 },
    { path: programs.postgres, bits: 5 },
  ]
  for (const { path, bits } of needed) {
    const { mode, ...owner } = await stat(path)
    const shift = owner.uid === uid ? 6 : owner.gid === gid ? 3 : 0
    if (((mode >> shift) & bits) !== bits) return path
  }
  return undefined
}

function listAncestors(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [] : [...listAncestors(parent), parent]
}

/**
 * Lends the server one capability to pass closed folders: reading where root has that to lend,
 * overriding where not (Docker). Without no_setuid_fixup, access(2) ignores what was lent, and
 * PostgreSQL calls its own program an "invalid binary".
 */
async function findWayIn({ uid, gid }: Account, programs: Programs) {
  for (const capability of ['+dac_read_search', '+dac_override']) {
    const prefix = [
      'setpriv',
      `--reuid=${uid}`,
      `--regid=${gid}`,
      '--clear-groups',
      '--securebits=+no_setuid_fixup',
      `--inh-caps=${capability}`,
      `--ambient-caps=${capability}`,
      '--',
    ]
    const { ok } = await runToEnd([...prefix, programs.postgres, '--version'])
    if (ok) return prefix
  }
  return undefined
}
