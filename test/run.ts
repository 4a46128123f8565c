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

/** `--every` visits every page in every language and width, which takes its time. */
const every = process.argv.includes('--every')
const given = process.argv.slice(2).filter((argument) => argument !== '--every')
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
  const flags = [
    '--import',
    'tsx',
    '--test',
    '--test-reporter=spec',
    '--test-concurrency=2',
    '--test-timeout=600000',
  ]
  const env = {
    ...process.env,
    VIVACE_TEST_ADMIN_URL: adminUrl,
    ...(every && { VIVACE_TEST_EVERY: '1' }),
  }
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...flags, ...files], {
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
