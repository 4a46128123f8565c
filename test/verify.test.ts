import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { KyselyPlugin } from 'kysely'
import { verifyRecord } from '../src/editions/index.ts'
import { runVivace } from './run-vivace.ts'
import { openTampering, say, type Tampering } from './tamper.ts'

let opened: Tampering
before(async () => {
  opened = await openTampering()
})
after(() => opened.world.close())

beforeEach(async () => {
  assert.deepEqual(
    (await verifyRecord(opened.world.db)).findings,
    [],
    'the record holds before it is tampered with',
  )
})

const finds: Tampering['finds'] = (...given) => opened.finds(...given)
const findsAmongOthers: Tampering['findsAmongOthers'] = (...given) =>
  opened.findsAmongOthers(...given)
const removed = (action: string) => `delete from journal_entry where action = '${action}'`

const one = 'contribution contribution/1: altered'
const two = 'edition edition/petite-loi/2'
const working = 'working-text report/petite-loi'

test('a wording, a reason or a name altered after publication is found', async () => {
  const waiting = 'contribution contribution/4: altered'
  await finds(`update revision set wording = 'Non.' where contribution_number = 4`, waiting)
  await finds(`update revision set body = 'Autre raison.' where contribution_number = 1`, one)
  await finds(`update contribution set author_name = 'Quelqu’un' where number = 1`, one)
  await finds(`update passage set exact = 'Autre passage.' where contribution_number = 1`, one)
  await finds(
    `update revision set salt = null where contribution_number = 4`,
    'contribution contribution/4: salt-destroyed',
  )
})

test('a contribution given to somebody else, or to another report, is found', async () => {
  const differs = 'contribution contribution/4: differs-from-journal'
  await finds(
    `update contribution set author_id = (select id from person where display_name = 'Camille')
      where number = 4`,
    differs,
  )
  await finds(
    [
      `insert into report (slug, title, lang, illustrative, created_at)
        values ('autre', 'Autre', 'fr', true, now())`,
      `update contribution set report_id = (select id from report where slug = 'autre')
        where number = 4`,
    ],
    'contribution contribution/4: altered',
    differs,
  )
})

test('a row without its journal entry, or with two, is found', async () => {
  await findsAmongOthers(
    removed('contribution.published'),
    'contribution contribution/1: not-in-journal',
  )
  await findsAmongOthers(removed('contribution.answered'), 'answer contribution/3: not-in-journal')
  await findsAmongOthers(removed('edition.published'), `${two}: not-in-journal`)
  await findsAmongOthers(removed('report.imported'), 'import report/petite-loi: not-in-journal')
  await finds(
    `insert into journal_entry (at, actor_role, actor, action, object, payload, salt, payload_sha256)
      select now(), actor_role, actor, action, object, payload, salt, payload_sha256
      from journal_entry where action = 'contribution.published' and object = 'contribution/4'`,
    'contribution contribution/4: twice-in-journal',
  )
})

test('a row taken out of the database is found by its journal entry', async () => {
  await findsAmongOthers(
    [
      'delete from amendment where contribution_number = 4',
      'delete from passage where contribution_number = 4',
      'delete from contribution where number = 4',
    ],
    'contribution contribution/4: gone',
  )
  await finds(
    [
      'delete from answer_contribution where contribution_number = 2',
      `delete from answer where decision = 'declined'`,
    ],
    'answer contribution/2: settled-otherwise',
    'answer contribution/2: gone',
  )
  await findsAmongOthers([`delete from edition where number = 2`], `${two}: gone`)
  await findsAmongOthers([`delete from import_source`], 'import report/petite-loi: gone')
  await finds(
    `update import_source set file_name = 'autre.html'`,
    'import report/petite-loi: differs-from-journal',
  )
})

test('a payload that is not what was written is found, whatever stands there instead', async () => {
  for (const payload of ['{}', 'null', 'not JSON', '[1]', '{"number":"1"}']) {
    const found = say(
      (await opened.verifyAfter(`update journal_entry set payload = '${payload}'`)).findings,
    )
    for (const object of [
      'contribution contribution/1',
      'answer contribution/1',
      two,
      'import report/petite-loi',
    ]) {
      assert.ok(found.includes(`${object}: differs-from-journal`), `${payload}: ${object}`)
    }
    assert.ok(found.includes('journal entry/1: altered-payload'))
  }
})

test('a time, a mark or a language that nothing can be computed from is found', async () => {
  await findsAmongOthers(
    [`update journal_entry set at = 'infinity' where sequence = 3`],
    'journal entry/3: altered-entry',
  )
  await findsAmongOthers(
    [`update contribution set published_at = 'infinity' where number = 1`],
    one,
  )
  await findsAmongOthers(
    [`update contribution set received_at = 'infinity' where number = 1`],
    'contribution contribution/1: differs-from-journal',
  )
  await findsAmongOthers(
    [`update revision set at = at + interval '1 day' where contribution_number = 1`],
    one,
  )
  await findsAmongOthers([`update edition_block set marks = '{}'`], `${two}: rows-differ`)
  await findsAmongOthers([`update working_block set sentences = '7'`], `${working}: altered`)
  await findsAmongOthers([`update report set lang = 'no such'`], `${two}: rows-differ`)
})

test('an erased payload is counted, and its entry still answers for its row', async () => {
  const erase = `update journal_entry set payload = null, salt = null
    where object = 'contribution/4'`
  await finds(erase)
  await finds(
    [erase, `update contribution set author_id = author_id + 1 where number = 4`],
    'contribution contribution/4: differs-from-journal',
  )
  assert.equal((await opened.verifyAfter(erase)).erased, 1)
})

test('an answer since the last edition, and who gave or signed, are compared with the journal', async () => {
  const differs = 'answer contribution/2: differs-from-journal'
  const declined = `where decision = 'declined'`
  await finds(`update answer set reason = 'Autre.' ${declined}`, differs)
  await finds(`update answer set decision = 'noted' ${declined}`, differs)
  const settled = 'answer contribution/2: settled-otherwise'
  await finds(`update answer set answered_at = now() ${declined}`, settled, differs)
  const somebodyElse = `(select id from person where display_name = 'Nour')`
  await finds(`update answer set answered_by = ${somebodyElse} ${declined}`, differs)
  await finds(
    `update edition set published_by = ${somebodyElse} where number = 2`,
    `${two}: differs-from-journal`,
  )
})

test('an answer of another report, or to nothing, is found', async () => {
  await findsAmongOthers(
    [`update answer set report_id = report_id + 1 where decision = 'declined'`],
    'answer contribution/2: of-another-report',
  )
  await findsAmongOthers(
    [`delete from answer_contribution where contribution_number = 2`],
    'answer contribution/2: gone',
  )
})

test('an entry that stays unsealed is found; one that was just written only waits', async () => {
  const unseal = `update journal_entry set sequence = null, previous_sha256 = null,
    entry_sha256 = null where sequence = (select max(sequence) from journal_entry)`
  const { head } = await verifyRecord(opened.world.db)
  await findsAmongOthers(
    [unseal, `update journal_entry set at = at - interval '2 minutes' where sequence is null`],
    `journal unsealed/${head?.sequence}: left-unsealed`,
  )
  await findsAmongOthers(
    [
      `update journal_entry set at = at - interval '2 minutes'`,
      `update journal_entry set sequence = null, entry_sha256 = null, at = now() where sequence = 1`,
    ],
    'journal unsealed/1: left-unsealed',
  )
  await finds(unseal)
  await findsAmongOthers(
    [unseal, `update journal_entry set payload = '{}' where sequence is null`],
    `journal unsealed/${head?.sequence}: altered-payload`,
  )
})

test('an end cut off with all that it speaks of is told by a head that was kept', async () => {
  const { head } = await verifyRecord(opened.world.db)
  assert.ok(head)
  const kept = `${head.sequence}:${head.sha256}`
  const holds = await runVivace(opened.world.url, ['verify', '--head', kept])
  assert.deepEqual([holds.code, holds.stderr], [0, ''])
  assert.ok(holds.stdout.includes(`sequence ${head.sequence}, hash ${head.sha256}: keep it`))
  const other = await runVivace(opened.world.url, [
    'verify',
    '--head',
    `${head.sequence}:${'0'.repeat(64)}`,
  ])
  assert.deepEqual([other.code, other.stderr], [1, `journal entry/${head.sequence}: not-as-kept\n`])
  const later = { sequence: head.sequence + 1, sha256: head.sha256 }
  assert.deepEqual(say((await verifyRecord(opened.world.db, new Date(), later)).findings), [
    `journal entry/${later.sequence}: not-as-kept`,
  ])
  assert.equal((await runVivace(opened.world.url, ['verify', '--head', 'nonsense'])).code, 2)
})

test('nothing is found wrong while contributions come in', async () => {
  const { world } = opened
  const coming = Array.from({ length: 30 }, (_, at) => at)
  // Each answer of the database is held back until one more contribution is there, and sealed.
  const meanwhile: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      const number = coming.pop()
      if (number === undefined) return result
      await opened.amend({ sentence: '1', wording: `Proposition ${number}.`, edition: 2 })
      if (number % 2 === 0) await world.seal()
      return result
    },
  }
  const { findings, contributions } = await verifyRecord(world.db.withPlugin(meanwhile))
  assert.deepEqual(
    { findings, contributions, coming: coming.length },
    { findings: [], contributions: 4, coming: 0 },
  )
  assert.equal((await verifyRecord(world.db)).contributions, 34)
})
