import assert from 'node:assert/strict'
import { test } from 'node:test'

import { docx, paragraph, paragraphStyle, run, wordPart } from '../../test/docx.ts'
import { parseDocx } from './parse-docx.ts'

const level = (depth: number, text: string, inside = '<w:numFmt w:val="decimal"/>'): string =>
  `<w:lvl w:ilvl="${depth}">${inside}<w:lvlText w:val="${text}"/></w:lvl>`

const format = (name: string): string => `<w:numFmt w:val="${name}"/>`

const definition = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`

const list = (id: number, of: number, inside = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${inside}</w:num>`

const restart = (depth: number, at: number): string =>
  `<w:lvlOverride w:ilvl="${depth}"><w:startOverride w:val="${at}"/></w:lvlOverride>`

const numbering = (...all: string[]): Record<string, string> => ({
  'word/numbering.xml': wordPart('numbering', all.join('')),
})

const styles = (...all: string[]): Record<string, string> => ({
  'word/styles.xml': wordPart('styles', all.join('')),
})

const number = (id: number, depth: number): string =>
  `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`

const item = (text: string, id = 1, depth = 0, more = ''): string =>
  `<w:p><w:pPr>${number(id, depth)}${more}</w:pPr>${run(text)}</w:p>`

async function shown(body: string, parts: Record<string, string>): Promise<string[]> {
  const { blocks, dropped } = await parseDocx(docx(body, parts))
  assert.deepEqual(
    dropped.filter(({ what }) => what.includes('number')),
    [],
  )
  return blocks.map(({ kind, number: own, text }) => `${kind}|${own ?? '-'}|${text}`)
}

test('a list goes on after what interrupts it, and shows letters and numerals as Word does', async () => {
  const parts = numbering(
    definition(
      4,
      level(0, '%1.'),
      level(1, '(%2)', format('lowerLetter')),
      level(2, '%1.%2.%3', `${format('upperRoman')}<w:isLgl/>`),
      level(3, '%4', format('bullet')),
    ),
    list(1, 4),
  )
  const body =
    item('un') +
    item('a', 1, 1) +
    item('b', 1, 1) +
    item('legal', 1, 2) +
    item('puce', 1, 3) +
    paragraph('Entre deux.') +
    item('deux') +
    item('encore a', 1, 1)
  assert.deepEqual(await shown(body, parts), [
    'list-item|1|un',
    'list-item|a|a',
    'list-item|b|b',
    'list-item|1.2.1|legal',
    'list-item|-|puce',
    'paragraph|-|Entre deux.',
    'list-item|2|deux',
    'list-item|a|encore a',
  ])
})

test('lists of one definition count on from each other, unless one says where it starts', async () => {
  const parts = numbering(
    definition(4, level(0, '%1)')),
    list(1, 4),
    list(2, 4),
    list(3, 4, restart(0, 7)),
  )
  const body = item('un') + item('deux', 2) + item('sept', 3) + item('huit', 3) + item('neuf', 1)
  assert.deepEqual(await shown(body, parts), [
    'list-item|1|un',
    'list-item|2|deux',
    'list-item|7|sept',
    'list-item|8|huit',
    'list-item|9|neuf',
  ])
})

test('a number with words begins the paragraph that it stands before, and makes a proposition', async () => {
  const styled = paragraphStyle('Prop', 'heading 2', `<w:pPr>${number(1, 0)}</w:pPr>`)
  const caption = paragraphStyle(
    'Legende',
    'caption',
    '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>',
  )
  const parts = {
    ...styles(styled, caption, paragraphStyle('Titre1', 'heading 1')),
    ...numbering(
      definition(4, level(0, 'Proposition %1 –')),
      definition(
        5,
        level(0, 'x'),
        level(1, 'Tableau %2 :', `${format('decimal')}<w:pStyle w:val="Legende"/>`),
      ),
      definition(6, level(0, '%1.')),
      list(1, 4),
      list(2, 5),
      list(3, 6),
    ),
  }
  const body =
    paragraph('Ouvrir les données', 'Prop') +
    paragraph('Des villes', 'Legende') +
    paragraph('Former les agents', 'Prop') +
    `<w:p><w:pPr><w:pStyle w:val="Titre1"/>${number(3, 0)}</w:pPr>${run('Contexte')}</w:p>`
  assert.deepEqual(await shown(body, parts), [
    'proposition|1|Proposition 1 – Ouvrir les données',
    'paragraph|-|Tableau 1 : Des villes',
    'proposition|2|Proposition 2 – Former les agents',
    'part|-|1. Contexte',
  ])
})

test('a style numbers its paragraphs; one that takes itself out, or has lost its end, is not counted', async () => {
  const parts = {
    ...styles(paragraphStyle('Liste', 'Liste numérotée', `<w:pPr>${number(1, 0)}</w:pPr>`)),
    ...numbering(definition(4, level(0, '%1.')), list(1, 4)),
  }
  const body =
    paragraph('un', 'Liste') +
    `<w:p><w:pPr><w:pStyle w:val="Liste"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>${run('sans')}</w:p>` +
    `<w:p><w:pPr><w:pStyle w:val="Liste"/><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('de')}</w:p>` +
    paragraph('ux', 'Liste') +
    paragraph('trois', 'Liste')
  assert.deepEqual(await shown(body, parts), [
    'list-item|1|un',
    'paragraph|-|sans',
    'list-item|2|deux',
    'list-item|3|trois',
  ])
})

const row = (text: string): string =>
  `<w:tr><w:tc>${item(text)}</w:tc><w:tc>${paragraph('x')}</w:tc></w:tr>`

test('numbers in the cells of a table are words of the cells', async () => {
  const parts = numbering(definition(4, level(0, '%1.')), list(1, 4))
  assert.deepEqual(await shown(`<w:tbl>${row('un')}${row('deux')}</w:tbl>`, parts), [
    'table|-|1. un\tx\n2. deux\tx',
  ])
})

test('endless and crossed definitions of numbers end, and number nothing', async () => {
  const parts = numbering(
    `<w:abstractNum w:abstractNumId="4"><w:numStyleLink w:val="A"/></w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="A"/><w:styleLink w:val="A"/>${level(0, '%1'.repeat(400), format('lowerLetter'))}</w:abstractNum>`,
    list(1, 4),
    list(2, 77),
  )
  const [first, second] = await shown(item('un') + item('deux', 2), parts)
  assert.ok(first !== undefined && first.length < 200)
  assert.equal(second, 'paragraph|-|deux')
})
