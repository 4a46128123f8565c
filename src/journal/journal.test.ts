import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { createTestDatabase } from '../../test/database.ts'
import { untilItWaits } from '../../test/wait-for-lock.ts'
import { findHead, recordAct, sealJournal, verifyJournal } from './index.ts'
import { lockSealing } from './store.ts'

type Opened = Awaited<ReturnType<typeof createTestDatabase>>
let database: Opened
before(async () => {
  database = await createTestDatabase()
  for (const number of [1, 2, 3, 4, 5]) await record(number)
})
after(() => database.drop())

const record = (number: number, db = database.db) =>
  recordAct(
    db,
    {
      at: new Date(),
      role: 'contributor',
      actor: 'somebody',
      action: 'test.acted',
      object: `test/${number}`,
    },
    { number },
  )

const holding = async (db: Opened['db'], now = new Date()) => {
  const { entries, waiting, findings } = await verifyJournal(db, now)
  return { entries, waiting, findings }
}

/** Only an operator with the table's owner's rights can do this: the trigger stands in the way. */
async function tamper(statement: string): Promise<void> {
  await sql
    .raw(`alter table journal_entry disable trigger user; ${statement};
    alter table journal_entry enable trigger user`)
    .execute(database.db)
}

test('several sealers at once number every entry once, without a gap', async () => {
  await Promise.all([1, 2, 3].map(() => sealJournal(database.db)))
  await sealJournal(database.db)
  assert.equal((await findHead(database.db))?.sequence, 5)
  assert.deepEqual(await holding(database.db), { entries: 5, waiting: 0, findings: [] })
})

test('entries that commit out of order while several sealers are at work are chained one by one', async () => {
  const busy = await createTestDatabase()
  const slowly = (number: number) =>
    busy.db.transaction().execute(async (tx) => {
      const object = `test/${number}`
      const act = {
        at: new Date(),
        role: 'contributor',
        actor: 'somebody',
        action: 'test.acted',
        object,
      }
      await recordAct(tx, act, { number })
      await delay((number * 7) % 13)
    })
  const sealing = async () => {
    for (let round = 0; round < 25; round += 1) await sealJournal(busy.db)
  }
  await Promise.all([
    ...Array.from({ length: 60 }, (_, number) => slowly(number)),
    sealing(),
    sealing(),
    sealing(),
  ])
  await sealJournal(busy.db)
  assert.deepEqual(await holding(busy.db), { entries: 60, waiting: 0, findings: [] })
  await busy.drop()
})

test('while another process seals, this one leaves it alone', async () => {
  const busy = await createTestDatabase()
  const act = {
    at: new Date(),
    role: 'contributor',
    actor: 'somebody',
    action: 'test.acted',
    object: 'test/1',
  }
  await recordAct(busy.db, act, {})
  await busy.db.transaction().execute(async (tx) => {
    assert.equal(await lockSealing(tx), true)
    assert.equal(await sealJournal(busy.db), 0)
  })
  assert.equal(await sealJournal(busy.db), 1)
  await busy.drop()
})

test('whoever needs it sealed waits for the process that seals, and seals what that one left', async () => {
  const busy = await createTestDatabase()
  await record(1, busy.db)
  let waited = Promise.resolve(0)
  await busy.db.transaction().execute(async (tx) => {
    assert.equal(await lockSealing(tx), true)
    waited = sealJournal(busy.db, { wait: true })
    await untilItWaits(busy.db, waited)
    assert.equal((await holding(busy.db)).waiting, 1)
  })
  assert.equal(await waited, 1)
  await busy.drop()
})

test('the database refuses to rewrite or remove an entry', async () => {
  const { db } = database
  await assert.rejects(
    sql`update journal_entry set action = 'x' where sequence = 2`.execute(db),
    /says what it said/,
  )
  await assert.rejects(
    sql`update journal_entry set sequence = 9 where sequence = 2`.execute(db),
    /stays sealed/,
  )
  await assert.rejects(sql`delete from journal_entry where sequence = 2`.execute(db), /only grows/)
  await assert.rejects(sql`truncate journal_entry cascade`.execute(db), /only grows/)
})

test('an entry whose payload and salt were erased still holds', async () => {
  await sql`update journal_entry set payload = null, salt = null where sequence = 1`.execute(
    database.db,
  )
  assert.deepEqual((await holding(database.db)).findings, [])
})

test('an altered act, an altered payload and a removed entry are each found where they are', async () => {
  await tamper(`update journal_entry set action = 'test.other' where sequence = 2`)
  await tamper(`update journal_entry set payload = '{"number":33}' where sequence = 3`)
  await tamper(`delete from journal_entry where sequence = 4`)
  assert.deepEqual((await holding(database.db)).findings, [
    { object: 'entry/2', problem: 'altered-entry' },
    { object: 'entry/3', problem: 'altered-payload' },
    { object: 'entry/5', problem: 'broken-chain' },
  ])
})
