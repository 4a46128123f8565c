import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Requests a second that 32 connections get answered; `core` is where wrk runs. Fails on any error. */
export async function runWrk(address: string, seconds: number, core: number): Promise<number> {
  // Slow is not an error: the figure says it.
  const flags = [
    '-t1',
    '-c32',
    `-d${seconds}s`,
    '--timeout',
    '30s',
    '-H',
    'Accept-Encoding: br',
    address,
  ]
  const { stdout } = await promisify(execFile)('taskset', ['-c', String(core), 'wrk', ...flags])
  const rate = /^Requests\/sec:\s+([\d.]+)/m.exec(stdout)?.[1]
  if (rate === undefined || /Socket errors|Non-2xx/.test(stdout)) {
    throw new Error(`wrk met errors at ${address}:\n${stdout}`)
  }
  return Number(rate)
}
