import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { runVivace } from './run-vivace.ts'

const text = (lang: string, words: string) => `---\nlang: ${lang}\n---\n# A\n\n${words}\n`

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vivace-redline-'))
  await writeFile(join(folder, 'fr.md'), text('fr', 'Un mot ici.'))
  await writeFile(join(folder, 'fr-2.md'), text('fr', 'Deux mots ici.'))
  await writeFile(join(folder, 'pt.md'), text('pt', 'Uma palavra aqui.'))
})
after(() => rm(folder, { recursive: true, force: true }))

/** It needs no database: none is there. */
const redline = (old: string, now: string, ...flags: string[]) =>
  runVivace('postgres://127.0.0.1:1/none', [
    'redline',
    join(folder, old),
    join(folder, now),
    ...flags,
  ])

test('a redline as a page speaks the text’s own language, or the one that was asked for', async () => {
  const pages = [
    await redline('fr.md', 'fr-2.md', '--format', 'html'),
    await redline('fr.md', 'fr-2.md', '--format', 'html', '--lang', 'en'),
    await redline('pt.md', 'pt.md', '--format', 'html'),
  ]
  assert.deepEqual(
    pages.map(({ code, stderr, stdout }) => [code, stderr, /<html lang="(\w+)"/.exec(stdout)?.[1]]),
    [
      [0, '', 'fr'],
      [0, '', 'en'],
      [0, '', 'en'],
    ],
  )
  assert.match(
    pages[0]?.stdout ?? '',
    /^<!doctype html>[^]*De «\u00a0fr\.md\u00a0» à «\u00a0fr-2\.md\u00a0»/,
  )
  const refused = await redline('fr.md', 'fr-2.md', '--format', 'html', '--lang', 'xx')
  assert.equal(refused.code, 2)
})
