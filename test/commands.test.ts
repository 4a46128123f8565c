import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createTestDatabase } from './database.ts'
import { runVivace } from './run-vivace.ts'
import { smallBill } from './world.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let folder: string
before(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'vivace-files-'))
})
after(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

const run = (...flags: string[]) => runVivace(database.url, flags)
const importInto = (slug: string, file: string) => run('import', file, '--report', slug)

const refused = async (path: string) => {
  const { code, stdout, stderr } = await importInto('refused', path)
  assert.deepEqual([code, stdout], [1, ''], stderr)
  return stderr
}

async function fileNamed(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

test('wrong use exits with 2 and says what was meant', async () => {
  const unknown = await run('unknown')
  assert.equal(unknown.code, 2)
  assert.match(unknown.stderr, /unknown command/)
  assert.equal((await importInto('Not A Slug', fileURLToPath(smallBill))).code, 2)
  assert.equal((await run('import', 'x.html')).code, 2)
  assert.equal((await run('--help')).code, 0)
})

test('a file that is not a readable text is refused in one sentence, and nothing is saved', async () => {
  assert.match(await refused(join(folder, 'missing.html')), /cannot be read\.\n$/)
  assert.match(await refused(folder), /cannot be read\.\n$/)
  assert.match(
    await refused(await fileNamed('word.docx', 'PK')),
    /damaged or cut short|no Word document/,
  )
  assert.match(
    await refused(await fileNamed('latin1.html', Buffer.from('<p>Donn\xe9es</p>', 'latin1'))),
    /^The file is not UTF-8/,
  )
  assert.match(await refused(await fileNamed('empty.html', '')), /^No text/)
  assert.match(await refused(await fileNamed('untitled.html', '<p>Text</p>')), /has no title/)
  const bomb = Buffer.alloc(21 * 1024 * 1024, 'a')
  assert.match(await refused(await fileNamed('bomb.html', bomb)), /over 20 MB/)
  const deep = '<div>'.repeat(20_000)
  assert.match(
    await refused(await fileNamed('deep.html', `<h1>T</h1>${deep}text`)),
    /nests its elements/,
  )
  const reports = await database.db.selectFrom('report').select('slug').execute()
  assert.deepEqual(reports, [])
})

test('what is imported is counted, what is left out is said, and the same file again is refused', async () => {
  const file = await fileNamed(
    'scripted.html',
    '<h1>Title</h1><p>One.</p><script>alert(1)</script>',
  )
  const first = await importInto('counted', file)
  assert.deepEqual([first.code, first.stderr], [0, ''])
  assert.match(first.stdout, /^1 blocks: 1 paragraph\nleft out: 1 .*script/)
  const again = await importInto('counted', file)
  assert.deepEqual([again.code, again.stdout], [1, ''])
  assert.match(again.stderr, /nothing was changed/)
})

test('a preview tells what a file holds and what it would change, and changes nothing', async () => {
  const file = await fileNamed(
    'preview.md',
    '# Title\n\n## First part\n\n### Measure 4\n\nOne.\n\nTwo.\n',
  )
  const preview = (slug: string) =>
    run('import', file, '--report', slug, '--preview', '--proposition-words', 'Measure,Action')
  const fresh = await preview('fresh')
  assert.equal(fresh.code, 0, fresh.stderr)
  assert.match(fresh.stdout, /^title: Title\n.*\n4 blocks: 1 part, 1 proposition, 2 paragraph\n/)
  assert.match(fresh.stdout, /\n {2}part: First part\n {4}proposition: Measure 4\n/)
  assert.match(fresh.stdout, /\npropositions: 1\n {2}4\tMeasure 4\n.*would be its first\n$/)
  assert.match(fresh.stderr, /nothing was changed/)
  const known = await preview('counted')
  assert.match(
    known.stdout,
    /1 the same, 0 edited, 0 moved, 0 split, 0 merged, 3 added, 0 removed\n$/,
  )
  const reports = await database.db.selectFrom('report').select('slug').execute()
  assert.deepEqual(reports, [{ slug: 'counted' }])
  const twice = await importInto('counted', file)
  assert.match(
    twice.stdout,
    /1 the same, 0 edited, 0 moved, 0 split, 0 merged, 3 added, 0 removed\n$/,
  )
  const address = 'http://vivace.test/fr/workshop/reports/counted/changes'
  assert.equal(twice.stderr, `Other causes can be added to the changes at ${address}\n`)
  const wrong = ['--proposition-words', 'x'.repeat(61)]
  assert.equal((await run('import', file, '--report', 'fresh', ...wrong)).code, 2)
})

test('only an editor-in-chief of the report signs an edition', async () => {
  const publishAs = (email: string) => run('publish', '--report', 'counted', '--as', email)
  assert.match((await publishAs('nobody@example.org')).stderr, /may not publish/)
  await run('people', 'grant', 'r@example.org', 'rapporteur', '--report', 'counted', '--name', 'R')
  assert.equal((await publishAs('r@example.org')).code, 1)
  await run(
    'people',
    'grant',
    'c@example.org',
    'editor-in-chief',
    '--report',
    'counted',
    '--name',
    'C',
  )
  assert.deepEqual(await publishAs('c@example.org'), {
    code: 0,
    stdout: 'edition 1 of counted is published\n',
    stderr: '',
  })
  assert.match((await publishAs('c@example.org')).stderr, /^Nothing has changed/)
  assert.equal(
    (
      await run(
        'people',
        'grant',
        'not-an-address',
        'rapporteur',
        '--report',
        'counted',
        '--name',
        'N',
      )
    ).code,
    2,
  )
})
