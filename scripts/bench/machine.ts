import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { findChromium } from '../../test/browser/chromium.ts'
import type { Prepared } from './prepared.ts'

const run = promisify(execFile)

/** What the figures were measured on, a line each. */
export async function describeMachine(prepared: Prepared): Promise<string[]> {
  const [processor] = cpus()
  return [
    `date: ${new Date().toISOString().slice(0, 10)}, commit ${await sayCommit()}`,
    `machine: ${processor?.model ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 1e9)} GB; load before the run ${sayLoad()}`,
    `system: ${await saySystem()}`,
    `Node ${process.versions.node}, PostgreSQL ${await sayPostgres(prepared)}`,
    `nginx ${await sayVersion('nginx', '-v')}, wrk ${await sayVersion('wrk', '-v')}, Chromium ${await sayChromium()}`,
  ]
}

/** Over the last five minutes: the last one counts what starting the run does. */
function sayLoad(): string {
  return (loadavg()[1] ?? 0).toFixed(1)
}

async function sayCommit(): Promise<string> {
  const { stdout: commit } = await run('git', ['rev-parse', '--short', 'HEAD'])
  const { stdout: changed } = await run('git', ['status', '--porcelain', '--untracked-files=no'])
  return commit.trim() + (changed === '' ? '' : ', with changes')
}

async function saySystem(): Promise<string> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '')
  const { stdout: kernel } = await run('uname', ['-sr'])
  return `${/^PRETTY_NAME="(.*)"/m.exec(release)?.[1] ?? process.platform}, ${kernel.trim()}`
}

async function sayPostgres(prepared: Prepared): Promise<string> {
  const { db, close } = await prepared.empty()
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(db)
  await close()
  return rows[0]?.server_version ?? 'unknown'
}

async function sayChromium(): Promise<string> {
  const found = await findChromium()
  return found ? sayVersion(found.executablePath, '--version') : 'absent'
}

/** Some say it on stderr, and wrk with the exit code of wrong use. */
function sayVersion(command: string, flag: string): Promise<string> {
  return new Promise((resolve) => {
    execFile(command, [flag], (_error, stdout, stderr) =>
      resolve(/\d+(\.\d+)+/.exec(stdout + stderr)?.[0] ?? 'absent'),
    )
  })
}
