import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { openDatabase } from '../src/platform/db/connect.ts'
import { isAway } from '../src/platform/db/is-away.ts'
import { newKey, reportPath } from './take-part.ts'
import { appOn, openWorld, origin, type World } from './world.ts'

let world: World
let nour: { cookie: string }
before(async () => {
  world = await openWorld()
  nour = await world.person({ name: 'Nour' })
})
after(() => world.close())

const send = (path: string, type: string, body: string, as: { cookie: string } = nour) =>
  world.app.request(`${origin}${path}`, {
    method: 'POST',
    headers: { Cookie: as.cookie, Origin: origin, 'Content-Type': type },
    body,
  })

const urlencoded = 'application/x-www-form-urlencoded'

test('an address with a control character, or that is no percent-encoding, is not found', async () => {
  for (const path of [
    '/p/%00',
    '/e/%00/1',
    '/fr/reports/%00',
    '/fr/reports/petite-loi/passages/%01',
    '/fr/%E0%A4%A',
  ]) {
    const page = await world.get(path, nour)
    assert.equal(page.status, 404, path)
    assert.equal(page.headers.get('Cache-Control'), 'private, no-store', path)
  }
})

test('a control character in a form is taken out, and what was typed is kept', async () => {
  const block = await world.blockWith('Chaque commune publie')
  const path = `/fr/reports/petite-loi/passages/${block.id}/amendments`
  const form = `sentence=1&edition=1&key=${newKey()}&step=publish&wording=Une%00+autre%07+phrase.&body=Par%00ce+que.`
  const sent = await send(path, urlencoded, form)
  assert.equal(sent.status, 303)
  const page = await (
    await world.get((sent.headers.get('Location') ?? '').replace('/receipt', ''))
  ).text()
  assert.match(page, /Une autre phrase\./)
  assert.match(page, /Parce que\./)
})

test('a contribution whose kind was lost keeps its words, and what is wrong leads to something', async () => {
  const form = { kind: 'nothing', edition: 'none', body: 'Des mots à garder.', step: 'publish' }
  const sent = await world.post(`${reportPath}/contributions`, Object.entries(form), nour)
  assert.equal(sent.status, 422)
  const page = await sent.text()
  assert.match(page, /Des mots à garder/)
  assert.deepEqual(findLost(page), [])
})

test('an amendment whose edition was lost chooses its sentences again, its words are kept', async () => {
  const block = await world.blockWith('Chaque commune publie')
  const form = { edition: 'none', sentence: '1', wording: 'Autre chose.', body: 'Parce que.' }
  const path = `${reportPath}/passages/${block.id}/amendments`
  const sent = await world.post(path, Object.entries(form), nour)
  assert.equal(sent.status, 422)
  const page = await sent.text()
  assert.match(page, /Autre chose[.][^]*Parce que[.]/)
  assert.deepEqual(findLost(page), [])
})

test('an answer to nothing says so, and keeps its reason', async () => {
  const camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  const form: [string, string][] = [['reason', 'Une raison à garder.']]
  const sent = await world.post('/fr/workshop/reports/petite-loi/answers', form, camille)
  assert.equal(sent.status, 422)
  const page = await sent.text()
  assert.match(page, /Une raison à garder/)
  assert.deepEqual(findLost(page), [])
})

/** Where the summary of what is wrong leads, and nothing is. */
function findLost(page: string): string[] {
  const [, summary = ''] = /class="error-summary"[^>]*>([^]*?)<[/]div>/.exec(page) ?? []
  const named = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => id)
  assert.ok(named.length > 0, 'a summary stands on the page')
  return named.filter((id) => !page.includes(` id="${id}"`))
}

test('a method that no page uses is refused without a failure', async () => {
  for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
    for (const path of ['/', '/fr', '/fr/reports/petite-loi', '/fr/account/session', '/c/1']) {
      const headers = { Cookie: nour.cookie, Origin: origin }
      const { status } = await world.app.request(`${origin}${path}`, { method, headers })
      assert.ok(status >= 400 && status < 500, `${method} ${path}: ${status}`)
    }
  }
})

test('what is no form, or cannot be read as one, is refused with a page', async () => {
  const path = '/fr/account/session'
  const bodies: [string, string][] = [
    ['multipart/form-data; boundary=x', 'abc'],
    ['multipart/form-data', 'abc'],
    ['application/json', '{}'],
    ['text/plain', 'account=x'],
  ]
  for (const [type, body] of bodies) {
    const response = await send(path, type, body)
    assert.equal(response.status, 400, type)
    assert.match(await response.text(), /n’a pas pu être lu/)
  }
})

test('a form that is far too long is refused before it is read', async () => {
  const response = await send('/fr/account/session', urlencoded, `account=${'x'.repeat(2_100_000)}`)
  assert.equal(response.status, 413)
  assert.match(await response.text(), /C’est trop long/)
})

test('signing in leads back to a page of this site only', async () => {
  for (const address of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/fr\r\nx: y',
    '/é',
  ]) {
    const body = new URLSearchParams({ account: 'Nour', return: address }).toString()
    const response = await send('/fr/account/session', urlencoded, body)
    assert.deepEqual([response.status, response.headers.get('Location')], [303, '/fr'], address)
  }
})

test('an answer that sets a cookie, or answers a form, is kept by nobody', async () => {
  const response = await send('/fr/account/session', urlencoded, 'account=Nour&return=/fr')
  assert.match(response.headers.get('Set-Cookie') ?? '', /HttpOnly; SameSite=Lax/)
  assert.equal(response.headers.get('Cache-Control'), 'private, no-store')
})

test('a page that is not there offers no way off the site', async () => {
  const page = await (await world.get('//evil.example/x')).text()
  assert.doesNotMatch(page, /href="\/\/evil/)
})

test('when the database is away, pages say to try again and nothing hangs', async () => {
  const gone = await openWorld()
  await gone.close()
  assert.equal((await gone.get('/healthz')).status, 200)
  assert.equal((await gone.get('/readyz')).status, 503)
  await expectAway(await gone.get('/fr', nour), /Le site est indisponible pour le moment/)
  await expectAway(await gone.get('/en/journal'), /The site cannot be reached for the moment/)
  await expectAway(await gone.post('/fr/account/session', [['account', 'Nour']]), /Réessayez/)
})

test('a database that refuses, ends or has no room for a connection is away too', async () => {
  const nobody = openDatabase('postgres://nobody@127.0.0.1:1/none', () => {})
  await expectAway(await appOn(nobody.db).request(`${origin}/fr`), /indisponible/)
  await nobody.close()

  assert.equal(isAway(await errorOf('select pg_terminate_backend(pg_backend_pid())')), true)
  for (const code of ['08006', '53300', '57P01', '57P03']) {
    const raised = await errorOf(`do $$ begin raise 'no' using errcode = '${code}'; end $$`)
    assert.equal(isAway(raised), true, code)
  }
})

test('what the database refuses is no reason to try again', async () => {
  const wrong = await errorOf(`do $$ begin raise 'no' using errcode = '08P01'; end $$`)
  assert.equal(isAway(wrong), false, 'a message that we got wrong')
  const refused = await errorOf('select 1 / 0')
  assert.ok(refused instanceof Error)
  assert.equal(isAway(refused), false)
  assert.equal(isAway(new Error('one', { cause: refused })), false)
})

async function errorOf(statement: string): Promise<unknown> {
  return sql
    .raw(statement)
    .execute(world.db)
    .catch((error: unknown) => error)
}

async function expectAway(page: Response, words: RegExp): Promise<void> {
  assert.deepEqual(
    [page.status, page.headers.get('Retry-After'), page.headers.get('Cache-Control')],
    [503, '30', 'no-store'],
  )
  assert.match(await page.text(), words)
}

test('a form of tens of thousands of fields is refused before anything is made of them', async () => {
  const names = Array.from({ length: 60_000 }, (_, at) => `f${at}=`).join('&')
  const response = await send('/fr/account/session', urlencoded, names)
  assert.equal(response.status, 400)
})
