import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))
const kept = 'node_modules/.cache/vivace/program.mjs'
const folders: string[] = []
let folder: string

/** A checkout of its own, whose program says what one of its files says and where that file is. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vivace-typescript-'))
  folders.push(folder)
  for (const name of ['bin', 'tsconfig.json', 'package.json', 'node_modules/.package-lock.json'])
    await cp(join(root, name), join(folder, name), { recursive: true })
  for (const name of ['esbuild', '@esbuild', 'zod'])
    await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name))
  await mkdir(join(folder, 'src/words'), { recursive: true })
  await writeFile(
    join(folder, 'src/cli.ts'),
    "import { z } from 'zod'\nimport { told } from './words/told.ts'\nconsole.log(z.string().parse(told()))\n",
  )
  await tell('one')
})
after(() => Promise.all(folders.map((one) => rm(one, { recursive: true, force: true }))))

/** What changed in the last moment may still be changing: it is not kept. */
async function tell(word: string) {
  await writeFile(
    join(folder, 'src/words/told.ts'),
    `export const told = (): string => {\n  if (process.argv[2]) throw new Error('on purpose')\n  return '${word} ' + import.meta.url\n}\n`,
  )
  await delay(100)
}

const run = async (file = 'src/cli.ts', ...more: string[]) =>
  promisify(execFile)(process.execPath, [
    '--import',
    join(folder, 'bin/typescript.mjs'),
    join(folder, file),
    ...more,
  ]).then(({ stdout }) => stdout.trim())

test('the program runs from what was kept, until one of its files is another', async () => {
  assert.equal(await run(), `one file://${folder}/src/words/told.ts`)
  const module = await readFile(join(folder, kept), 'utf8')
  await writeFile(join(folder, kept), module.replace('"one ', '"kept '))
  assert.match(await run(), /^kept /, 'it was not read')
  await tell('two')
  assert.match(await run(), /^two /)
  await writeFile(join(folder, 'node_modules/.package-lock.json'), '{}')
  await delay(100)
  await writeFile(
    join(folder, kept),
    (await readFile(join(folder, kept), 'utf8')).replace('"two ', '"kept '),
  )
  assert.match(await run(), /^two /, 'other packages')
})

test('a checkout that shares its packages with another runs its own program', async () => {
  const other = await mkdtemp(join(tmpdir(), 'vivace-typescript-'))
  folders.push(other)
  for (const name of ['bin', 'src', 'tsconfig.json', 'package.json'])
    await cp(join(folder, name), join(other, name), { recursive: true })
  await symlink(join(folder, 'node_modules'), join(other, 'node_modules'))
  // By itself, Node reads no such file.
  await writeFile(join(other, 'src/drawn.tsx'), "import './words/told.ts'\n")
  const cli = await readFile(join(other, 'src/cli.ts'), 'utf8')
  await writeFile(join(other, 'src/cli.ts'), `import './drawn.tsx'\n${cli}`)
  await delay(100)
  await run()
  const loader = join(other, 'bin/typescript.mjs')
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    loader,
    join(other, 'src/cli.ts'),
  ])
  assert.equal(stdout.trim(), `one file://${other}/src/words/told.ts`)
})

test('what the program imports later is kept with it', async () => {
  await writeFile(
    join(folder, 'src/cli.ts'),
    "const { told } = await import('./words/told.ts')\nconsole.log(told())\n",
  )
  await delay(100)
  const said = `one file://${folder}/src/words/told.ts`
  assert.deepEqual([await run(), await run()], [said, said])
  const module = await readFile(join(folder, kept), 'utf8')
  await writeFile(join(folder, kept), module.replace('"one ', '"kept '))
  assert.match(await run(), /^kept /, 'it was not read')
  await tell('two')
  assert.match(await run(), /^two /)
})

test('a module that was cut short, or that cannot be kept, is built', async () => {
  await run()
  const module = await readFile(join(folder, kept), 'utf8')
  await writeFile(join(folder, kept), module.slice(0, module.length / 2))
  assert.match(await run(), /^one /)
  await rm(join(folder, 'node_modules/.cache'), { recursive: true })
  await writeFile(join(folder, 'node_modules/.cache'), 'no folder')
  assert.match(await run(), /^one /)
})

test('what fails says in which line of which file, whether kept or not', async () => {
  for (const turn of ['built', 'kept'])
    await assert.rejects(run('src/cli.ts', turn), ({ stderr }: { stderr: string }) => {
      assert.match(stderr, /src\/words\/told\.ts:2:\d+/)
      return true
    })
})

test('other files run too, by whatever link they are found, and are not kept', async () => {
  // By itself, Node reads no such file.
  await writeFile(join(folder, 'src/drawn.tsx'), "import './cli.ts'\n")
  await writeFile(join(folder, 'src/other.ts'), "import './drawn.tsx'\n")
  await symlink(join(folder, 'src'), join(folder, 'link'))
  assert.match(await run('src/other.ts'), /^one /)
  assert.match(await run('link/other.ts'), /^one /)
  await assert.rejects(readFile(join(folder, kept)), { code: 'ENOENT' })
})
