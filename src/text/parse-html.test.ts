import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

import { sharedData } from '../../test/shared-data.ts'
import { normaliseText } from './normalise-text.ts'
import { parseHtml } from './parse-html.ts'

function outlineOf(html: string): string[] {
  return parseHtml(html).blocks.map(({ kind, level, number, text }) =>
    [kind, level, number ?? '-', text].join('|'),
  )
}

function droppedFrom(html: string): Record<string, number> {
  return Object.fromEntries(parseHtml(html).dropped.map(({ what, count }) => [what, count]))
}

test('the first h1 is the title and the document says its language', () => {
  const { title, lang, blocks } = parseHtml(
    '<html lang="FR-fr"><title>no</title><h1>Villes <em>intelligentes</em><br>partagées</h1><p>a</p><h1>Suite</h1>',
  )
  assert.equal(title, 'Villes intelligentes partagées')
  assert.equal(lang, 'fr-FR')
  assert.deepEqual(
    blocks.map(({ kind, level, text }) => [kind, level, text]),
    [
      ['paragraph', 0, 'a'],
      ['part', 1, 'Suite'],
    ],
  )
})

test('a document with no h1 has the title of its head, or none', () => {
  assert.equal(parseHtml('<title> Un&nbsp;titre </title><p>a').title, 'Un\u00A0titre')
  assert.equal(parseHtml('<p>a').title, null)
})

test('headings become parts, chapters, sections and numbered propositions', () => {
  assert.deepEqual(
    outlineOf(
      '<h2>Ouverture</h2><h3>Données</h3><h4>Publiques</h4><h5>Ici</h5>' +
        '<h3>Proposition 7 – Ouvrir</h3><h3>Article 1er - Dire</h3><h2>Art. 40-2 bis. Faire</h2>' +
        '<h3>Propuesta n.º 12: abrir</h3><h3>المادة 3</h3><h3>Articles 3 à 5</h3>',
    ),
    [
      'part|1|-|Ouverture',
      'chapter|2|-|Données',
      'section|3|-|Publiques',
      'section|4|-|Ici',
      'proposition|2|7|Proposition 7 – Ouvrir',
      'proposition|2|1er|Article 1er - Dire',
      'proposition|1|40-2 bis|Art. 40-2 bis. Faire',
      'proposition|2|12|Propuesta n.º 12: abrir',
      'proposition|2|3|المادة 3',
      'chapter|2|-|Articles 3 à 5',
    ],
  )
})

test('line breaks and no-break spaces stay, other white space is one space', () => {
  const [block] = parseHtml('<p> a&nbsp;:  <br />\n b\n\tc <b> d</b> <br></p>').blocks
  assert.equal(block?.text, 'a\u00A0:\nb c d')
  assert.equal(parseHtml('<pre>un\n  deux</pre>').blocks[0]?.text, 'un\ndeux')
})

test('a text is composed to NFC, and its marks with it', () => {
  const [block] = parseHtml('<p>e\u0301te\u0301 <b>cafe\u0301</b> e<i>\u0301</i>').blocks
  assert.equal(block?.text, 'été café é')
  assert.deepEqual(block.marks, [{ kind: 'strong', start: 4, end: 8 }])
})

test('a mark ends before the space that a line break swallows', () => {
  const [block] = parseHtml('<p><b>a </b><br>b</p>').blocks
  assert.deepEqual([block?.text, block?.marks], ['a\nb', [{ kind: 'strong', start: 0, end: 1 }]])
})

test('strong, emphasis, links and languages are marks on the words', () => {
  const html =
    '<html lang="fr"><p lang="en">the <strong>open</strong> <b>data</b> <a href="https://a.org/?b&amp;c"><em>act</em></a>' +
    ' <span lang="fr">loi</span> 1<sup>er</sup>'
  const [block] = parseHtml(html).blocks
  assert.equal(block?.text, 'the open data act loi 1er')
  assert.deepEqual(block.marks, [
    { kind: 'language', lang: 'en', start: 0, end: 18 },
    { kind: 'strong', start: 4, end: 8 },
    { kind: 'strong', start: 9, end: 13 },
    { kind: 'link', href: 'https://a.org/?b&c', start: 14, end: 17 },
    { kind: 'emphasis', start: 14, end: 17 },
    { kind: 'language', lang: 'en', start: 21, end: 25 },
    { kind: 'superscript', start: 23, end: 25 },
  ])
})

test('only links to the web and to mail are kept, the others are counted and their words stay', () => {
  const html =
    '<p><a href="javascript:alert(1)">a</a><a href=" JAVA\nSCRIPT:x">b</a><a href="/x">c</a>' +
    '<a href="#n1">d</a><a href="data:text/html,x">e</a><a href="mailto:a@b.org">f</a><a>g</a>'
  const [block] = parseHtml(html).blocks
  assert.equal(block?.text, 'abcdefg')
  assert.deepEqual(block.marks, [{ kind: 'link', href: 'mailto:a@b.org', start: 5, end: 6 }])
  assert.deepEqual(droppedFrom(html), {
    'javascript: link': 1,
    'relative link': 2,
    'internal link': 1,
    'data: link': 1,
  })
})

test('lists keep their nesting and their numbers, and what follows in an item is a paragraph', () => {
  assert.deepEqual(
    outlineOf(
      '<ol type="a" start="2"><li>un<ul><li>deux</li></ul>trois</li><li value="5"><p>quatre</p><p>cinq</p></li></ol>',
    ),
    [
      'list-item|1|b|un',
      'list-item|2|-|deux',
      'paragraph|0|-|trois',
      'list-item|1|e|quatre',
      'paragraph|0|-|cinq',
    ],
  )
})

test('each paragraph of a quotation is a quote, its headings as well', () => {
  assert.deepEqual(
    outlineOf('<blockquote>un<p>deux</p><h2>trois</h2><ul><li>quatre</ul></blockquote>'),
    ['quote|0|-|un', 'quote|0|-|deux', 'quote|0|-|trois', 'list-item|1|-|quatre'],
  )
})

test('a table is its cells joined by TAB and its rows by LF, with its caption before it', () => {
  const { blocks } = parseHtml(
    '<table><caption>Budget</caption><thead><tr><th>Poste<th>Euros</thead>' +
      '<tr><td>Études<br>et <b>plans</b><td><p>1</p><p>000</p><tr><td><td>x</table>',
  )
  assert.deepEqual(
    blocks.map(({ kind, text }) => [kind, text]),
    [
      ['paragraph', 'Budget'],
      ['table', 'Poste\tEuros\nÉtudes et plans\t1 000\n\tx'],
    ],
  )
  assert.deepEqual(blocks[1]?.marks, [{ kind: 'strong', start: 22, end: 27 }])
})

test('the alternative and the caption of a figure are its text', () => {
  assert.deepEqual(
    outlineOf(
      '<figure><img alt="Une carte"><figcaption>Les <b>villes</b></figcaption></figure>' +
        '<p>avant <img alt="Un plan"> après <img alt="">fin</p>' +
        '<figure><blockquote>dit</blockquote><figcaption>elle</figcaption></figure>',
    ),
    [
      'figure|0|-|Une carte\nLes villes',
      'paragraph|0|-|avant',
      'figure|0|-|Un plan',
      'paragraph|0|-|après fin',
      'quote|0|-|dit',
      'paragraph|0|-|elle',
    ],
  )
})

test('whatever is left out is counted', () => {
  assert.deepEqual(
    droppedFrom(
      '<!-- c --><script>x</script><style>y</style><p onclick="x()" style="color:red">a <u>b</u></p>' +
        '<p>&nbsp;</p><p> <br> </p><li></li><h2> </h2><form><p>c</p></form><svg><text>d</text></svg>' +
        '<template><p>e</p></template><p hidden>f</p><img src="x"><iframe></iframe><hr>' +
        '<table><tr><td colspan="2"></table><p lang="fr_FR">g',
    ),
    {
      comment: 1,
      script: 1,
      style: 1,
      'event handler': 1,
      'style attribute': 1,
      'formatting of u': 1,
      form: 1,
      svg: 1,
      template: 1,
      'hidden element': 1,
      iframe: 1,
      hr: 1,
      'merged cells': 1,
      'empty paragraph': 2,
      'empty list item': 1,
      'empty heading': 1,
      'image without alternative': 1,
      'empty table': 1,
      'malformed language': 1,
    },
  )
})

const bill = sharedData('republique-numerique/bill.html')

test(
  'the bill for a digital republic gives its 18 parts, 30 articles and 219 paragraphs',
  { skip: bill === null && 'needs SHARED_DATA' },
  () => {
    const { title, lang, blocks, dropped } = parseHtml(readFileSync(bill ?? '', 'utf8'))
    const ofKind = (kind: string): typeof blocks => blocks.filter((block) => block.kind === kind)
    assert.equal(title, 'Projet de loi pour une République numérique')
    assert.equal(lang, 'fr')
    assert.equal(ofKind('part').length, 18)
    assert.deepEqual(
      ofKind('proposition').map(({ number }) => number),
      Array.from({ length: 30 }, (_, index) => String(index + 1)),
    )
    assert.equal(ofKind('paragraph').length, 219)
    assert.equal(blocks.length, 18 + 30 + 219)
    assert.deepEqual(dropped, [])
    for (const { text } of blocks) assert.equal(normaliseText(text), text)
  },
)
