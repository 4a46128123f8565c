import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { forgetExpired } from '../src/people/index.ts'
import { idleDays } from '../src/people/session-life.ts'
import { sha256 } from '../src/platform/canonical.ts'
import { locationOf, startBrowsing, type Browsing } from './browsing.ts'
import { openSignInWorld, textOf, type SignInWorld } from './sign-in-world.ts'

let world: SignInWorld
before(async () => {
  world = await openSignInWorld()
})
after(() => world.close())

const windows =
  'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36'

async function enter(email: string, agent?: string): Promise<Browsing> {
  const me = startBrowsing(world.app, agent)
  await me.post(await world.linkFor(email), [
    ['name', 'Ada'],
    ['side', 'academic'],
    ['terms', '1'],
  ])
  return me
}

async function endingsOf(me: Browsing): Promise<string[]> {
  const account = await textOf(me.get('/fr/account'))
  return [...account.matchAll(/name="session" value="(\d+)"/g)].map(([, id = '']) => id)
}

const endings = '/fr/account/sessions/end'

test('one’s sessions are listed by the kind of browser and system, and which is this one', async () => {
  const here = await enter('ada@example.org')
  await enter('ada@example.org', windows)
  await enter('other@example.org')
  const account = await textOf(here.get('/fr/account'))
  assert.match(account, /Firefox sur Linux<strong class="this">celui-ci/)
  assert.match(account, /Chrome sur Windows</)
  assert.match(account, /Depuis le \d+\s\S+ \d{4} · vu le/)
  assert.equal((await endingsOf(here)).length, 1)
  const kept = await world.db.selectFrom('session').selectAll().execute()
  assert.ok(!JSON.stringify(kept).includes('Mozilla'), 'no agent is kept')
})

test('one session is ended, by nobody but its person', async () => {
  const [here, there] = [await enter('bela@example.org'), await enter('bela@example.org')]
  const stranger = await enter('stranger@example.org')
  const [id = ''] = await endingsOf(here)
  assert.equal((await stranger.post(endings, [['session', id]])).status, 404)
  assert.equal((await there.get('/fr/account')).status, 200)
  assert.equal(
    locationOf(await here.post(endings, [['session', id]])),
    '/fr/account?done=session-ended',
  )
  assert.equal((await there.get('/fr/account')).status, 303)
  assert.equal((await here.get('/fr/account')).status, 200)
  for (const other of ['0', 'x', '99999999999', '-1']) {
    assert.equal((await here.post(endings, [['session', other]])).status, 404)
  }
})

test('all other sessions are ended, this one is not, nor anybody else’s', async () => {
  const [here, ...others] = [
    await enter('many@example.org'),
    await enter('many@example.org'),
    await enter('many@example.org'),
  ]
  const stranger = await enter('stranger@example.org')
  const ended = await here?.post(endings, [['session', 'others']])
  assert.equal(ended && locationOf(ended), '/fr/account?done=other-sessions-ended')
  for (const other of others) assert.equal((await other.get('/fr/account')).status, 303)
  assert.equal((await here?.get('/fr/account'))?.status, 200)
  assert.equal((await stranger.get('/fr/account')).status, 200)
})

test('when a session was last used is kept by the day: reading the second page writes nothing', async () => {
  const me = await enter('seen@example.org')
  const [, token = ''] = me.cookie?.split('=') ?? []
  const where = sha256(token)
  await world.db
    .updateTable('session')
    .set({ seen_on: sql<Date>`current_date - 3` })
    .where('token_sha256', '=', where)
    .execute()
  const versionOf = async () => {
    const row = sql<{ version: string; seen: string }>`
      select xmin::text as version, (seen_on >= current_date - 1)::text as seen
      from session where token_sha256 = ${where}`
    return (await row.execute(world.db)).rows[0]
  }
  const before = await versionOf()
  await me.get('/fr')
  const seen = await versionOf()
  assert.equal(seen?.seen, 'true')
  assert.notEqual(seen?.version, before?.version)
  await me.get('/fr')
  assert.deepEqual(await versionOf(), seen)
})

test('a session that nobody used for two weeks has ended, is not listed, and is forgotten', async () => {
  const me = await enter('idle@example.org')
  const [, token = ''] = me.cookie?.split('=') ?? []
  const seenBefore = (days: number) =>
    world.db
      .updateTable('session')
      .set({ seen_on: sql<Date>`(now() at time zone 'Europe/Paris')::date - ${days}::int` })
      .where('token_sha256', '=', sha256(token))
      .execute()
  const isKept = async () => {
    const row = await world.db
      .selectFrom('session')
      .select('id')
      .where('token_sha256', '=', sha256(token))
      .executeTakeFirst()
    return row !== undefined
  }
  await seenBefore(idleDays)
  await forgetExpired(world.db, new Date())
  assert.equal((await me.get('/fr/account')).status, 200)

  await seenBefore(idleDays + 1)
  assert.equal((await me.get('/fr/account')).status, 303)
  const other = await enter('idle@example.org')
  assert.equal((await endingsOf(other)).length, 0)
  assert.equal(await isKept(), true)
  await forgetExpired(world.db, new Date())
  assert.equal(await isKept(), false)
})
