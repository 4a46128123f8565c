import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeBlocks, type Block } from '../text/index.ts'
import { choicesOf, placesOf } from './choices.ts'
import { readRows, showRows } from './rows.ts'
import { checkAmendment, hasMarkdownSigns } from './amendment.ts'
import { parseSentences } from './forms.ts'

const blockOf = (kind: Block['kind'], text: string): Block => {
  const [block] = makeBlocks([{ kind, level: 1, number: null, text, marks: [] }], 'fr', () => 'b')
  assert.ok(block)
  return block
}
const table = blockOf('table', 'Jour\tLieu\nLundi. Le matin.\tMairie\n\tÉcole')
const problemsOf = (block: Block, sentences: number[], wording: string) =>
  [checkAmendment(block, sentences, wording)].filter((problem) => problem !== null)

test('a table is amended by rows, whatever sentences its cells hold', () => {
  assert.deepEqual(
    choicesOf(table).map(({ sentences }) => sentences),
    [[1], [2, 3, 4], [5]],
  )
  assert.deepEqual(placesOf(table, [2, 3, 4, 5]), [2, 3])
  assert.deepEqual(parseSentences(['2-3', '4', 'x', '0']), [2, 3, 4])
})

test('the cells of a row are typed as they are shown', () => {
  for (const row of [
    'a\tb',
    '\tb',
    'a\t\tc',
    'a\t',
    'a|b\tc',
    'one',
    'a\tb\nc\td',
    '\tb\t',
    '\t\t',
    '|a|\tb|',
  ]) {
    assert.equal(readRows(showRows(row)), row)
  }
  assert.equal(showRows('a\tb'), 'a | b')
  assert.equal(readRows('a|b'), 'a\tb')
})

test('bars at both ends of a row, as in Markdown, are no cells', () => {
  assert.equal(readRows('| a | b |'), 'a\tb')
  assert.equal(readRows('|a|b|\n| c |  |\n|  | d |'), 'a\tb\nc\t\n\td')
  assert.equal(readRows('| a | b'), '\ta\tb')
  assert.equal(readRows('|  | b'), '\t\tb')
  assert.equal(readRows(' | a | '), '\ta\t')
  assert.equal(readRows(String.raw`| a | b \|`), '\ta\tb |')
  assert.equal(readRows('|'), '\t')
})

test('a row keeps its number of cells, empty ones too', () => {
  assert.deepEqual(problemsOf(table, [1], 'Jour'), ['cells-differ'])
  assert.deepEqual(problemsOf(table, [1], 'Jour\tLieu\tHeure'), ['cells-differ'])
  assert.deepEqual(problemsOf(table, [5], 'École'), ['cells-differ'])
  assert.deepEqual(problemsOf(table, [5], '\tCollège'), [])
  assert.deepEqual(problemsOf(table, [5], '\tÉcole'), ['wording-unchanged'])
  assert.deepEqual(problemsOf(table, [1], 'Jour\tSalle\nMardi\tMairie'), [])
})

test('a heading stays on one line', () => {
  for (const kind of ['part', 'chapter', 'section', 'proposition'] as const) {
    const heading = blockOf(kind, 'Article 1')
    assert.deepEqual(problemsOf(heading, [1], 'Article 1\nInventaire'), ['heading-on-lines'])
    assert.deepEqual(problemsOf(heading, [1], 'Article 1er'), [])
  }
  assert.deepEqual(problemsOf(blockOf('paragraph', 'Un. Deux.'), [1], 'Un\nbis.'), [])
})

test('sentences are counted as they stand, not by their numbers', () => {
  const block = blockOf('paragraph', 'Un. Deux. Trois.')
  const renumbered = {
    ...block,
    sentences: block.sentences.map((one) => ({ ...one, n: one.n * 7 })),
  }
  assert.deepEqual(placesOf(renumbered, [14, 21]), [2, 3])
})

test('signs of Markdown are known, and those of prose are none', () => {
  for (const wording of [
    'Un mot **gras** ici.',
    'Un mot *penché* ici.',
    '# Un titre',
    'Deux choses :\n- une',
    '> Une citation',
    'Voir [la loi](https://example.org/loi).',
    'Le champ `nom`.',
  ])
    assert.equal(hasMarkdownSigns(wording), true, wording)
  for (const wording of [
    'Un mot – entre tirets – et 3 * 4.',
    'Le n° #12, [sic] (page 3).',
    'Un renvoi* seul.',
    'snake_case et __',
    '1° Le maire ;\n2° le préfet.',
  ])
    assert.equal(hasMarkdownSigns(wording), false, wording)
})
