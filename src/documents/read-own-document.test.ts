import assert from 'node:assert/strict'
import { test } from 'node:test'

import { docx, paragraph } from '../../test/docx.ts'
import { fileLimit, readDocument } from './read-document.ts'
import { readOwnDocument } from './read-own-document.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

test('a file is read as those of others are, wherever it is read', async () => {
  const prose = '# Titre\n\nUn mot.\n\n'.repeat(50)
  const files: [string, Uint8Array][] = [
    ['prose.md', utf8(prose)],
    ['marked.md', utf8(`${prose}*un* [mot](http://a.org)[^1]\n\n[^1]: <b>Note</b>\n`)],
    ['long.md', utf8('un *mot* ici\n\n'.repeat(5_000))],
    ['picture.md', utf8('![Plan](plan.png)')],
    ['page.html', utf8('<h1>Titre</h1><p>Un <b>mot</b>')],
    ['word.docx', docx(paragraph('mot'))],
    ['windows.md', utf8('Un mot.\r\n\r\nDeux.\r\n')],
    ['latin1.md', Uint8Array.from([0xe9])],
    ['deep.md', utf8('> '.repeat(5_000))],
    ['empty.md', utf8('')],
    ['large.md', new Uint8Array(fileLimit + 1)],
    ['a.pdf', utf8('mot')],
  ]
  for (const [name, bytes] of files) {
    const file = { name, bytes }
    assert.deepEqual(await readOwnDocument(file), await readDocument(file), name)
  }
})

test('what could take long is read where it can be ended', async () => {
  const file = { name: 'a.md', bytes: utf8('*a_ '.repeat(12_000)) }
  assert.deepEqual(await readOwnDocument(file, 1_000), { ok: false, problem: 'takes-too-long' })
})
