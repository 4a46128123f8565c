import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { sql, type ControlledTransaction } from 'kysely'
import type { DB } from '../src/platform/db/schema.ts'
import type { Entry } from '../src/privacy/entry.ts'
import { register } from '../src/privacy/register.ts'
import { makeZephyrine, type Zephyrine } from './erasure-world.ts'
import { findTraces } from './find-traces.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { appOn, origin } from './world.ts'

let world: SignInWorld
let her: Zephyrine
let tx: ControlledTransaction<DB, string[]>
/** What was planted, by «table.column». */
const planted = new Map<string, string>()

before(async () => {
  world = await openSignInWorld()
  her = await makeZephyrine(world)
  tx = await world.db.startTransaction().execute()
  // What is planted refers to nothing that there is.
  await sql`set local session_replication_role = replica`.execute(tx)
  for (const statement of missing(her.personId)) await sql.raw(statement).execute(tx)
  for (const [table, entry] of Object.entries(register)) {
    for (const column of entry.exported) await plant(table, column, entry)
  }
})
after(async () => {
  await tx.rollback().execute()
  await world.close()
})

const first = (table: string) => `ctid = (select ctid from ${table} limit 1)`

/** Rows of hers in every table where what she did leaves none. */
function missing(id: number): string[] {
  const hold = `insert into moderation_hold (contribution_number, ground, signs, held_at)
    select min(number), 'spam-defence', '{links}', now() from contribution where author_id = ${id}`
  return [
    `update edition set published_by = ${id} where ${first('edition')}`,
    `update change set changed_by = ${id}, reason = 'Un motif' where ${first('change')}`,
    `update import_source set imported_by = ${id} where ${first('import_source')}`,
    `update organisation set created_by = ${id} where ${first('organisation')}`,
    `update charter set kept_by = ${id}, version = 2 where ${first('charter')}`,
    `update terms set kept_by = ${id}, version = 2`,
    `insert into legal_notice (publisher, publisher_form, publisher_address, publisher_phone, publisher_email,
        registration, capital, director, editor, host, host_address, host_phone, kept_by, kept_at)
      values ('', '', '', '', '', '', '', '', '', '', '', '', ${id}, now())`,
    `insert into accessibility_setting (email, address, plan_address, kept_by, kept_at)
      values ('', '', '', ${id}, now())`,
    `insert into accessibility_audit (audited_on, auditor, reference, method, exempted, begun_by, begun_at)
      values ('2026-01-15', 'a', 'RGAA 4.1.2', '', '', ${id}, now())`,
    `insert into accessibility_automated (made_on, checkers, pages, kept_by, kept_at)
      values ('2026-01-15', '{axe}', '[]', ${id}, now())`,
    `insert into moderation_setting (report_id, before_publication, promised_days, set_by, set_at)
      select min(id), true, 7, ${id}, now() from report`,
    hold,
    `insert into moderation_cut (decision_id, start_offset, end_offset)
      select id, 0, 3 from moderation_decision where decided_by = ${id} limit 1`,
    `insert into stored_file (sha256, type, bytes, at) values (sha256('file'), 'pdf', 1, now())`,
    `insert into waiting_file (person_id, sha256, at) values (${id}, sha256('file'), now())`,
    `insert into attachment (contribution_number, revision, position, sha256, name, alternative)
      select min(number), 1, 1, sha256('file'), 'a', 'b' from contribution
      where author_id = ${id} and spoken_for is null`,
    `insert into moderation_cut_file (decision_id, position)
      select id, 1 from moderation_decision where decided_by = ${id} limit 1`,
    `insert into hand_over (organisation_id, at, successor_id, planned_by, planned_at, undone_at)
      select min(id), now() + interval '1 day', ${id}, ${id}, now(), now() from organisation`,
    `insert into sign_in_attempt (token_sha256, browser_sha256, provider, nonce, verifier, person_id,
        return_to, locale, created_at, expires_at)
      values (sha256('a'), sha256('b'), 'p', 'n', 'v', ${id}, '/', 'fr', now(), now() + interval '1 hour')`,
    `insert into erasure (person_id, texts, asked_at, due_at)
      values (${id}, 'kept', now(), now() + interval '1 day')`,
    `insert into group_member (contribution_number, group_id, report_id)
      select min(number), 1, min(report_id) from contribution where author_id = ${id}`,
    `insert into group_act (group_id, revision, deed, contribution_numbers, title, shared, role, done_by, done_at)
      values (1, 1, 'made', '{1,2}', 'a', 'b', 'rapporteur', ${id}, now())`,
    `insert into controversy_argument (controversy_id, report_id, position, contribution_number)
      select 1, min(report_id), 1, min(number) from contribution where author_id = ${id}`,
    `insert into controversy_act (controversy_id, revision, deed, content, settled_on, how, link, role, done_by, done_at)
      values (1, 2, 'settled', '{}', '2026-01-15', 'a', 'b', 'rapporteur', ${id}, now())`,
    `update draft set reply_to = null where author_id = ${id}`,
  ]
}

/** Words of an organisation, and those that became the report's, are not only hers. */
const onlyHers: Record<string, string> = {
  contribution: 'spoken_for is null',
  revision: `contribution_number not in (
    select contribution_number from change_cause where contribution_number is not null)`,
}

/** Writes words that stand nowhere else into a column of her rows, where it takes words. */
async function plant(table: string, column: string, { owners }: Entry): Promise<void> {
  const mark = `zz-${table}-${column}`.replaceAll('_', '-')
  const [owner] = owners
  if (!owner) return
  const hers =
    'is' in owner
      ? `${owner.column} = ${owner.is === 'id' ? her.personId : `'${her.pseudonym}'`}`
      : `${owner.column} in (select number from contribution where author_id = ${her.personId})`
  const type = await typeOf(table, column)
  const value = {
    text: `'${mark}'`,
    jsonb: `'{"said":"${mark}"}'::jsonb`,
    'text[]': `array['${mark}']`,
  }[type]
  if (value === undefined) return
  const saved = await tx.savepoint('before').execute()
  try {
    const rows = `select ctid from ${table} where ${hers} and ${onlyHers[table] ?? 'true'} limit 1`
    const { numAffectedRows } = await sql
      .raw(`update ${table} set ${column} = ${value} where ctid = (${rows})`)
      .execute(tx)
    if (numAffectedRows === 1n) planted.set(`${table}.${column}`, mark)
    await saved.releaseSavepoint('before').execute()
  } catch {
    // Some columns take a few words only: those of a list, an address, a number.
    await saved.rollbackToSavepoint('before').execute()
  }
}

async function typeOf(table: string, column: string): Promise<string> {
  const { rows } = await sql<{ type: string }>`
    select format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${table}::regclass and attname = ${column}`.execute(tx)
  return rows[0]?.type ?? ''
}

const send = (path: string, form?: Record<string, string>) =>
  appOn(tx).request(`${origin}${path}`, {
    headers: {
      Cookie: her.cookie,
      Origin: origin,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    ...(form && { method: 'POST', body: new URLSearchParams(form).toString() }),
  })

test('what somebody takes away has every column of the register, as it is kept', async () => {
  assert.ok(planted.size > 50, `${planted.size} were planted`)
  const sent = await send('/fr/account/data.zip')
  const files = unzipSync(new Uint8Array(await sent.arrayBuffer()))
  const json = strFromU8(files['vivace-data/data.json'] ?? new Uint8Array())
  const data: { tables: Record<string, { rows: object[] }> } = JSON.parse(json)
  const lost = [...planted].filter(([, mark]) => !json.includes(mark)).map(([column]) => column)
  assert.deepEqual(lost, [])
  for (const [table, { exported }] of Object.entries(register)) {
    const rows = data.tables[table]?.rows ?? []
    if (exported.length > 0) assert.ok(rows.length > 0, table)
    const [first] = rows
    const absent = exported.filter((column) => !(column in (first ?? {})))
    assert.deepEqual(absent, [], table)
  }
})

test('an erasure leaves just what the register says it leaves', async () => {
  await sql`delete from erasure`.execute(tx)
  const form = { texts: 'withdrawn', when: 'now', word: 'effacer' }
  const erased = await send('/fr/account/erasure', form)
  assert.equal(erased.status, 303, await erased.text())
  const traces = new Set(
    (await findTraces(tx, [...planted.values()])).map((one) => one.replace(/: .*/, '')),
  )
  const wrong = [...planted.keys()].filter((column) => traces.has(column) !== stays(column))
  assert.deepEqual(wrong, [])
  const elsewhere = [...traces].filter((column) => !planted.has(column))
  assert.deepEqual(elsewhere, [])
})

function stays(name: string): boolean {
  const [table = '', column = ''] = name.split('.')
  const erasure = register[table]?.erasure ?? 'deleted'
  if (erasure === 'deleted') return false
  const gone = [...(erasure.emptied ?? []), ...(erasure.chosen ?? [])]
  return !gone.includes(column)
}
