import assert from 'node:assert/strict'
import { test } from 'node:test'
import { requireBrowser } from './journeys.ts'
import { GOOD, visitSample } from './sample-pages.ts'
import type { Sample } from './sample-pages.ts'
import { openPage } from './visit.ts'

const problemSamples: [string, Sample, RegExp[]][] = [
  ['a good page', GOOD, []],
  [
    'a request to another origin',
    { body: '<img src="http://elsewhere.example/a.png" alt="">', policy: 'img-src *' },
    [/^request to another origin: http:\/\/elsewhere/, /^request failed: .*NAME_NOT_RESOLVED/],
  ],
  [
    'an inline style that the policy forbids',
    { body: '<p style="color: red">Red</p>' },
    [/^CSP violation: Applying inline style/],
  ],
  [
    'another origin that the policy forbids',
    { body: '<img src="http://elsewhere.example/a.png" alt="">' },
    [/^CSP violation: Loading the image/, /^request to another origin/],
  ],
  ['a missing image', { body: '<img src="/none" alt="">' }, [/^status 404: .*\/none$/]],
  ['a page that broke', { body: '', status: 500 }, [/^status 500/]],
  ['a refused form', { body: '', status: 422 }, []],
]

for (const [name, sample, expected] of problemSamples) {
  for (const script of [true, false]) {
    test(`notes the problems of ${name}, scripts ${script ? 'on' : 'off'}`, async (t) => {
      const visit = await visitSample(t, sample, { script })
      if (visit === null) return
      const problems = visit.problems.splice(0)
      assert.equal(problems.length, expected.length, problems.join('\n'))
      for (const [index, problem] of problems.entries()) {
        assert.match(problem, expected[index] ?? /^$/)
      }
    })
  }
}

test('notes what a script throws and logs as an error', async (t) => {
  const body = '<script>console.error("bad"); throw new Error("worse")</script>'
  const visit = await visitSample(t, { body, policy: "script-src 'unsafe-inline'" }, {})
  if (visit === null) return
  assert.deepEqual(visit.problems.splice(0).toSorted(), ['console error: bad', 'page error: worse'])
})

test('a visit with problems fails when it closes', async (t) => {
  const browser = await requireBrowser(t)
  if (browser === null) return
  const options = { baseUrl: 'http://127.0.0.1:1', script: true, width: 320, locale: 'fr' } as const
  const { page, close } = await openPage(browser, options)
  await assert.rejects(page.goto('/'))
  await assert.rejects(close(), /request failed: .*ERR_/)
})

test('a visit speaks the language and carries the cookie it was given', async (t) => {
  const cookie = { name: 'session', value: 'abc' }
  const visit = await visitSample(t, GOOD, { locale: 'ar-EG', cookie })
  if (visit === null) return
  const headers = await visit.response.request().allHeaders()
  assert.match(headers['accept-language'] ?? '', /^ar-EG/)
  assert.equal(headers['cookie'], 'session=abc')
})
