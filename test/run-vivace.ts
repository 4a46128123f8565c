import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type Ran = { code: number | null; stdout: string; stderr: string }

const vivace = fileURLToPath(new URL('../bin/vivace.mjs', import.meta.url))

/** The settings without which a start on somebody's own database is refused. */
export function settingsFor(databaseUrl: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: 'http://vivace.test',
    SMTP_URL: 'smtp://127.0.0.1:2525',
    SECRET: 'only-for-tests-and-long-enough-for-them',
  }
}

/** Runs the command as a person would, on that database, and waits for its end. */
export function runVivace(databaseUrl: string, flags: string[]): Promise<Ran> {
  return finish(spawnVivace(settingsFor(databaseUrl), flags))
}

export function spawnVivace(settings: Record<string, string>, flags: string[]): ChildProcess {
  const env = { ...process.env, ...settings }
  return spawn(process.execPath, [vivace, ...flags], { env, detached: true })
}

/** Signals the launcher and the program that it started, as a terminal or a machine that dies does. */
export function signal(child: ChildProcess, name: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid) process.kill(-child.pid, name)
}

/** What a program said, and its exit code, once it has ended. */
export function finish(child: ChildProcess): Promise<Ran> {
  const said = { stdout: '', stderr: '' }
  child.stdout?.on('data', (chunk) => (said.stdout += String(chunk)))
  child.stderr?.on('data', (chunk) => (said.stderr += String(chunk)))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })))
}

/** The address that a starting program prints; fails with what it said instead if it ends first. */
export function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: unknown) => {
      said += String(chunk)
      const address = /Vivace is at (\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.on('close', (code) => reject(new Error(`ended with ${code} before it served: ${said}`)))
  })
}

/** Where a starting program listens, whatever its public address is; it has to log at info. */
export function portOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    program.stderr?.on('data', (chunk) => {
      const found = /"listening":"([^"]+)"/.exec(String(chunk))?.[1]
      if (found) resolve(`http://${found}`)
    })
    program.on('close', () => reject(new Error('ended before it listened')))
  })
}
