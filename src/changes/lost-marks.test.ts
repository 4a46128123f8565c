import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeBlocks, reviseBlock, type Mark } from '../text/index.ts'
import { lostMarks } from './lost-marks.ts'

test('what a new wording loses that no word says is named with its words', () => {
  const text = 'Voir la loi et son décret.'
  const on = (words: string) => {
    const start = text.indexOf(words)
    return { start, end: start + words.length }
  }
  const marks: Mark[] = [
    { kind: 'link', href: 'https://example.org/loi', ...on('la loi') },
    { kind: 'strong', ...on('décret') },
  ]
  const parsed = { kind: 'paragraph', level: 0, number: null, text, marks } as const
  const [block] = makeBlocks([parsed], 'fr', () => 'k3m9x2p7qa')
  assert.ok(block)
  const lossOf = (wording: string) => {
    const revised = reviseBlock(block, wording, 'fr')
    assert.ok(revised.ok)
    return lostMarks(block, revised.block)
  }
  assert.deepEqual(lossOf('Voir la loi et son arrêté.'), [{ kind: 'strong', text: 'décret' }])
  assert.deepEqual(lossOf('Lire la loi et son décret.'), [])
})
