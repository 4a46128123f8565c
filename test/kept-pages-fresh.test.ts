import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { supportContribution } from '../src/contributions/index.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { createTestDatabase } from './database.ts'
import { serveFromMemory, until, wordsOf, type Served } from './served.ts'
import { publish, reportPath, submitAt, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let served: Served
let iris: Somebody
let number: number
before(async () => {
  world = await openWorld()
  iris = await world.person({ name: 'Iris Colombier' })
  number = await publish(world, await world.person({ name: 'Nour des Ormes' }))
  served = await serveFromMemory(world)
})
after(async () => {
  await served.close()
  await world.close()
})

test('what anybody does is shown to all within a moment, whichever process it was done in', async () => {
  const list = `${reportPath}/contributions`
  const before = await served.get(list)
  await submitAt(world, iris.actor, new Date(), {})
  await until(async () => (await served.get(list)).headers.etag !== before.headers.etag)

  const signed = `${reportPath}/editions/1`
  assert.match(wordsOf(await served.get(signed)), /Salomé/)
  await sql`update person set display_name = 'Une autre' where display_name = 'Salomé'`.execute(
    world.db,
  )
  await until(async () => /Une autre/.test(wordsOf(await served.get(signed))))
})

test('many acts a second do not make a page anew each time', async () => {
  const path = `/fr/contributions/${number}`
  const people = await Promise.all(
    Array.from({ length: 30 }, (_, at) => world.person({ name: `Soutien ${at}` })),
  )
  await served.get(path)
  served.rendered.length = 0
  const begun = performance.now()
  for (const { actor } of people) {
    await supportContribution(world.db, actor, number, new Date())
    await served.get(path)
  }
  // A page is left alone for a second and a half once it is made.
  const mostTimes = (performance.now() - begun) / 1500 + 1
  assert.ok(served.rendered.length <= mostTimes, `${served.rendered.length} times`)
  await until(async () => /30\s*soutiens/.test(wordsOf(await served.get(path))))
})

test('what changes in one report leaves the pages of another as they are', async () => {
  const own = `${reportPath}/editions`
  const ofAny = '/fr'
  await Promise.all([served.get(own), served.get(ofAny)])
  await delay(1600)
  await Promise.all([served.get(own), served.get(ofAny)])
  served.rendered.length = 0
  await sql`select pg_notify('public_change', 'another-report')`.execute(world.db)
  await until(async () => {
    await served.get(own)
    await served.get(ofAny)
    return served.rendered.includes(ofAny)
  })
  assert.deepEqual(served.rendered, [ofAny])
})

test('a connection that hangs is not taken for silence: pages are the program’s, then kept again', async () => {
  const path = `${reportPath}/contributions?kind=remark`
  await served.get(path)
  const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity
    where application_name = 'vivace-pages' and datname = current_database()`.execute(world.db)
  const [{ pid } = { pid: 0 }] = rows
  assert.ok(pid > 1)
  process.kill(pid, 'SIGSTOP')
  try {
    const before = await served.get(path)
    await submitAt(world, iris.actor, new Date(), {})
    await until(() => isTheProgram(path))
    assert.notEqual(wordsOf(await served.get(path)), wordsOf(before))
  } finally {
    process.kill(pid, 'SIGCONT')
  }
  await until(async () => !(await isTheProgram(path)))
})

/** Whether a page is made each time that it is asked for. */
async function isTheProgram(path: string): Promise<boolean> {
  served.rendered.length = 0
  await served.get(path)
  await served.get(path)
  return served.rendered.length === 2
}

test('what was missed while the connection was lost counts as changed', async () => {
  const path = `${reportPath}/contributions?kind=remark`
  const before = await served.get(path)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'vivace-pages' and datname = current_database()`.execute(world.db)
  await submitAt(world, iris.actor, new Date(), {})
  await until(async () => wordsOf(await served.get(path)) !== wordsOf(before))
})

test('every table announces its changes, or is known to be shown to nobody but its own', async () => {
  const shownByRowsThatAnnounce =
    'accessibility_finding accessibility_page amendment answer_contribution attachment block charter_rule charter_text controversy_act controversy_argument controversy_position edition_block group_act group_member import_source moderation_cut moderation_cut_file moderation_hold opinion passage picture revision stored_file support terms_summary terms_text topic_date_change topic_extract topic_testimony'
  const shownToNobody =
    'carried_edition contribution_term download_size draft erasure file_place flag_link identity invitation journal_entry mail migration network_salt notice notice_setting passkey receipt request_count role_grant searched_block searched_contribution session sign_in_attempt sign_in_link spam_domain spam_link spam_post spam_shingle subscription terms_consent topic_visit_count topic_visitor upload upload_picture waiting_file worker_heartbeat working_block'
  const onPagesThatAreNotKept =
    'hand_over hand_over_grant organisation organisation_member organisation_proof record_verification'
  const database = await createTestDatabase({ empty: true })
  await migrate(database.db, database.url)
  const { rows } = await sql<{ name: string; announces: boolean }>`
    select relname as name, exists (
      select from pg_trigger join pg_proc on pg_proc.oid = tgfoid
      where tgrelid = pg_class.oid and proname like 'announce_%'
    ) as announces
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
    order by relname`.execute(database.db)
  await database.drop()
  const silent = rows.filter(({ announces }) => !announces).map(({ name }) => name)
  const known = [shownByRowsThatAnnounce, shownToNobody, onPagesThatAreNotKept].join(' ')
  assert.deepEqual(silent, known.split(' ').toSorted())
})
