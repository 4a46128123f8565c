import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditPage } from './audit.ts'
import { GOOD, visitSample, wrap } from './sample-pages.ts'
import type { Sample } from './sample-pages.ts'

const faults: [string, Sample, string[]][] = [
  ['a good page', GOOD, []],
  [
    'no title',
    { html: wrap('<html lang="en" dir="ltr">', '', '<h1>One</h1>') },
    ['element-required-content: 1:43', 'document: html: no title', 'document-title: html'],
  ],
  [
    'no language',
    { html: wrap('<html dir="ltr">', '<title>Page</title>', '<h1>One</h1>') },
    ['element-required-attributes: 1:17', 'document: html: no lang', 'html-has-lang: html'],
  ],
  [
    'no direction',
    { html: wrap('<html lang="en">', '<title>Page</title>', '<h1>One</h1>') },
    ['document: html: no dir'],
  ],
  ['two first headings', { body: '<h1>Two</h1>' }, ['document: h1: 2 instead of one']],
  [
    'no main part',
    { html: '<!doctype html><html lang="en" dir="ltr"><title>Page</title><h1>One</h1></html>' },
    ['document: main: 0 instead of one'],
  ],
  ['an attribute given twice', { body: '<p id="a" id="b">1</p>' }, ['no-dup-attr: 6:11']],
  ['an id used twice', { body: '<p id="a">1</p><p id="a">2</p>' }, ['no-dup-id: 6:23']],
  [
    'a button without a name',
    { body: '<button type="button"></button>' },
    ['text-content: 6:2', 'button-name: button'],
  ],
  ['faint text', { body: '<p>Faint</p>', css: 'p { color: #999 }' }, ['color-contrast: p']],
  [
    'small targets',
    {
      body: '<p><button type="button">a</button><button type="button">b</button></p>',
      css: 'button { font-size: 8px; width: 10px; height: 10px; padding: 0; border: 0 }',
    },
    ['target-size: button:nth-child(1)', 'target-size: button:nth-child(2)'],
  ],
  [
    'a box wider than the screen',
    { body: '<div class="box"></div>', css: '.box { width: 1281px; height: 1px }' },
    ['layout: html: scrolls sideways'],
  ],
  [
    'text cut at the side',
    { body: '<p>Pneumonoultramicroscopic</p>', css: 'p { width: 5em; overflow: hidden }' },
    ['layout: p: cut off'],
  ],
  [
    'text cut by an ellipsis',
    {
      body: '<p id="t">Many a word</p>',
      css: 'p { width: 5em; overflow: clip; white-space: nowrap; text-overflow: ellipsis }',
    },
    ['layout: p#t: cut off'],
  ],
  [
    'text cut below',
    { body: '<p class="c">One<br>two</p>', css: 'p { height: 1.3em; overflow: hidden }' },
    ['layout: p.c: cut off'],
  ],
  [
    'text beside the screen',
    { body: '<p>Lost</p>', css: 'p { position: absolute; left: -9999px }' },
    ['layout: p: cut off'],
  ],
  [
    'text beside a screen that hides it',
    { body: '<p>Lost</p>', css: 'html { overflow-x: clip } p { position: relative; left: 100% }' },
    ['layout: html: scrolls sideways', 'layout: p: cut off'],
  ],
  [
    'focus that nobody sees',
    { body: '<p><a href="/">Link</a></p>', css: 'a:focus { outline: none }' },
    ['focus: a: unmarked'],
  ],
]

for (const [name, sample, expected] of faults) {
  for (const script of [true, false]) {
    test(`finds ${name}, scripts ${script ? 'on' : 'off'}`, async (t) => {
      const visit = await visitSample(t, sample, { script })
      if (visit === null) return
      const found = await auditPage(visit.page, await visit.response.text())
      assert.deepEqual(found.map(dropDetails), expected.map(dropDetails), found.join('\n'))
      for (const [index, sentence] of found.entries()) {
        assert.ok(sentence.startsWith(expected[index] ?? '?'), sentence)
      }
    })
  }
}

test('finds on a small screen what fits a large one', async (t) => {
  const css = '.box { width: 600px; height: 1px }'
  const sample = { body: '<div class="box"></div>', css }
  for (const touch of [false, true]) {
    const visit = await visitSample(t, sample, { width: 320, touch })
    if (visit === null) return
    const found = await auditPage(visit.page, await visit.response.text())
    assert.deepEqual(found, ['layout: html: scrolls sideways, 608 wide on a screen of 320'])
  }
})

test('an audited page without scripts has none afterwards', async (t) => {
  const policy = "script-src 'unsafe-inline'"
  const body = '<script>document.title = "scripted"</script>'
  const visit = await visitSample(t, { body, policy }, { script: false })
  if (visit === null) return
  await auditPage(visit.page, await visit.response.text())
  await visit.page.reload()
  assert.equal(await visit.page.title(), 'Page')
})

function dropDetails(finding: string): string {
  return finding.split(': ')[0] ?? ''
}
