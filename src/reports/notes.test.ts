import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseHtml } from '../text/index.ts'
import { findNotes, notesBelow } from './notes.ts'
import { blocksUnder } from './report.ts'

const reference = (id: string, shown = '1') =>
  `<sup><a href="#${id}" role="doc-noteref">${shown}</a></sup>`

const footnote = (id: string, text: string) =>
  `<aside role="doc-footnote" id="${id}">${text}</aside>`

const chapter = (name: string, id: string) =>
  `<h2>${name}</h2><p>Dit${reference(id)}.</p><p>Redit${reference(id)}.</p>`

function placed(html: string) {
  return parseHtml(html).blocks.map((block, at) => ({
    ...block,
    id: `b${at}`,
    sentences: [],
    nextSentence: 1,
    sha256: new Uint8Array(),
  }))
}

test('a note that stands elsewhere is shown once below the part that refers to it', () => {
  const all = placed(
    `${chapter('Un', 'n1')}<h2>Deux</h2><p>x</p><section role="doc-endnotes"><ol><li id="n1">La note.</li></ol></section>`,
  )
  const [first, second] = all.filter(({ kind }) => kind === 'part')
  const below = (id = '') =>
    notesBelow(blocksUnder(all, id), findNotes(all)).map(({ text }) => text)
  assert.deepEqual(below(first?.id), ['La note.'])
  assert.deepEqual(below(second?.id), [], 'it stands there already, or nothing refers to it')
})

test('of several notes with one number, the first after the words is meant', () => {
  const all = placed(
    `${chapter('Un', 'a')}${footnote('a', 'Premi\u00e8re')}${chapter('Deux', 'b')}${footnote('b', 'Seconde')}`,
  )
  const of = findNotes(all)
  const said = all
    .filter(({ marks }) => marks.length > 0)
    .map((block) => of(block, block.text.replace(/\D/g, ''))?.text)
  assert.deepEqual(said, ['Première', 'Première', 'Seconde', 'Seconde'])
})
