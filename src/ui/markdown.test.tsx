import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { HtmlValidate } from 'html-validate'

import { Markdown } from './markdown.tsx'

async function htmlOf(source: string): Promise<string> {
  const page = new Hono().get('/', (c) => c.html(<Markdown source={source} lang="fr" />))
  return (await page.request('/')).text()
}

test('what somebody wrote says its language, and its links vouch for nothing', async () => {
  assert.equal(
    await htmlOf('Un **mot**\nvoir [ici](https://a.org/?b&c)\n\n3. trois'),
    '<div class="typed" lang="fr" dir="auto"><p>Un <strong>mot</strong><br/>voir ' +
      '<a href="https://a.org/?b&amp;c" rel="nofollow ugc noopener">ici</a></p>' +
      '<ol start="3"><li>trois</li></ol></div>',
  )
})

test('nothing that was typed becomes an element of the page', async () => {
  assert.equal(
    await htmlOf('<script>alert("a")</script>'),
    '<div class="typed" lang="fr" dir="auto"><p>&lt;script&gt;alert(&quot;a&quot;)&lt;/script&gt;</p></div>',
  )
})

test('what comes out is valid HTML, however odd what went in', async () => {
  const validate = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: { 'void-style': 'off' },
  })
  const sources = [
    '',
    '#',
    '>',
    '-',
    '- -',
    '[]()',
    '[ ](http://a.org)',
    '![](http://a.org)',
    '****',
    '~~~~',

    '- a\n\n  b\n- # c\n  > d\n  > 1. e',
    '# [![a](http://b.org)](http://c.org)',
    '```\na\n```',

    '[http://a.org](http://b.org) http://c.org',
    '###### a\n\n# b\n\n### c',
    '0. a\n\n***\n\n1) b',
  ]
  for (const source of sources) {
    const page = `<!DOCTYPE html><html lang="fr"><head><title>a</title></head><body><h1>a</h1><h2>b</h2>${await htmlOf(source)}</body></html>`
    const { results } = await validate.validateString(page)
    const messages = results.flatMap((result) => result.messages.map(({ message }) => message))
    assert.deepEqual(messages, [], source)
  }
})
