import { spawn, execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startTestServer } from '../test/database.ts'
import { mutants, type Guard, type Mutant } from './mutant-list.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Mutants that are tried at once, each in a copy of its own: two cores are kept busy. */
const atOnce = 2

/** How much is kept of what a guard printed, in UTF-16 units. */
const kept = 4000

const chosen = process.argv.slice(2).join(' ')
const tried = mutants.filter(({ name }) => name.includes(chosen))
// Said at once: the first may take an hour to come to it.
for (const { file, replace } of tried)
  if (!(await readFile(join(root, file), 'utf8')).includes(replace))
    throw new Error(`${file} no longer says: ${replace}`)
const copies = await Promise.all(Array.from({ length: atOnce }, copyCheckout))
const server = await startTestServer()
const env = { ...process.env, VIVACE_TEST_ADMIN_URL: server.adminUrl }
const unnoticed: string[] = []
await inEveryCopy(guardsOf(tried), async (guard, copy) => {
  const { code, said } = await runGuard(guard, copy)
  if (code === 0) return
  unnoticed.push(`RED  ${JSON.stringify(guard)} before anything was broken\n${said}`)
})
await inEveryCopy(tried, async (mutant, copy) => {
  const begun = performance.now()
  const red = await turnsRed(mutant, copy)
  const seconds = Math.round((performance.now() - begun) / 1000)
  const line = `${red ? 'red ' : 'GREEN'} ${mutant.name} (${seconds} s)`
  console.log(line)
  if (!red) unnoticed.push(line)
})
await server.stop()
await Promise.all(copies.map((copy) => rm(copy, { recursive: true, force: true })))
// At the end, where whoever sees no more than the last lines finds them.
for (const line of unnoticed) console.log(line)
console.log(
  unnoticed.length === 0
    ? 'every guard was green, and turned red'
    : `${unnoticed.length} broken guards were not noticed`,
)
if (unnoticed.length > 0) process.exitCode = 1

/** Each copy takes the next as soon as it is done with one. */
async function inEveryCopy<T>(
  things: readonly T[],
  act: (thing: T, copy: string) => Promise<void>,
): Promise<void> {
  const waiting = things.values()
  const work = async (copy: string) => {
    for (const thing of waiting) await act(thing, copy)
  }
  await Promise.all(copies.map(work))
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

/** Each guard once: a red that was there before proves nothing. */
function guardsOf(mutants: readonly Mutant[]): Guard[] {
  return [...new Map(mutants.map(({ guard }) => [JSON.stringify(guard), guard])).values()]
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
  // What hangs once it is broken is noticed, too.
  return ['--test', '--test-timeout=600000', ...only, guard.test]
}

/** `code`: null when a signal ended it; `said`: the last of what it printed. */
interface Run {
  code: number | null
  said: string
}

function runNode(flags: string[], where: { cwd: string; env: NodeJS.ProcessEnv }): Promise<Run> {
  const child = spawn(process.execPath, flags, { ...where, stdio: ['ignore', 'pipe', 'pipe'] })
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
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const { stdout } = await promisify(execFile)('git', list, { cwd: root })
  for (const file of stdout.split('\0').filter(Boolean)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await cp(join(root, file), join(folder, file))
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}
