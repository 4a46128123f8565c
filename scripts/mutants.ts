import { spawn, execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { startTestServer } from '../test/database.ts'
import { mutants, type Guard, type Mutant } from './mutant-list.ts'
import { orderMutants, readChanges } from './order-mutants.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Mutants that are tried at once, each in a copy of its own: two cores are kept busy. */
const atOnce = 2

/** How much is kept of what a guard printed, in UTF-16 units. */
const kept = 4000

/** Without an answer after this long a guard has noticed, too, in milliseconds. */
const patience = 300_000

const { values: flags, positionals } = parseArgs({
  // `minutes`: no further one is begun after so many; without it all are tried.
  options: { minutes: { type: 'string', default: 'Infinity' } },
  allowPositionals: true,
})
const chosen = positionals.join(' ')
const named = mutants.filter(({ name }) => name.includes(chosen))
// Said at once: the first may take an hour to come to it.
for (const { file, replace } of named)
  if (!(await readFile(join(root, file), 'utf8')).includes(replace))
    throw new Error(`${file} no longer says: ${replace}`)
const copies = await Promise.all(Array.from({ length: atOnce }, copyCheckout))
const server = await startTestServer()
const env = { ...process.env, VIVACE_TEST_ADMIN_URL: server.adminUrl }
const ends = performance.now() + Number(flags.minutes) * 60_000
const unnoticed: string[] = []
const whole = new Map<string, Promise<Run>>()
let tried = 0
const waiting = (await inOrder(named)).values()
await Promise.all(copies.map(tryThem))
await server.stop()
await Promise.all(copies.map((copy) => rm(copy, { recursive: true, force: true })))
// At the end, where whoever sees no more than the last lines finds them.
for (const line of unnoticed) console.log(line)
console.log(
  unnoticed.length === 0
    ? 'every guard was green, and turned red'
    : `${unnoticed.length} broken guards were not noticed`,
)
if (tried < named.length) console.log(`tried: ${tried} of ${named.length}`)
if (unnoticed.length > 0) process.exitCode = 1

/** Each copy takes the next as soon as it is done with one. */
async function tryThem(copy: string): Promise<void> {
  for (const mutant of waiting) {
    if (performance.now() > ends) return
    await runWhole(mutant.guard, copy)
    const begun = performance.now()
    const red = await turnsRed(mutant, copy)
    const seconds = Math.round((performance.now() - begun) / 1000)
    const line = `${red ? 'red ' : 'GREEN'} ${mutant.name} (${seconds} s)`
    console.log(line)
    tried += 1
    if (!red) unnoticed.push(line)
  }
}

/**
 * Each guard while nothing is broken: a red that was there before proves nothing. One that is red is run again, and what it said is
 * shown: red twice it fails, red once it is unsteady, which is for the tests to fail by.
 */
async function runWhole(guard: Guard, copy: string): Promise<void> {
  const key = JSON.stringify(guard)
  if (whole.has(key)) return void (await whole.get(key))
  const run = runGuard(guard, copy)
  whole.set(key, run)
  const { code, said } = await run
  if (code === 0) return
  console.log(`unsteady ${key}\n${said}`)
  const again = await runGuard(guard, copy)
  if (again.code !== 0) unnoticed.push(`RED  ${key} before anything was broken\n${again.said}`)
}

async function inOrder(mutants: readonly Mutant[]): Promise<Mutant[]> {
  if (flags.minutes === 'Infinity') return [...mutants]
  const [head, log] = await Promise.all([
    git('rev-parse', 'HEAD'),
    git('log', '--format=%ct', '--name-only'),
  ])
  return orderMutants(mutants, readChanges(log), head)
}

/** Breaks the copy, runs the guard that should notice, and mends the copy again. */
async function turnsRed({ file, replace, by, guard }: Mutant, copy: string): Promise<boolean> {
  const path = join(copy, file)
  const original = await readFile(path, 'utf8')
  await writeFile(
    path,
    original.replace(replace, () => by),
  )
  const { code } = await runGuard(guard, copy, file.startsWith('migrations/'))
  await writeFile(path, original)
  return code !== 0
}

/** `migrated`: on a database whose tables are the copy's; else on one that all share. */
function runGuard(guard: Guard, copy: string, migrated = false): Promise<Run> {
  const states = 'states' in guard ? guard.states : undefined
  return runNode(['--import', './bin/typescript.mjs', ...flagsOf(guard, migrated)], {
    cwd: copy,
    env: { ...env, ...(states && { VIVACE_TEST_STATES: states }) },
  })
}

function flagsOf(guard: Guard, migrated: boolean): string[] {
  if ('check' in guard) return ['scripts/check.ts', guard.check]
  const only = guard.only === undefined ? [] : [`--test-name-pattern=^${guard.only}`]
  if (migrated) return ['test/run.ts', ...only, guard.test]
  return [...only, guard.test]
}

/** `code`: null when a signal ended it; `said`: the last of what it printed. */
interface Run {
  code: number | null
  said: string
}

function runNode(flags: string[], where: { cwd: string; env: NodeJS.ProcessEnv }): Promise<Run> {
  const child = spawn(process.execPath, flags, {
    ...where,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: patience,
    killSignal: 'SIGKILL',
  })
  let said = ''
  const keep = (piece: string) => {
    said = (said + piece).slice(-kept)
  }
  child.stdout.setEncoding('utf8').on('data', keep)
  child.stderr.setEncoding('utf8').on('data', keep)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })))
}

/** The checkout as git would commit it now, on the same packages. */
async function copyCheckout(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vivace-mutants-'))
  const list = await git('ls-files', '-z', '--cached', '--others', '--exclude-standard')
  for (const file of list.split('\0').filter(Boolean)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await cp(join(root, file), join(folder, file))
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

async function git(...args: string[]): Promise<string> {
  const given = { cwd: root, maxBuffer: 100_000_000 }
  return (await promisify(execFile)('git', args, given)).stdout
}
