import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { findContribution, isAmendment } from '../src/contributions/index.ts'
import { verifyRecord } from '../src/editions/index.ts'
import { recordAct, sealJournal } from '../src/journal/index.ts'
import { canonicalJson, sha256 } from '../src/platform/canonical.ts'
import type { Db } from '../src/platform/db/connect.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { createTestDatabase } from './database.ts'

type Database = Awaited<ReturnType<typeof createTestDatabase>>
let database: Database
before(async () => (database = await createTestDatabase({ empty: true })))
after(() => database.drop())

const folder = new URL('../migrations/', import.meta.url)
const at = new Date('2026-01-02T03:04:05.678Z')
const salt = randomBytes(32)
const hash = Buffer.alloc(32, 7)
const text = 'Une phrase. Une autre.'
const said = {
  kind: 'amendment',
  author: { name: 'Nour', side: 'citizen', organisation: null },
  lang: 'fr',
  body: 'Une raison.',
  publishedAt: at.toISOString(),
  passage: {
    blockId: 'b000000000',
    editionNumber: 1,
    start: 12,
    end: 22,
    exact: 'Une autre.',
    prefix: 'Une phrase. ',
    suffix: '',
  },
  base: hash.toString('hex'),
  sentences: [2],
  wording: 'Une troisième.',
}
const commitment = sha256(salt, canonicalJson(said))

/** The schema as it was before contributions were of every kind. */
async function migrateAsBefore(db: Db): Promise<void> {
  await sql`create table migration (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now()
  )`.execute(db)
  const names = (await readdir(folder)).filter((name) => /^000[1-5].*\.sql$/.test(name))
  for (const name of names.toSorted()) {
    const statements = await readFile(new URL(name, folder), 'utf8')
    await sql.raw(statements).execute(db)
    const row = { name, sha256: sha256(statements).toString('hex') }
    await db.insertInto('migration').values(row).execute()
  }
}

/** Two amendments as they were written down then: one that was answered, and one that waits. */
async function fillAsBefore(db: Db): Promise<void> {
  const nour = randomUUID()
  await sql`insert into person (pseudonym, display_name, helix_side, locale, created_at)
    values (${nour}, 'Nour', 'citizen', 'fr', ${at})`.execute(db)
  await sql`insert into report (slug, title, lang, illustrative, edition_planned_for, created_at)
    values ('r', 'R', 'fr', true, '2027-01-31', ${at})`.execute(db)
  await sql`insert into block values ('b000000000', 1)`.execute(db)
  await sql`insert into edition (report_id, number, published_at, published_by, canonical, sha256, unanswered)
    values (1, 1, ${at}, 1, '{}', ${hash}, '{}')`.execute(db)
  await sql`insert into edition_block values (1, 'b000000000', 1, 'paragraph', 0, null, ${text}, '[]',
    '[{"n":1,"start":0,"end":12},{"n":2,"start":12,"end":22}]', 3, ${hash})`.execute(db)
  for (const number of [1, 2]) {
    await sql`insert into contribution (report_id, kind, state, author_id, author_name, helix_side,
        lang, body, published_at, idempotency_key, salt, commitment)
      values (1, 'amendment', 'published', 1, 'Nour', 'citizen', 'fr', ${said.body}, ${at},
        ${`a-key-of-long-ago-${number}`}, ${salt}, ${commitment})`.execute(db)
    const { exact, prefix } = said.passage
    await sql`insert into passage values
      (${number}, 1, 'b000000000', 12, 22, ${exact}, ${prefix}, '')`.execute(db)
    await sql`insert into amendment values (${number}, ${hash}, '{2}', ${said.wording})`.execute(db)
    await recordAct(
      db,
      {
        at,
        role: 'contributor',
        actor: nour,
        action: 'contribution.published',
        object: `contribution/${number}`,
      },
      {
        number,
        kind: 'amendment',
        edition: 'r/1',
        block: 'b000000000',
        commitment: commitment.toString('hex'),
      },
    )
  }
  await sql`insert into answer (report_id, decision, reason, answered_by, answered_at)
    values (1, 'declined', 'Non.', 1, ${at})`.execute(db)
  await sql`insert into answer_contribution values (1, 1)`.execute(db)
  await recordAct(
    db,
    {
      at,
      role: 'rapporteur',
      actor: nour,
      action: 'contribution.answered',
      object: 'contribution/1',
    },
    { answer: 1, decision: 'declined', reason: sha256('Non.').toString('hex') },
  )
}

test('what was published before there were other kinds reads the same, and proves the same', async () => {
  const { db, url } = database
  await migrateAsBefore(db)
  await fillAsBefore(db)
  const migrated = await migrate(db, url)
  assert.ok(migrated.ok && migrated.applied.length >= 3)

  const [answered, waiting] = [await findContribution(db, 1), await findContribution(db, 2)]
  assert.ok(answered && waiting && isAmendment(answered) && isAmendment(waiting))
  const { title, body, explanation, link, place, wording } = answered.content
  assert.deepEqual([body, wording], [said.body, said.wording])
  assert.deepEqual([title, explanation, link, place], [null, null, null, null])
  assert.deepEqual(answered.passage, said.passage)
  assert.deepEqual(answered.base, { sentences: [2], sha256: hash })
  assert.deepEqual([answered.revision, answered.state, answered.replyTo], [1, 'published', null])
  assert.deepEqual([answered.publishedAt, answered.revisedAt], [at, at])
  assert.deepEqual([answered.settledAt, waiting.settledAt], [at, null])

  await sealJournal(db)
  const { findings, contributions } = await verifyRecord(db)
  assert.equal(contributions, 2)
  const ours = findings.filter(({ kind }) => kind === 'contribution' || kind === 'answer')
  assert.deepEqual(ours, [])
})

test('when an edition was planned for is a date of the calendar', async () => {
  const { rows } =
    await sql`select kind, to_char(day, 'YYYY-MM-DD') as day, precision, edition, revision
    from report_event`.execute(database.db)
  assert.deepEqual(rows, [
    { kind: 'edition-planned', day: '2027-01-31', precision: 'day', edition: 1, revision: 1 },
  ])
})
