import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdtemp, readdir, readFile, rename } from 'node:fs/promises'
import { rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runToEnd } from './embedded-process.ts'
import type { Account, ServerUser } from './embedded-user.ts'

type Making = { folder: string; initdb: string; user: ServerUser; account: Account | undefined }

export const superuser = 'vivace'

/** Longer than initdb may take: a younger folder may still be another program's work. */
const abandonedAfter = 120_000

/** Where the cluster stands in the folder: its data and its password, made and moved as one. */
export function clusterPaths(folder: string) {
  const cluster = join(folder, 'cluster')
  return { cluster, data: join(cluster, 'data'), password: join(cluster, 'password') }
}

/** Makes the cluster where there is none; an interrupted making leaves nothing that counts. */
export async function makeCluster(
  making: Making,
): Promise<{ ok: true } | { ok: false; problem: 'failed'; detail: string }> {
  const { cluster } = clusterPaths(making.folder)
  await removeAbandoned(making.folder)
  if (existsSync(cluster)) return { ok: true }

  const draft = await mkdtemp(join(making.folder, 'init-'))
  try {
    const { ok, output } = await initialise(making, draft)
    if (!ok) return { ok: false, problem: 'failed', detail: output }
    await rename(draft, cluster).catch((error) => {
      // Another program was faster: its cluster is as good.
      if (!existsSync(cluster)) throw error
    })
    return { ok: true }
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

export async function readPassword(folder: string): Promise<string> {
  return readFile(clusterPaths(folder).password, 'utf8')
}

async function initialise({ initdb, user, account }: Making, draft: string) {
  const { prefix, ...ids } = user
  const password = join(draft, 'password')
  await chmod(draft, 0o700)
  const secret = randomBytes(24).toString('base64url')
  await writeFile(password, secret, { mode: 0o600, flush: true })
  if (account) {
    await chown(password, account.uid, account.gid)
    await chown(draft, account.uid, account.gid)
  }
  const options = [
    `--pgdata=${join(draft, 'data')}`,
    `--username=${superuser}`,
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
  ]
  return runToEnd([...prefix, initdb, ...options], { ...ids, timeout: 60_000 })
}

async function removeAbandoned(folder: string) {
  const names = (await readdir(folder)).filter((name) => name.startsWith('init-'))
  for (const path of names.map((name) => join(folder, name))) {
    const found = await stat(path).catch(() => undefined)
    if (!found || Date.now() - found.mtimeMs < abandonedAfter) continue
    await rm(path, { recursive: true, force: true })
  }
}
