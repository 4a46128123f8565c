import { docx, paragraph, picture, run, wordPart } from '../../docx.ts'
import { svg } from '../../picture-files.ts'
import { escapeXml, headingStyles } from './write-documents.ts'

const officeUri = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const evil = '"><img src=x onerror=hit()>'

/** Files of Word whose links, fields, parts and pictures lead to a program. */
const bodies: [body: string, parts?: Record<string, string | Uint8Array>][] = [
  ...[
    'javascript:hit()',
    'JAVASCRIPT:hit()',
    ' javascript:hit()',
    'java&#9;script:hit()',
    'vbscript:hit()',
    'data:text/html,&lt;script&gt;hit()&lt;/script&gt;',
    'https://example.org/&quot; onclick=&quot;hit()',
    'file:///hit()',
  ].map((target): [string, Record<string, string>] => [
    `<w:p><w:hyperlink r:id="rLink">${run('hit()')}</w:hyperlink></w:p>`,
    { 'word/_rels/document.xml.rels': relations(['rLink', 'hyperlink', target]) },
  ]),
  [field('HYPERLINK "javascript:hit()"')],
  [field('HYPERLINK "https://example.org/&quot;&gt;&lt;script&gt;hit()&lt;/script&gt;"')],
  [field('HYPERLINK \\l "javascript:hit()" \\o "&lt;script&gt;hit()&lt;/script&gt;"')],
  [field('INCLUDEPICTURE "javascript:hit()"')],
  [field('DDEAUTO c:\\\\windows "hit()"')],
  [
    `<w:p>${picture(escapeXml(evil))}</w:p>`,
    { 'word/media/image1.png': svg('<script>hit()</script>') },
  ],
  [
    '<w:altChunk r:id="rChunk"/>',
    {
      'word/_rels/document.xml.rels': relations(['rChunk', 'aFChunk', 'chunk.html']),
      'word/chunk.html':
        '<html><body><script>hit()</script><img src=x onerror=hit()></body></html>',
    },
  ],
  [`<w:p><w:r><w:t>&lt;script&gt;hit()&lt;/script&gt;</w:t></w:r></w:p>`],
  [`<w:p><w:r><w:t><![CDATA[<script>hit()</script>]]></w:t></w:r></w:p>`],
  [`<w:p><script xmlns="http://www.w3.org/1999/xhtml">hit()</script>${run('hit()')}</w:p>`],
  [`<w:p><w:bookmarkStart w:id="1" w:name="${escapeXml(evil)}"/>${run('hit()')}</w:p>`],
  [`<w:p><w:r><w:sym w:font="${escapeXml(evil)}" w:char="F0FC"/></w:r>${run('hit()')}</w:p>`],
  [`<w:p><w:r><w:rPr><w:lang w:val="${escapeXml(evil)}"/></w:rPr><w:t>hit()</w:t></w:r></w:p>`],
  [
    `<w:p><w:r><w:rPr><w:color w:val="red;background:url(//other.test/)"/></w:rPr><w:t>hit()</w:t></w:r></w:p>`,
  ],
  [`<w:p><w:ins w:author="${escapeXml(evil)}">${run('hit()')}</w:ins></w:p>`],
  [
    `<w:p><w:r><w:object><o:OLEObject ProgID="htmlfile" r:id="rImage"/></w:object></w:r>${run('hit()')}</w:p>`,
  ],
  [
    `<w:p><w:r><w:t>hit()</w:t><w:footnoteReference w:id="2"/></w:r></w:p>`,
    {
      'word/footnotes.xml': wordPart(
        'footnotes',
        `<w:footnote w:id="2">${paragraph(run(escapeXml(evil)))}</w:footnote>`,
      ),
    },
  ],
  [
    `<w:p><w:r><w:pict><v:shape href="javascript:hit()" alt="${escapeXml(evil)}"/></w:pict></w:r>${run('hit()')}</w:p>`,
  ],
]

function field(instruction: string): string {
  return `<w:p>${fieldPart('begin')}<w:r><w:instrText>${instruction}</w:instrText></w:r>${fieldPart('separate')}${run('hit()')}${fieldPart('end')}</w:p>`
}

function fieldPart(type: string): string {
  return `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
}

function relations(...all: [id: string, type: string, target: string][]): string {
  const each = all.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${officeUri}/${type}" Target="${target}"${type === 'hyperlink' ? ' TargetMode="External"' : ''}/>`,
  )
  const uri = 'http://schemas.openxmlformats.org/package/2006/relationships'
  return `<Relationships xmlns="${uri}">${each.join('')}</Relationships>`
}

export const wordFiles: readonly Uint8Array[] = bodies.map(([body, parts = {}], at) => {
  const name = (text: string) => text.replaceAll('hit()', `hit(${9501 + at})`)
  const named = Object.entries(parts).map(([path, part]) => [
    path,
    typeof part === 'string' ? name(part) : part,
  ])
  const head = paragraph(`Fichier ${at}`, 'Heading1') + paragraph('Partie', 'Heading2')
  return docx(name(head + paragraph('Mots.') + body), {
    ...headingStyles,
    ...Object.fromEntries(named),
  })
})
