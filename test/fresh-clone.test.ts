import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { chown, cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { addressOf, finish, signal } from './run-vivace.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('..', import.meta.url))
const isRoot = process.getuid?.() === 0
const nobody = 65_534

/** As `mkdtemp` makes it, its folder is closed to everybody else: 0700. */
let clone: string
before(async () => {
  clone = await mkdtemp(join(tmpdir(), 'vivace-clone-'))
  const { stdout } = await run(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: root },
  )
  for (const file of stdout.split('\0').filter(Boolean)) {
    await mkdir(join(clone, dirname(file)), { recursive: true })
    await cp(join(root, file), join(clone, file))
  }
  await run('npm', ['ci', '--ignore-scripts'], { cwd: clone, env: environment() })
})
after(() => rm(clone, { recursive: true, force: true }))

test('a fresh clone, installed without any script, serves the demonstration', async () => {
  assert.match(await startAndRead({}), /Texte illustratif/)
})

test('so it does for an ordinary user', { skip: !isRoot && 'is one already' }, async () => {
  await rm(join(clone, 'var'), { recursive: true, force: true })
  await giveTo(clone, nobody)
  assert.match(await startAndRead({ uid: nobody, gid: nobody }), /Texte illustratif/)
})

async function startAndRead(user: { uid?: number; gid?: number }): Promise<string> {
  const env = { ...environment(), PORT: '0', HOME: clone }
  const program = spawn('npm', ['start'], { cwd: clone, env, detached: true, ...user })
  const ended = finish(program)
  const address = await addressOf(program)
  const page = await (await fetch(`${address}/fr/reports/la-ville-en-partage`)).text()
  signal(program, 'SIGTERM')
  await ended
  return page
}

/** What a person's shell has: nothing of the test runner's, and the Node that they have installed. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, LANG } = process.env
  const path = (PATH ?? '').split(':').filter((entry) => !entry.includes('node_modules'))
  return { PATH: path.join(':'), LANG, HOME: process.env['HOME'] }
}

async function giveTo(path: string, owner: number): Promise<void> {
  await chown(path, owner, owner)
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inner = join(path, entry.name)
    if (entry.isDirectory()) await giveTo(inner, owner)
    else if (entry.isFile()) await chown(inner, owner, owner)
  }
}
