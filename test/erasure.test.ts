import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { verifyRecord } from '../src/editions/index.ts'
import { receipt as receiptShape, type Receipt } from '../src/journal/receipt.ts'
import { register } from '../src/privacy/register.ts'
import { makeZephyrine, marks, said, type Zephyrine } from './erasure-world.ts'
import { findTraces } from './find-traces.ts'
import { openSignInWorld, textOf, type SignInWorld } from './sign-in-world.ts'
import { publishNext } from './second-edition.ts'

let world: SignInWorld
let her: Zephyrine
let receipts: Receipt[]
before(async () => {
  world = await openSignInWorld()
  her = await makeZephyrine(world)
  await world.seal()
})
after(() => world.close())

const account = (path = '') => `/fr/account${path}`
const erasing = (fields: Partial<Record<'texts' | 'when' | 'word', string>> = {}) =>
  Object.entries({ texts: 'kept', when: 'now', word: 'effacer', ...fields })
const findings = async () => (await verifyRecord(world.db, new Date(), null, receipts)).findings

type Data = { tables: Record<string, { rows: Record<string, unknown>[] }> }

async function takeAway(): Promise<{ files: Map<string, string>; data: Data }> {
  const sent = await world.get(account('/data.zip'), her)
  assert.equal(sent.headers.get('Cache-Control'), 'private, no-store')
  const unzipped = unzipSync(new Uint8Array(await sent.arrayBuffer()))
  const files = new Map(
    Object.entries(unzipped).map(([name, bytes]) => [
      name.replace('vivace-data/', ''),
      strFromU8(bytes),
    ]),
  )
  return { files, data: JSON.parse(files.get('data.json') ?? '') }
}

test('whoever takes their data away has all of it, to read and for a program', async () => {
  const { files, data } = await takeAway()
  const page = (files.get('index.html') ?? '').replaceAll('&#39;', "'")
  const json = files.get('data.json') ?? ''
  for (const mark of [...Object.values(marks), ...Object.values(said)]) {
    assert.ok(json.includes(mark), mark)
    assert.ok(page.includes(mark), mark)
  }
  assert.doesNotMatch(page, /<script|https?:\/\/(?!vivace\.test|exemple-zq|identite)/)
  assert.deepEqual(Object.keys(data.tables).toSorted(), Object.keys(register).toSorted())
  const done =
    'hand_over erasure charter moderation_setting moderation_hold moderation_cut edition change import_source sign_in_attempt flag_link searched_contribution contribution_term group_member group_act controversy_argument controversy_act organisation spam_shingle terms legal_notice accessibility_setting accessibility_audit accessibility_automated moderation_cut_file attachment waiting_file'
  for (const [table, { rows }] of Object.entries(data.tables)) {
    assert.equal(rows.length > 0, !done.split(' ').includes(table), table)
  }
})

test('what is looked for is found, however it is written down', async () => {
  for (const mark of [...Object.values(marks), ...Object.values(said)]) {
    assert.ok((await findTraces(world.db, [mark])).length > 0, mark)
  }
  const bytes = Buffer.from(`x${marks.email}`)
  const written = [
    bytes,
    Buffer.from(bytes.toString('base64')),
    Buffer.from(marks.email, 'utf16le'),
  ]
  for (const content of written) {
    await sql`insert into mail (message_id, content, queued_at) values ('probe', ${content}, now())`.execute(
      world.db,
    )
    assert.ok((await findTraces(world.db, [marks.email])).includes(`mail.content: ${marks.email}`))
    await sql`delete from mail where message_id = 'probe'`.execute(world.db)
  }
})

test('receipts that are taken away prove what was done', async () => {
  const { files } = await takeAway()
  const kept = [...files].filter(([name]) => name.startsWith('receipts/'))
  receipts = kept.map(([, text]) => receiptShape.parse(JSON.parse(text)))
  assert.equal(receipts.length, 8)
  const { proofs, findings } = await verifyRecord(world.db, new Date(), null, receipts)
  assert.deepEqual([proofs.length, findings], [8, []])
})

test('nobody is erased without having said what, when, and the word', async () => {
  for (const [fields, problem] of [
    [{ texts: '' }, 'Choisissez ce que deviennent les contributions'],
    [{ when: 'demain' }, 'Choisissez quand'],
    [{ word: 'oui' }, 'Écrivez le mot EFFACER'],
  ] as const) {
    const refused = await world.post(account('/erasure'), erasing(fields), her)
    assert.equal(refused.status, 422)
    assert.ok((await refused.text()).includes(problem), problem)
  }
  assert.equal((await world.post(account('/erasure'), erasing())).status, 303)
  assert.equal((await world.get(account(), her)).status, 200)
})

/** Where something of hers may stand, and why. */
const named: string[] = [
  // What is left of the page of personal data's own list: nothing that she typed of herself.
]

test('after an erasure nothing of theirs is left anywhere, but what they said where that stays', async () => {
  const sent = await world.post(account('/erasure'), erasing({ word: ' Effacer ' }), her)
  assert.equal(sent.status, 303, await sent.clone().text())
  assert.match(await textOf(world.get(sent.headers.get('Location') ?? '')), /C’est fait/)
  await world.seal()
  const { place, ...personal } = marks
  for (const to of [marks.email, marks.secondEmail, marks.proofEmail, 'ami@example.org']) {
    assert.deepEqual(await world.mailsTo(to), [], to)
  }
  const traces = await findTraces(world.db, [...Object.values(personal), 'quoenard', 'Quœnard'])
  assert.deepEqual(traces, named)
  // Words stay, for all to read.
  const words = await findTraces(world.db, [place, said.body])
  assert.deepEqual(words.map((one) => one.replace(/:.*/, '')).toSorted(), [
    'revision.body',
    'revision.place',
  ])
  assert.deepEqual(await findings(), [])
})

test('every page says that the author is erased, in each language', async () => {
  const { numbers } = her
  for (const [locale, erased] of [
    ['fr', 'auteur effacé'],
    ['en', 'erased author'],
  ] as const) {
    for (const path of [
      `/${locale}/contributions/${numbers.success}`,
      `/${locale}/reports/petite-loi/contributions`,
    ]) {
      const page = await textOf(world.get(path))
      assert.ok(page.includes(erased), path)
      assert.doesNotMatch(page, /Zéphyrine|Ÿttriums|xylothèques|Œlenberg/)
    }
  }
  const spoken = await textOf(world.get(`/fr/contributions/${numbers.spokenFor}`))
  assert.match(spoken, /auteur effacé/)
  assert.match(spoken, /Ville d’Essai/)
  assert.match(await textOf(world.get(`/fr/contributions/${numbers.other}`)), /personne effacée/)
})

test('their session is over, their roles have ended, and their address is somebody new', async () => {
  assert.equal((await world.get(account(), her)).status, 303)
  const { rows } = await sql<{ open: string }>`select count(*) as open from role_grant
    where person_id = ${her.personId} and (until_at is null or until_at > now())`.execute(world.db)
  assert.equal(rows[0]?.open, '0')
  const { cookie } = await world.enter(marks.email, 'Quelqu’un d’autre')
  const page = await textOf(world.get(account(), { cookie }))
  assert.match(page, /Quelqu’un d’autre/)
  assert.doesNotMatch(page, new RegExp(said.title))
})

test('what was left is proved from then on, and the next edition speaks of it', async () => {
  await publishNext(world)
  await world.seal()
  assert.deepEqual(await findings(), [])
  const { proofs } = await verifyRecord(world.db, new Date(), null, receipts)
  assert.equal(proofs.length, 8)
})

test('whoever is erased is not found again, and nothing is written of them', async () => {
  await assert.rejects(
    sql`insert into draft (author_id, key, report_id, kind, fields, updated_at)
      values (${her.personId}, 'a-key-that-is-long-enough', ${world.report.id}, 'remark', '{}', now())
    `.execute(world.db),
    /is erased/,
  )
  await assert.rejects(
    sql`update person set display_name = 'De retour' where id = ${her.personId}`.execute(world.db),
    /erased stays so/,
  )
})
