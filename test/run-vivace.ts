import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type Ran = { code: number | null; stdout: string; stderr: string }

const vivace = fileURLToPath(new URL('../bin/vivace.mjs', import.meta.url))

/** Runs the command as a person would, on that database, and waits for its end. */
export function runVivace(databaseUrl: string, flags: string[]): Promise<Ran> {
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: 'http://vivace.test',
    SMTP_URL: 'smtp://127.0.0.1:2525',
    SECRET: 'only-for-tests-and-long-enough-for-them',
  }
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [vivace, ...flags], { env })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk) => (stdout += String(chunk)))
    child.stderr.on('data', (chunk) => (stderr += String(chunk)))
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}
