import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { offeredLocales } from '../platform/messages.ts'
import { sayLost } from './say-lost.ts'

const readers = [
  'docx-body',
  'docx-elements',
  'docx-paragraphs',
  'docx-unread',
  'html-blocks',
  'html-elements',
  'html-flat',
  'html-styles',
  'parse-docx',
  'parse-markdown-document',
] as const

test('whatever a reader counts as lost is said in a sentence, in every language', async () => {
  const named = ['element x', 'formatting of u', 'tel: link', 'embedded object', 'iframe', 'math']
  for (const reader of readers) {
    const source = await readFile(new URL(`../text/${reader}.ts`, import.meta.url), 'utf8')
    const counted = source.matchAll(/\b(?:drop|report|lose)\((?:[^'()]*\? )?'([^']+)'/g)
    named.push(...[...counted].map(([, what = '']) => what))
  }
  assert.ok(named.length > 25, String(named.length))
  for (const what of named) {
    for (const locale of offeredLocales) {
      assert.ok(sayLost(locale, { what, count: 2 }), what)
    }
  }
})
