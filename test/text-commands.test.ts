import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { finish, spawnVivace, type Ran } from './run-vivace.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vivace-texts-'))
})
after(() => rm(folder, { recursive: true, force: true }))

/** With no database: none is needed. */
const run = (...flags: string[]): Promise<Ran> => finish(spawnVivace({}, flags))

async function write(name: string, content: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const list = 'Chaque commune publie la liste de ses services et la met à jour chaque année.'
const debate = 'Le conseil municipal en débat une fois par an, en séance publique et filmée.'
const longer = debate.replace('filmée', 'enregistrée')
const oldText = `# Texte\n\n## Article 1\n\n${list}\n\n- ${debate}\n\n## Article 2\n\nSupprimé.\n`
const newText = `# Texte\n\n## Article 1\n\n${list}\n\n- ${longer}\n\n## Article 3\n\nAjouté.\n`

test('blocks says what was read', async () => {
  const { code, stdout } = await run('blocks', await write('a.md', oldText))
  assert.equal(code, 0)
  const said = JSON.parse(stdout)
  assert.equal(said.title, 'Texte')
  assert.deepEqual(
    said.blocks.map(({ kind, level, heading, text }: Record<string, unknown>) => [
      kind,
      level,
      heading,
      text,
    ]),
    [
      ['proposition', 1, 'Article 1', 'Article 1'],
      ['paragraph', 0, 'Article 1', list],
      ['list-item', 1, 'Article 1', debate],
      ['proposition', 1, 'Article 2', 'Article 2'],
      ['paragraph', 0, 'Article 2', 'Supprimé.'],
    ],
  )
})

const textOf = (blocks: { text: string }[], places: number[]) =>
  places.map((at) => blocks[at]?.text ?? '').join('\n')

test('redline gives both texts back, and says what became of each block', async () => {
  const [old, now] = [await write('old.md', oldText), await write('new.md', newText)]
  const { code, stdout } = await run('redline', old, now, '--format', 'json')
  assert.equal(code, 0)
  const said = JSON.parse(stdout)
  const kinds = said.items.map(({ kind }: { kind: string }) => kind)
  assert.ok(kinds.includes('same') && kinds.includes('edited'), kinds.join(' '))
  for (const { old: from, new: to, runs } of said.items) {
    const joined = (op: string) =>
      runs
        .flatMap((one: { op: string; text: string }) =>
          one.op === op || one.op === 'same' ? [one.text] : [],
        )
        .join('')
    assert.equal(joined('del'), textOf(said.old.blocks, from))
    assert.equal(joined('ins'), textOf(said.new.blocks, to))
  }
  const text = await run('redline', old, now, '--format', 'text')
  assert.match(text.stdout, /\[-filmée-\]\[\+enregistrée\+\]/)
})

const anchor = (id: number, exact: string, context: { prefix?: string; suffix?: string } = {}) =>
  JSON.stringify({
    id,
    heading: 'Article 1',
    paragraph: 1,
    exact,
    prefix: '',
    suffix: '',
    ...context,
  })

test('carry finds each passage, in the order it was asked', async () => {
  const [old, now] = [await write('old.md', oldText), await write('new.md', newText)]
  const anchors = await write(
    'anchors.jsonl',
    [
      anchor(7, 'la liste de ses services'),
      JSON.stringify({
        id: 'b',
        heading: 'Article 1',
        paragraph: 2,
        exact: 'séance publique et filmée',
      }),
      JSON.stringify({ id: 'c', heading: 'Article 2', paragraph: 1, exact: 'Supprimé' }),
      anchor(9, 'nulle part'),
      anchor(10, 'la'),
      anchor(11, 'la', { prefix: 'services et ' }),
      '',
    ].join('\n'),
  )
  const { code, stdout, stderr } = await run('carry', old, now, '--anchors', anchors)
  assert.equal(code, 0, stderr)
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.deepEqual(
    lines.map(({ id, state, exact }) => [id, state, exact]),
    [
      [7, 'exact', 'la liste de ses services'],
      ['b', 'edited', 'séance publique et enregistrée'],
      ['c', 'orphan', null],
      [9, 'orphan', null],
      [10, 'orphan', null],
      [11, 'exact', 'la'],
    ],
  )
  assert.deepEqual([lines[0].heading, lines[0].paragraph, lines[1].paragraph], ['Article 1', 1, 2])
  assert.equal(list.slice(lines[5].start, lines[5].end), 'la')
  assert.equal(lines[3].rule, 'not-in-old')
  assert.deepEqual([lines[2].heading, lines[2].start, lines[2].end], [null, null, null])
})

test('before the first heading a passage stands under the title, or under none', async () => {
  const text = '# Charte\n\nUne ville répond à chacun.\n\n## Article 1\n\nElle le fait par écrit.\n'
  const [old, now] = [await write('t.md', text), await write('u.md', text.replace('Une', 'La'))]
  const quote = { paragraph: 1, exact: 'répond à chacun' }
  const anchors = await write(
    't.jsonl',
    ['Charte', null, ''].map((heading, id) => JSON.stringify({ id, heading, ...quote })).join('\n'),
  )
  const { stdout } = await run('carry', old, now, '--anchors', anchors)
  for (const line of stdout.trim().split('\n')) {
    const { state, heading, paragraph } = JSON.parse(line)
    assert.deepEqual([state, heading, paragraph], ['exact', 'Charte', 1])
  }
})

test('what cannot be read is refused with its reason, wrong use with another code', async () => {
  const old = await write('old.md', oldText)
  const missing = await run('redline', old, join(folder, 'none.md'))
  assert.deepEqual([missing.code, missing.stdout], [1, ''])
  assert.match(missing.stderr, /none\.md cannot be read/)
  const bad = await write('bad.jsonl', `${anchor(1, 'la liste')}\n{"id":2}\n`)
  const refused = await run('carry', old, old, '--anchors', bad)
  assert.deepEqual([refused.code, refused.stdout], [1, ''])
  assert.match(refused.stderr, /bad\.jsonl, line 2: not an anchor: .*heading/)
  assert.equal((await run('redline', old)).code, 2)
  assert.equal((await run('redline', old, old, '--format', 'pdf')).code, 2)
  assert.equal((await run('carry', old, old)).code, 2)
})
