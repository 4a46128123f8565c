import assert from 'node:assert/strict'
import { test } from 'node:test'

import { docx, paragraph, paragraphStyle, run, wordPart } from '../../test/docx.ts'
import { suggestHeadings } from './correct-headings.ts'
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

const drawn = (properties: string): string =>
  `<w:r><w:drawing><wp:inline>${properties}<a:graphic><a:graphicData/></a:graphic></wp:inline></w:drawing></w:r>`
const described = '<wp:docPr id="1" name="x" descr="Ventes de 2020 &amp; après"/>'
const older = (inside: string): string =>
  `<w:r><w:pict><v:shape alt="Carte de 1999">${inside}</v:shape></w:pict></w:r>`

test('what a chart, a drawing or an older picture says of itself is a figure', async () => {
  const document = await parseDocx(
    docx(
      paragraph(drawn(described)) +
        paragraph(older('<v:imagedata r:id="rImage"/>')) +
        paragraph(
          `<w:r><mc:AlternateContent><mc:Choice Requires="cx">${drawn(described).slice(5, -6)}</mc:Choice>` +
            '<mc:Fallback/></mc:AlternateContent></w:r>',
        ) +
        paragraph(drawn('<wp:docPr id="1" name="x"/>')),
    ),
  )
  assert.deepEqual(outlineOf(document), [
    'figure|0|-|Ventes de 2020 & après',
    'figure|0|-|Carte de 1999',
    'figure|0|-|Ventes de 2020 & après',
  ])
  assert.deepEqual(droppedFrom(document), { drawing: 1 })
})

test('a page ends a line, and a simple field keeps its link', async () => {
  const document = await parseDocx(
    docx(
      paragraph('<w:r><w:t>un</w:t><w:br w:type="page"/><w:t>deux</w:t></w:r>') +
        paragraph(
          `<w:fldSimple w:instr=' HYPERLINK "https://example.org/?a=1&amp;b=2" '>${run('lien')}</w:fldSimple>`,
        ) +
        paragraph('<w:r><w:t>com</w:t><w:softHyphen/><w:t>mune</w:t></w:r>'),
    ),
  )
  assert.deepEqual(
    document.blocks.map(({ text }) => text),
    ['un\ndeux', 'lien', 'commune'],
  )
  assert.deepEqual(document.blocks[1]?.marks, [
    { kind: 'link', href: 'https://example.org/?a=1&b=2', start: 0, end: 4 },
  ])
})

test('headings are also what a paragraph says itself, and what a template calls so', async () => {
  const bold = '<w:rPr><w:b/></w:rPr>'
  const document = await parseDocx(
    docx(
      `<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>${run('De lui-même')}</w:p>` +
        `<w:p><w:pPr><w:pStyle w:val="Corps"/><w:outlineLvl w:val="9"/></w:pPr>${run('Corps')}</w:p>` +
        paragraph('Lettre', 'HeadB') +
        paragraph('Chiffre', 'Titre3Annexe') +
        paragraph('Encadré', 'Titre d’encadré') +
        paragraph('Ordinaire', 'Corps'),
      styles(
        paragraphStyle('HeadB', 'HeadB'),
        paragraphStyle('Titre3Annexe', 'Titre 3 annexe'),
        paragraphStyle('Titre d’encadré', 'Titre d’encadré', bold),
        paragraphStyle('Corps', 'Corps', '<w:pPr><w:keepNext w:val="0"/></w:pPr>'),
      ),
    ),
  )
  assert.deepEqual(outlineOf(document), [
    'chapter|2|-|De lui-même',
    'paragraph|0|-|Corps',
    'chapter|2|-|Lettre',
    'section|3|-|Chiffre',
    'paragraph|0|-|Encadré',
    'paragraph|0|-|Ordinaire',
  ])
  assert.deepEqual(suggestHeadings(document.blocks), [4])
})

test('what one framed cell holds is read as it would be without its frame', async () => {
  const cell = `<w:tc>${paragraph('Article 3 – Ouvrir', 'Titre1')}${paragraph('Un.')}${paragraph('Deux.')}</w:tc>`
  const document = await parseDocx(
    docx(`<w:tbl><w:tr>${cell}</w:tr></w:tbl>`, styles(paragraphStyle('Titre1', 'heading 1'))),
  )
  assert.deepEqual(outlineOf(document), [
    'proposition|1|3|Article 3 – Ouvrir',
    'paragraph|0|-|Un.',
    'paragraph|0|-|Deux.',
  ])
  assert.deepEqual(droppedFrom(document), { 'frame around words': 1 })
})
