import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

import { docx, paragraph, paragraphStyle, run, wordPart } from '../../test/docx.ts'
import { sharedData } from '../../test/shared-data.ts'
import { normaliseText } from './normalise-text.ts'
import { isHeading } from './outline.ts'
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

test('insertions are kept, deletions are not, and both are counted with the comments', async () => {
  const document = await parseDocx(
    docx(
      paragraph(
        run('un') +
          `<w:ins w:id="1">${run(' deux')}</w:ins>` +
          '<w:del w:id="2"><w:r><w:delText> trois</w:delText></w:r></w:del>' +
          '<w:r><w:commentReference w:id="1"/></w:r>',
      ),
      {
        'word/comments.xml': wordPart(
          'comments',
          `<w:comment w:id="1">${paragraph('non')}</w:comment>`,
        ),
      },
    ),
  )
  assert.deepEqual(outlineOf(document), ['paragraph|0|-|un deux'])
  assert.deepEqual(droppedFrom(document), {
    'tracked insertion, kept': 1,
    'tracked deletion': 1,
    comment: 1,
  })
})

test('words in fields, in embedded directions and in round frames are kept', async () => {
  const document = await parseDocx(
    docx(
      paragraph(
        run('Figure ') +
          `<w:fldSimple w:instr="SEQ Figure">${run('4')}</w:fldSimple>` +
          `<w:dir w:val="rtl">${run(' المادة')}</w:dir><w:bdo w:val="ltr">${run(' b')}</w:bdo>` +
          '<w:r><w:cr/></w:r>' +
          `<w:ruby><w:rt>${run('petit')}</w:rt><w:rubyBase>${run('grand')}</w:rubyBase></w:ruby>`,
      ) +
        paragraph(
          `<w:r><w:pict><v:oval><v:textbox><w:txbxContent>${paragraph('rond')}</w:txbxContent></v:textbox></v:oval></w:pict></w:r>`,
        ),
    ),
  )
  assert.deepEqual(outlineOf(document), [
    'paragraph|0|-|Figure 4 المادة b\ngrand',
    'paragraph|0|-|rond',
  ])
  assert.deepEqual(droppedFrom(document), { 'formatting of ruby': 1 })
})

test('words that Word hides are no text, unless they belong to a field', async () => {
  const document = await parseDocx(
    docx(
      paragraph(
        run('vu') +
          run(' caché', '<w:vanish/>') +
          run(' montré', '<w:vanish w:val="0"/>') +
          '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>' +
          '<w:r><w:instrText>XE "mot"</w:instrText></w:r>' +
          '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="end"/><w:t> fin</w:t></w:r>',
      ),
    ),
  )
  assert.deepEqual(outlineOf(document), ['paragraph|0|-|vu montré fin'])
  assert.deepEqual(droppedFrom(document), { 'hidden text': 1 })
})

const box = `<w:drawing><wp:inline><a:graphic><a:graphicData><wps:txbx><w:txbxContent>${paragraph('encadré')}</w:txbxContent></wps:txbx></a:graphicData></a:graphic></wp:inline></w:drawing>`
const choice = (fallback: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box}</mc:Choice>${fallback}</mc:AlternateContent></w:r>`
const shape = `<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('gardé')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>`
const chart =
  '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData/></a:graphic></wp:inline></w:drawing></w:r>'

test('text boxes, equations, objects, headers and footers that are lost are counted', async () => {
  const document = await parseDocx(
    docx(
      paragraph(run('a') + choice('')) +
        paragraph(run('b') + choice(shape)) +
        paragraph(run('c') + chart) +
        paragraph(`${run('d')}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>`) +
        paragraph(`${run('e')}<w:r><w:object><o:OLEObject ProgID="Excel"/></w:object></w:r>`) +
        paragraph(`${run('f')}<w:unheard>${run('perdu')}</w:unheard><w:unheard/>`),
      {
        'word/header1.xml': wordPart('hdr', paragraph('Brouillon')),
        'word/footer1.xml': wordPart('ftr', paragraph('12')),
      },
    ),
  )
  assert.deepEqual(
    outlineOf(document).map((line) => line.slice(14)),
    ['a', 'b', 'gardé', 'c', 'd', 'e', 'f'],
  )
  assert.deepEqual(droppedFrom(document), {
    'text box': 1,
    drawing: 1,
    equation: 1,
    'embedded object': 1,
    header: 1,
    'element unheard': 2,
  })
})

const level = (depth: number, text: string): string =>
  `<w:lvl w:ilvl="${depth}"><w:numFmt w:val="decimal"/><w:lvlText w:val="${text}"/></w:lvl>`
const listed = (list: number, depth: number): string =>
  `<w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`

test('a table of contents, and numbers of a script that is not known here, are counted', async () => {
  const arabic = level(0, '%1.').replace('decimal', 'arabicAbjad')
  const document = await parseDocx(
    docx(
      paragraph('Ouverture 3', 'TM1') +
        paragraph('Ouverture', 'Titre1') +
        paragraph(listed(1, 0) + run('un')),
      {
        ...styles(paragraphStyle('TM1', 'toc 1'), paragraphStyle('Titre1', 'heading 1')),
        'word/numbering.xml': wordPart(
          'numbering',
          `<w:abstractNum w:abstractNumId="4">${arabic}</w:abstractNum>` +
            '<w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>',
        ),
      },
    ),
  )
  assert.deepEqual(outlineOf(document), ['part|1|-|Ouverture', 'list-item|1|1|un'])
  assert.deepEqual(droppedFrom(document), {
    'line of a table of contents': 1,
    'number of another script': 1,
  })
})

const note = (id: number, words: string): string =>
  `<w:footnote w:id="${id}">${paragraph(words)}</w:footnote>`
const reference = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`

test('a note to which nothing refers is counted, also when its reference was deleted', async () => {
  const document = await parseDocx(
    docx(paragraph(`${run('mot')}${reference(1)}<w:del w:id="9">${reference(2)}</w:del>`), {
      'word/footnotes.xml': wordPart(
        'footnotes',
        note(1, 'Un') + note(2, 'Deux') + note(3, 'Trois') + note(4, ' '),
      ),
    }),
  )
  assert.deepEqual(outlineOf(document), ['paragraph|0|-|mot1', 'note|0|1|Un'])
  assert.deepEqual(droppedFrom(document), {
    'tracked deletion': 1,
    'note without a reference': 2,
  })
})

const manuscript = sharedData('word/chapter04.docx')

test(
  'a manuscript keeps its 47 insertions; 36 deletions and 10 comments are counted',
  { skip: manuscript === null && 'needs SHARED_DATA' },
  async () => {
    const document = await parseDocx(readFileSync(manuscript ?? ''))
    assert.equal(document.lang, 'en-US')
    assert.equal(document.blocks.length, 515)
    assert.equal(document.blocks.filter(({ kind }) => kind === 'list-item').length, 17)
    const heads = document.blocks.filter((block) => isHeading(block))
    assert.deepEqual([heads.length, heads[0]?.text], [21, 'What Is Ownership?'])
    const listings = document.blocks.filter(({ text }) => /^Listing 4-\d /.test(text))
    assert.deepEqual(
      listings.map(({ text }) => text.slice(0, 11)),
      Array.from({ length: 9 }, (_, at) => `Listing 4-${at + 1}`),
    )
    assert.deepEqual(droppedFrom(document), {
      'tracked deletion': 36,
      'tracked insertion, kept': 47,
      comment: 10,
      'empty list item': 1,
      'image without alternative': 7,
      'empty paragraph': 7,
    })
    for (const { text } of document.blocks) assert.equal(normaliseText(text), text)
  },
)
