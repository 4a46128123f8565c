import { glob } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { fileURLToPath } from 'node:url'
import { startTestServer } from './database.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What a test says when it leaves itself out, and what the last line says of it. */
const reasons: Record<string, string> = {
  'needs Chromium': 'browser journeys left out: no Chromium was found',
  'needs SHARED_DATA': 'tests on real data left out: SHARED_DATA names no folder',
}

/** Files that take long are started first, so that no core waits for the last of them. */
const startedFirst = ['test/browser/pages.test.ts', 'test/browser/', 'test/', 'src/']

type Outcome = { ok: boolean; skipped: (string | boolean)[]; durations: Map<string, number> }

/**
 * What is asked for by name: `--every` visits every page in every language and width, `--crash` kills program
 * and database ten times each, `--hunt` draws other examples for properties, `--results` writes down what was found on pages.
 */
const onRequest: Record<string, string> = {
  '--every': 'VIVACE_TEST_EVERY',
  '--crash': 'VIVACE_TEST_CRASH',
  '--hunt': 'VIVACE_TEST_HUNT',
  '--results': 'VIVACE_TEST_RESULTS',
}
const asked = process.argv.slice(2).flatMap((argument) => onRequest[argument] ?? [])
const given = process.argv.slice(2).filter((argument) => !(argument in onRequest))
const flags = given.filter((argument) => argument.startsWith('-'))
const named = given.filter((argument) => !argument.startsWith('-'))
const server = await startTestServer()
// Each test file is a process of its own: they inherit this one's environment.
process.env['VIVACE_TEST_ADMIN_URL'] = server.adminUrl
for (const name of asked) process.env[name] = '1'
const outcome = await runTests(named.length > 0 ? named : await listTests(), flags)
await server.stop()
if (named.length === 0) console.log(`the longest: ${sayLongest(outcome.durations)}`)
console.log(sayLeftOut(outcome.skipped))
const lacksBrowser = process.env['CI'] === 'true' && outcome.skipped.includes('needs Chromium')
process.exitCode = outcome.ok && !lacksBrowser ? 0 : 1

async function listTests(): Promise<string[]> {
  const found: string[] = []
  for await (const file of glob('{src,test}/**/*.test.{ts,tsx}', { cwd: root })) found.push(file)
  return found.toSorted().toSorted((one, other) => turnOf(one) - turnOf(other))
}

function turnOf(file: string): number {
  return startedFirst.findIndex((start) => file.replaceAll('\\', '/').startsWith(start))
}

/** Not by `node --test`, which starts files in the order of their names. */
async function runTests(files: string[], flags: string[]): Promise<Outcome> {
  // Of a file as of a test: the audit of all pages takes minutes, and more where the machine is busy.
  const timeout = asked.length > 0 ? 3_600_000 : 1_800_000
  const tests = run({
    files: files.map((file) => resolve(root, file)),
    concurrency: 2,
    timeout,
    execArgv: [`--test-timeout=${timeout}`, ...flags],
  })
  const outcome: Outcome = { ok: false, skipped: [], durations: new Map() }
  tests.on('test:pass', ({ skip }) => skip && outcome.skipped.push(skip))
  tests.on('test:summary', ({ file, success, duration_ms: duration }) => {
    if (file === undefined) outcome.ok = success
    else outcome.durations.set(relative(root, file), duration)
  })
  for await (const text of tests.compose(new spec())) process.stdout.write(String(text))
  return outcome
}

function sayLongest(durations: Map<string, number>): string {
  return [...durations]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, 5)
    .map(([file, duration]) => `${file} ${Math.round(duration / 1000)} s`)
    .join(', ')
}

function sayLeftOut(skipped: (string | boolean)[]): string {
  const left = Object.entries(reasons).flatMap(([reason, sentence]) => {
    const count = skipped.filter((said) => said === reason).length
    return count > 0 ? [`${count} ${sentence}`] : []
  })
  return left.length > 0 ? left.join('; ') : 'no test was left out'
}
