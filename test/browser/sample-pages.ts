import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before } from 'node:test'
import type { TestContext } from 'node:test'
import { requireBrowser } from './journeys.ts'
import { openPage } from './visit.ts'
import type { VisitOptions } from './visit.ts'

export type Sample = {
  html?: string
  body?: string
  css?: string
  status?: number
  policy?: string
}

const POLICY = "default-src 'self'; style-src 'self'"
const GOOD_BODY = `<p>Some <a href="/">linked</a> words.</p>
<section class="scroller" tabindex="0" aria-label="Wide"><p class="wide">Wide text</p></section>
<p class="aside">Seen by <span class="unseen">nobody but a screen reader</span> all</p>
<details><summary>More</summary><p class="wide">Closed</p></details>
<form method="post"><label>Words <input name="words" type="text"></label>
<button type="submit">Send</button></form>
<noscript><p>No script</p></noscript>`
const GOOD_CSS = `.scroller { overflow-x: auto } .wide { width: 3000px; text-align: end }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; white-space: nowrap }`

/** A page without faults, that has what an audit might take for some. */
export const GOOD: Sample = { body: GOOD_BODY, css: GOOD_CSS }

const samples = new Map<string, Sample>()
let baseUrl = ''

const server = createServer((request, response) => {
  const [name = '', isSheet] = (request.url ?? '').slice(1).split(/(\.css)$/)
  const sample = samples.get(name) ?? { body: '', status: 404 }
  response.statusCode = isSheet ? 200 : (sample.status ?? 200)
  response.setHeader('content-type', isSheet ? 'text/css' : 'text/html; charset=utf-8')
  response.setHeader('content-security-policy', sample.policy ?? POLICY)
  response.end(isSheet ? sample.css : writeHtml(name, sample))
})

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${readPort(server.address())}`
})
after(() => server.close())

/** A visit of a page made of this; null, the test being skipped, where there is no Chromium. */
export async function visitSample(t: TestContext, sample: Sample, options: Partial<VisitOptions>) {
  const browser = await requireBrowser(t)
  if (browser === null) return null
  const name = `page-${samples.size}`
  samples.set(name, sample)
  const defaults = { baseUrl, script: true, width: 1280 as const, locale: 'en' }
  const visit = await openPage(browser, { ...defaults, ...options })
  t.after(visit.close)
  const response = await visit.page.goto(`/${name}`)
  assert.ok(response)
  return { ...visit, response }
}

function writeHtml(name: string, { html, body = '' }: Sample): string {
  if (html !== undefined) return html
  const head = `<title>Page</title>\n<link rel="stylesheet" href="/${name}.css">\n`
  return wrap(
    '<html lang="en" dir="ltr">\n',
    `${head}<meta name="viewport" content="width=device-width">`,
    `<h1>One</h1>\n${body}`,
  )
}

export function wrap(html: string, head: string, body: string): string {
  return `<!doctype html>${html}<head>${head}</head>\n<body><main>${body}\n</main></body></html>`
}

function readPort(address: AddressInfo | string | null): number {
  assert.ok(address !== null && typeof address !== 'string')
  return address.port
}
