import { execFile, execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { parse } from 'node:path'

type Options = { cwd?: string; uid?: number; gid?: number; timeout?: number }

/** Runs a program to its end with nothing of our environment; what it said comes back with it. */
export function runToEnd(command: string[], options: Options = {}) {
  const [program = '', ...args] = command
  const settings = { cwd: parse(process.execPath).root, env: bareEnvironment(), ...options }
  return new Promise<{ ok: boolean; output: string }>((resolve) => {
    execFile(program, args, settings, (error, stdout, stderr) => {
      const output = `${stdout}${stderr}`.trim()
      resolve({ ok: !error, output: output || (error?.message ?? '') })
    })
  })
}

/** Neither our secrets nor anybody's PG* or LC_* settings reach the server. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot']
  const found = kept.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(found), LC_ALL: 'C' }
}

/** False also for a zombie, which some containers' first process never buries. */
export function isAlive(pid: number): boolean {
  const state = readProc(pid, 'stat')
    ?.replace(/^.*\) /su, '')
    .at(0)
  if (state) return state !== 'Z' && state !== 'X'
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Whether this process is the server of this data folder, and not a later bearer of its number. */
export function isServerOf(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform === 'win32') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === data
  } catch {
    return (readProc(pid, 'comm') ?? askPs(pid)).trim().endsWith('postgres')
  }
}

function readProc(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return undefined
  }
}

function askPs(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
