import assert from 'node:assert/strict'
import { test } from 'node:test'

import { docx, paragraph, paragraphStyle, picture, run, wordPart } from '../../test/docx.ts'
import { parseDocx } from './parse-docx.ts'
import type { ParsedDocument } from './parse-tree.ts'

function outlineOf({ blocks }: ParsedDocument): string[] {
  return blocks.map(({ kind, level, number, text }) => [kind, level, number ?? '-', text].join('|'))
}

function droppedFrom({ dropped }: ParsedDocument): Record<string, number> {
  return Object.fromEntries(dropped.map(({ what, count }) => [what, count]))
}

const styles = (...all: string[]): Record<string, string> => ({
  'word/styles.xml': wordPart('styles', all.join('')),
})

const core = (inside: string): Record<string, string> => ({
  'docProps/core.xml': `<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/">${inside}</cp:coreProperties>`,
})

test('headings are found by the names of Word, whatever their ids, and of LibreOffice', async () => {
  const document = await parseDocx(
    docx(
      paragraph('Le rapport', 'Titre') +
        paragraph('en deux lignes', 'Titre') +
        paragraph('Sous-titre', 'Sous-titre') +
        paragraph('Ouverture', 'Titre1') +
        paragraph('Données', 'Heading2') +
        paragraph('Proposition 7 – Ouvrir', 'Titre3') +
        paragraph('Profond', 'Titre9') +
        paragraph('Chapitre', 'TitreDeChapitre') +
        paragraph('Encadré', 'Encadre') +
        paragraph('Citer', 'Citation') +
        paragraph('Figure 1', 'Lgende'),
      styles(
        paragraphStyle('Titre', 'Title'),
        paragraphStyle('Sous-titre', 'Subtitle', '<w:basedOn w:val="Titre1"/>'),
        paragraphStyle('Titre1', 'heading 1'),
        paragraphStyle('Heading2', 'Heading 2'),
        paragraphStyle('Titre3', 'heading 3'),
        paragraphStyle('Titre9', 'heading 9'),
        paragraphStyle('TitreDeChapitre', 'Titre d’un chapitre', '<w:basedOn w:val="Heading2"/>'),
        paragraphStyle('Encadre', 'Encadré', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
        paragraphStyle('Citation', 'Quote'),
        paragraphStyle('Lgende', 'caption'),
      ),
    ),
  )
  assert.equal(document.title, 'Le rapport en deux lignes')
  assert.deepEqual(outlineOf(document), [
    'paragraph|0|-|Sous-titre',
    'part|1|-|Ouverture',
    'chapter|2|-|Données',
    'proposition|3|7|Proposition 7 – Ouvrir',
    'section|5|-|Profond',
    'chapter|2|-|Chapitre',
    'section|3|-|Encadré',
    'quote|0|-|Citer',
    'paragraph|0|-|Figure 1',
  ])
})

const heading = (text: string, level: number) => paragraph(text, `Titre${level}`)

test('without a title, the only heading of the first level is one where it stands first', async () => {
  const levels = styles(
    ...[1, 2, 3].map((level) => paragraphStyle(`Titre${level}`, `heading ${level}`)),
    paragraphStyle('Titre', 'Title'),
  )
  const rest = heading('Ouverture', 2) + paragraph('Un mot.') + heading('Proposition 7 – Ouvrir', 3)
  const read = async (body: string) => parseDocx(docx(body, levels))
  const titled = await read(`${paragraph('')}${heading('Le rapport', 1)}${rest}`)
  assert.equal(titled.title, 'Le rapport')
  const raised = ['part|1|-|Ouverture', 'paragraph|0|-|Un mot.']
  assert.deepEqual(outlineOf(titled), [...raised, 'proposition|2|7|Proposition 7 – Ouvrir'])

  const asTheyAre = ['chapter|2|-|Ouverture', 'paragraph|0|-|Un mot.']
  for (const body of [
    `${heading('Le rapport', 1)}${rest}${heading('Fin', 1)}`,
    `${paragraph('Avant.')}${heading('Le rapport', 1)}${rest}`,
    `${paragraph('Le titre', 'Titre')}${heading('Le rapport', 1)}${rest}`,
  ]) {
    const untouched = await read(body)
    assert.notEqual(untouched.title, 'Le rapport')
    const lines = outlineOf(untouched)
    assert.ok(lines.includes('part|1|-|Le rapport'))
    for (const line of asTheyAre) assert.ok(lines.includes(line))
  }
  assert.equal((await read(`${heading('Proposition 7 – Ouvrir', 1)}${rest}`)).title, null)
})

test('a ring of styles that build on each other ends', async () => {
  const ring = styles(
    paragraphStyle('A', 'a', '<w:basedOn w:val="B"/>'),
    paragraphStyle('B', 'b', '<w:basedOn w:val="A"/>'),
  )
  assert.deepEqual(outlineOf(await parseDocx(docx(paragraph('x', 'A'), ring))), ['paragraph|0|-|x'])
})

test('a file without a title of its own has that of its properties, or none', async () => {
  const one = await parseDocx(docx(paragraph('x'), core('<dc:title>Un &amp; deux </dc:title>')))
  assert.equal(one.title, 'Un & deux')
  assert.equal((await parseDocx(docx(paragraph('x'), core('<dc:title> </dc:title>')))).title, null)
  assert.equal((await parseDocx(docx(paragraph('x')))).title, null)
})

const lang = (value: string): Record<string, string> =>
  styles(
    `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="${value}"/></w:rPr></w:rPrDefault></w:docDefaults>`,
  )

test('the language is that of the styles, else that of the properties', async () => {
  const said = core('<dc:language>pt-br</dc:language>')
  assert.equal((await parseDocx(docx(paragraph('x'), { ...said, ...lang('fr-FR') }))).lang, 'fr-FR')
  assert.equal(
    (await parseDocx(docx(paragraph('x'), { ...said, ...lang('x-none') }))).lang,
    'pt-BR',
  )
  assert.equal((await parseDocx(docx(paragraph('x')))).lang, null)
})

test('strong, emphasis, links and indices are marks; other formatting is counted', async () => {
  const document = await parseDocx(
    docx(
      paragraph(
        run('un ') +
          run('deux', '<w:b/>') +
          run(' trois', '<w:i/>') +
          run(' 1') +
          run('er', '<w:vertAlign w:val="superscript"/>') +
          `<w:hyperlink r:id="rLink">${run(' lien')}</w:hyperlink>` +
          run(' souligné', '<w:u w:val="single"/>') +
          run('barré', '<w:strike/>'),
      ),
    ),
  )
  const [block] = document.blocks
  assert.equal(block?.text, 'un deux trois 1er lien soulignébarré')
  assert.deepEqual(block.marks, [
    { kind: 'strong', start: 3, end: 7 },
    { kind: 'emphasis', start: 7, end: 13 },
    { kind: 'superscript', start: 15, end: 17 },
    { kind: 'link', href: 'https://example.org/', start: 17, end: 22 },
  ])
  assert.deepEqual(droppedFrom(document), { 'formatting of u': 1, 'formatting of s': 1 })
})

const numbering = {
  'word/numbering.xml': wordPart(
    'numbering',
    '<w:abstractNum w:abstractNumId="1">' +
      Array.from(
        { length: 9 },
        (_, level) =>
          `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${level === 0 ? 'decimal' : 'bullet'}"/></w:lvl>`,
      ).join('') +
      '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
  ),
}

const item = (text: string, level: number): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`

test('lists keep their nesting, also at the ninth level', async () => {
  const items = Array.from({ length: 9 }, (_, level) => item(`n${level + 1}`, level))
  const document = await parseDocx(docx(items.join('') + item('deux', 0), numbering))
  assert.deepEqual(outlineOf(document).at(0), 'list-item|1|1|n1')
  assert.deepEqual(outlineOf(document).at(8), 'list-item|9|-|n9')
  assert.deepEqual(outlineOf(document).at(9), 'list-item|1|2|deux')
})

const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`

test('a table is its cells, and a picture is its alternative or counted', async () => {
  const document = await parseDocx(
    docx(
      `<w:tbl><w:tr>${cell('a')}${cell('b')}</w:tr><w:tr>${cell('c')}${cell('d')}</w:tr></w:tbl>` +
        paragraph(picture('Une carte')) +
        paragraph(run('avant') + picture('')),
    ),
  )
  assert.deepEqual(outlineOf(document), [
    'table|0|-|a\tb\nc\td',
    'figure|0|-|Une carte',
    'paragraph|0|-|avant',
  ])
  assert.deepEqual(droppedFrom(document), { 'image without alternative': 1 })
})

const reference = (kind: string, id: number): string =>
  `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`

const note = (kind: string, id: number, inside: string): string =>
  `<w:${kind} w:id="${id}">${inside}</w:${kind}>`

test('footnotes and endnotes are notes, and their references are words', async () => {
  const document = await parseDocx(
    docx(paragraph(run('mot') + reference('footnote', 2) + run(' et') + reference('endnote', 1)), {
      'word/footnotes.xml': wordPart(
        'footnotes',
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>' +
          note(
            'footnote',
            2,
            paragraph(`<w:r><w:footnoteRef/></w:r>${run(' Un')}`) + paragraph('deux'),
          ),
      ),
      'word/endnotes.xml': wordPart('endnotes', note('endnote', 1, paragraph('Fin'))),
    }),
  )
  assert.deepEqual(outlineOf(document), [
    'paragraph|0|-|mot1 et2',
    'note|0|1|Un\ndeux',
    'note|0|2|Fin',
  ])
  assert.deepEqual(document.blocks[0]?.marks, [
    { kind: 'superscript', start: 3, end: 4 },
    { kind: 'note-reference', note: '1', start: 3, end: 4 },
    { kind: 'superscript', start: 7, end: 8 },
    { kind: 'note-reference', note: '2', start: 7, end: 8 },
  ])
  assert.deepEqual(document.dropped, [])
})

test('other prefixes of the same namespaces say the same', async () => {
  const body = `<ns0:p><ns0:r><ns0:t>un</ns0:t></ns0:r><ns0:ins><ns0:fldSimple><ns0:r><ns0:t> deux</ns0:t></ns0:r></ns0:fldSimple></ns0:ins></ns0:p>`
  const document = await parseDocx(
    docx('', {
      'word/document.xml': `<ns0:document xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><ns0:body>${body}</ns0:body></ns0:document>`,
    }),
  )
  assert.deepEqual(outlineOf(document), ['paragraph|0|-|un deux'])
  assert.deepEqual(droppedFrom(document), { 'tracked insertion, kept': 1 })
})

test('somebody’s own data in the file are not looked at', async () => {
  const own = { 'customXml/item1.xml': '<!DOCTYPE a><a/>' }
  assert.deepEqual(outlineOf(await parseDocx(docx(paragraph('lu'), own))), ['paragraph|0|-|lu'])
})

test('a style map in the file changes nothing', async () => {
  const hostile = { 'mammoth/style-map': "p => !\np[style-name='x'] => script" }
  assert.deepEqual(outlineOf(await parseDocx(docx(paragraph('lu'), hostile))), ['paragraph|0|-|lu'])
})
