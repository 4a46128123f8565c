import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { forgetExpired, openSession, sessionCookie } from '../src/people/index.ts'
import { parseConfig } from '../src/platform/config.ts'
import { daysBefore, usualPeriods, type Periods } from '../src/platform/periods.ts'
import { runTask } from './run-task.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { formOf, publish, reportPath, textOf, type Somebody } from './take-part.ts'

let world: SignInWorld
let nour: Somebody
before(async () => {
  world = await openSignInWorld()
  nour = await world.person({ name: 'Nour' })
})
after(() => world.close())

const inDays = (days: number) => daysBefore(new Date(), -days)

const run = (job: string, now: Date, periods?: Partial<Periods>) =>
  runTask(world, job, now, periods)

async function count(table: string, where = 'true'): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from ${sql.table(table)} where ${sql.raw(where)}
  `.execute(world.db)
  return rows[0]?.count ?? 0
}

test('a draft that nobody touches is kept for as long as it is said, and no longer', async () => {
  const draft = formOf({ step: 'draft', body: 'Plus tard.', key: 'a-draft-that-is-left' })
  await world.post(`${reportPath}/contributions`, draft, nour)
  await run('contributions.forget-drafts', inDays(usualPeriods.drafts - 1))
  assert.equal(await count('draft'), 1)
  await run('contributions.forget-drafts', inDays(8), { drafts: 7 })
  assert.equal(await count('draft'), 0)
})

test('that a mail has left is forgotten after its time; what waits stays', async () => {
  await world.ask('quelquun@example.org')
  await world.ask('autre@example.org')
  await sql`update mail set sent_at = now(), content = null where id = (select min(id) from mail)`.execute(
    world.db,
  )
  await run('mail.forget', inDays(usualPeriods.mails - 1))
  assert.equal(await count('mail'), 2)
  await run('mail.forget', inDays(usualPeriods.mails + 1))
  assert.equal(await count('mail'), 1)
  assert.equal(await count('mail', 'content is not null'), 1)
})

test('links that are over go when the configuration says', async () => {
  const { db } = world
  await world.ask('lien@example.org')
  await forgetExpired(db, inDays(3), { links: 4 })
  assert.equal(await count('sign_in_link', `email = 'lien@example.org'`), 1)
  await forgetExpired(db, inDays(3), { links: 2 })
  assert.equal(await count('sign_in_link', `email = 'lien@example.org'`), 0)
})

async function leave(email: string, name: string, days: number): Promise<Somebody> {
  const { cookie } = await world.enter(email, name)
  const { id, actor } = await personOf(email)
  await sql`update person set seen_on = (now() - ${days} * interval '1 day')::date where id = ${id}`.execute(
    world.db,
  )
  await sql`delete from session where person_id = ${id}`.execute(world.db)
  return { cookie, actor }
}

async function personOf(email: string) {
  const { id, pseudonym } = await world.db
    .selectFrom('identity')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['person.id', 'pseudonym'])
    .where('subject', '=', email)
    .executeTakeFirstOrThrow()
  return { id, actor: { kind: 'person' as const, personId: id, pseudonym, grants: [], bans: [] } }
}

const isErased = async ({ actor }: Somebody) =>
  (await count('person', `id = ${actor.personId} and erased_at is not null`)) === 1

test('an account that nobody uses is told of its end, kept by signing in, and else erased', async () => {
  const { accounts, notice } = usualPeriods
  const long = accounts - notice + 1
  const gone = await leave('partie@example.org', 'Partie', long)
  const back = await leave('revenue@example.org', 'Revenue', long)
  const recent = await leave('recente@example.org', 'Récente', long - 2)
  await run('privacy.notice-idle', new Date())
  await run('privacy.notice-idle', inDays(1))
  const told = async (email: string) =>
    (await world.mailsTo(email)).filter(({ subject }) => /gardez-vous/.test(subject)).length
  assert.deepEqual(
    await Promise.all(['partie', 'revenue', 'recente'].map((one) => told(`${one}@example.org`))),
    [1, 1, 0],
  )
  await openSession(world.db, back.actor.personId ?? 0, inDays(2))
  await run('privacy.erase-due', inDays(notice - 1))
  assert.equal(await isErased(gone), false)
  await run('privacy.erase-due', inDays(notice + 1))
  assert.deepEqual(await Promise.all([gone, back, recent].map(isErased)), [true, false, false])
  assert.equal(await count('erasure', 'done_at is null'), 0)
  await world.seal()
  const { rows } = await sql<{ role: string }>`select actor_role as role from journal_entry
    where action = 'person.erased'`.execute(world.db)
  assert.deepEqual(rows, [{ role: 'operator' }])
})

test('whoever has a role, or came with a consultation, is left alone', async () => {
  const editor = await world.person({ name: 'Camille', role: 'rapporteur' })
  await sql`update person set seen_on = '2001-01-01' where erased_at is null`.execute(world.db)
  await world.db
    .updateTable('identity')
    .set({ provider: 'import' })
    .where('person_id', '=', nour.actor.personId ?? 0)
    .execute()
  await run('privacy.notice-idle', new Date())
  const noticed = [editor, nour].map(({ actor }) => actor.personId).join()
  assert.equal(await count('erasure', `person_id in (${noticed}) and done_at is null`), 0)
  assert.ok((await count('erasure', 'done_at is null')) > 0)
})

test('whoever is told that their account goes, comes in and asks for it, is not held up by that', async () => {
  const { cookie } = await world.enter('revenue@example.org', 'Revenue')
  assert.equal((await count('erasure', 'done_at is null and asked_by is null')) > 0, true)
  const page = await textOf(world.get('/fr/account', { cookie }))
  assert.match(page, /Vous êtes là/)
  const form = Object.entries({ texts: 'kept', when: 'now', word: 'effacer' })
  assert.equal((await world.post('/fr/account/erasure', form, { cookie })).status, 303)
})

test('reading with a session is a use of the account', async () => {
  const ines = await world.person({ name: 'Inès' })
  await publish(world, ines)
  await sql`update person set seen_on = '2001-01-01' where id = ${ines.actor.personId}`.execute(
    world.db,
  )
  await sql`update session set seen_on = seen_on - 1 where person_id = ${ines.actor.personId}`.execute(
    world.db,
  )
  assert.ok(ines.cookie.startsWith(sessionCookie))
  await world.get('/fr/account', ines)
  assert.equal(await count('person', `id = ${ines.actor.personId} and seen_on > '2001-01-01'`), 1)
})

test('periods are set in days, within what the law and the program can bear', () => {
  const parsed = parseConfig({ ERASURE_DELAY_DAYS: '3', KEEP_DRAFTS_DAYS: '30' })
  assert.ok(parsed.ok)
  assert.deepEqual(
    [parsed.config.periods.erasure, parsed.config.periods.drafts, parsed.config.periods.mails],
    [3, 30, usualPeriods.mails],
  )
  const refused = parseConfig({ ERASURE_DELAY_DAYS: '31', KEEP_MAILS_DAYS: 'toujours' })
  assert.ok(!refused.ok)
  assert.deepEqual(refused.mistakes, [
    'KEEP_MAILS_DAYS must be a whole number of days from 1 to 365.',
    'ERASURE_DELAY_DAYS must be a whole number of days from 0 to 30.',
  ])
})
