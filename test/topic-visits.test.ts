import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { forgetPosts } from '../src/spam/index.ts'
import { forgetVisitors } from '../src/topics/index.ts'
import { keepTopicsAs, question, readTopics } from './keep-topics.ts'
import { textOf, type Fields } from './take-part.ts'
import { openWorld, origin, testClock, type World } from './world.ts'

let world: World
let page: string
before(async () => {
  world = await openWorld()
  const camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  page = `${readTopics}/${await keepTopicsAs(world, camille).open({ ...question })}`
})
after(() => world.close())

const browser = 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/150.0'

/** Looks at the topic from an address, with a browser that calls itself so. */
async function look(from: string, agent = browser, headers: Fields = {}): Promise<void> {
  const asked = { 'User-Agent': agent, 'X-Forwarded-For': from, ...headers }
  const socket = { remoteAddress: '127.0.0.1' }
  const sent = await world.app.request(origin + page, { headers: asked }, { incoming: { socket } })
  assert.equal(sent.status, 200)
}

const shown = async () => {
  const [, count] = /<b>(\d+)<\/b> visites? estimées?/.exec(await textOf(world.get(page))) ?? []
  return Number(count)
}

test('a network’s browser counts once a day, robots and who is not known never', async () => {
  await look('203.0.113.5')
  await look('203.0.113.5')
  await look('203.0.113.77')
  assert.equal(await shown(), 1, 'one network')
  await look('203.0.113.5', `${browser} (another)`)
  await look('198.51.100.5')
  await look('2001:db8:1::5')
  await look('2001:db8:1:ffff::9')
  assert.equal(await shown(), 4)
  for (const robot of ['Googlebot/2.1', 'curl/8.0', '', 'SomeCrawler'])
    await look('192.0.2.9', robot)
  await look('unknown')
  assert.equal(await shown(), 4)
})

test('no cookie is set, no address is kept, and after midnight in Paris only a number', async () => {
  const sent = await world.get(page)
  assert.equal(sent.headers.get('Set-Cookie'), null)
  const { rows } = await sql<{ all: string }>`select string_agg(v::text, ' ') as all
    from topic_visitor v`.execute(world.db)
  assert.doesNotMatch(rows[0]?.all ?? '', /203\.0\.113|2001:db8|Firefox/)

  const tomorrow = new Date(testClock.now().getTime() + 24 * 3600 * 1000)
  await forgetVisitors(world.db, testClock.now())
  assert.equal(await countHashes(), 4, 'today’s are still compared')
  await forgetPosts(world.db, tomorrow, { compared: 90 })
  await forgetVisitors(world.db, tomorrow)
  await forgetVisitors(world.db, tomorrow)
  assert.equal(await countHashes(), 0)
  assert.equal(await shown(), 4)
  const salts = await sql<{ count: string }>`select count(*) from network_salt`.execute(world.db)
  assert.equal(Number(salts.rows[0]?.count), 0)
  await look('203.0.113.5')
  assert.equal(await shown(), 5, 'whoever comes back another day counts anew')
})

async function countHashes(): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) from topic_visitor`.execute(
    world.db,
  )
  return Number(rows[0]?.count)
}
