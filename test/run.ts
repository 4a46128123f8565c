import { spawn } from 'node:child_process'
import { glob } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { startTestServer } from './database.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What a test says when it leaves itself out, and what the last line says of it. */
const reasons: Record<string, string> = {
  'needs Chromium': 'browser journeys left out: no Chromium was found',
  'needs SHARED_DATA': 'tests on real data left out: SHARED_DATA names no folder',
}

/**
 * What takes its time: `--every` visits every page in every language and width, `--crash` kills program
 * and database ten times each.
 */
const flags: Record<string, string> = {
  '--every': 'VIVACE_TEST_EVERY',
  '--crash': 'VIVACE_TEST_CRASH',
}
const asked = process.argv.slice(2).flatMap((argument) => flags[argument] ?? [])
const given = process.argv.slice(2).filter((argument) => !(argument in flags))
const files = given.length > 0 ? given : await listTests()
const server = await startTestServer()
const { code, output } = await runTests(files, server.adminUrl)
await server.stop()

const left = Object.entries(reasons).flatMap(([reason, sentence]) => {
  const count = output.split(`# ${reason}`).length - 1
  return count > 0 ? [`${count} ${sentence}`] : []
})
console.log(left.length > 0 ? left.join('; ') : 'no test was left out')
process.exitCode =
  code === 0 && process.env['CI'] === 'true' && output.includes('# needs Chromium') ? 1 : code

async function listTests(): Promise<string[]> {
  const found: string[] = []
  for await (const file of glob('{src,test}/**/*.test.{ts,tsx}', { cwd: root })) found.push(file)
  return found.toSorted()
}

function runTests(files: string[], adminUrl: string): Promise<{ code: number; output: string }> {
  const options = [
    '--import',
    'tsx',
    '--test',
    '--test-reporter=spec',
    '--test-concurrency=2',
    `--test-timeout=${asked.length > 0 ? 3_600_000 : 600_000}`,
  ]
  const env = {
    ...process.env,
    VIVACE_TEST_ADMIN_URL: adminUrl,
    ...Object.fromEntries(asked.map((name) => [name, '1'])),
  }
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...options, ...files], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += String(chunk)
      process.stdout.write(chunk)
    })
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
