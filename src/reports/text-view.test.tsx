import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { Child } from 'hono/jsx'
import { html } from 'hono/html'

import { makeBlocks, parseHtml } from '../text/index.ts'
import { BlockText, MarkedText } from './text-view.tsx'

const htmlOf = async (child: Child): Promise<string> => (await html`${child}`).toString()

test('a reference to a note is raised once, and a note stands with its number', async () => {
  const { blocks } = parseHtml(
    '<p>Un mot<sup><a href="#n">1</a></sup></p><div role="doc-footnote" id="n"><p>Dit</p><p>redit</p></div>',
  )
  const [text, note] = makeBlocks(blocks, 'fr', () => 'aaaaaaaaaa')
  assert.ok(text && note)
  assert.equal(
    await htmlOf(<BlockText block={text} headingLevel={2} />),
    '<p>Un mot<sup>1</sup></p>',
  )
  assert.equal(
    await htmlOf(<BlockText block={note} headingLevel={2} />),
    '<p class="note"><span class="aside"><sup>1</sup> </span>Dit<br/>redit</p>',
  )
  const alone = {
    text: 'a1',
    marks: [{ kind: 'note-reference', note: '1', start: 1, end: 2 }],
  } as const
  assert.equal(
    await htmlOf(<MarkedText block={{ text: alone.text, marks: [...alone.marks] }} />),
    'a<sup>1</sup>',
  )
})

test('a sentence that turns the direction of its words leaves that of the next one alone', async () => {
  const parsed = { kind: 'paragraph', level: 0, number: null, marks: [] } as const
  const text = 'Un mot \u202Eretourné. La phrase d’après.'
  const [block, plain] = makeBlocks(
    [
      { ...parsed, marks: [], text },
      { ...parsed, marks: [], text: 'Un. Deux.' },
    ],
    'fr',
    () => 'aaaaaaaaaa',
  )
  assert.ok(block && plain)
  assert.equal(
    await htmlOf(<BlockText block={block} headingLevel={2} />),
    '<p><span class="isolated">Un mot \u202Eretourné.</span><span class="isolated"> La phrase d’après.</span></p>',
  )
  assert.equal(await htmlOf(<BlockText block={plain} headingLevel={2} />), '<p>Un. Deux.</p>')
})
