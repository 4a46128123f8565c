import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { verifyRecord, type RecordFinding } from '../src/editions/index.ts'
import { openWorld, type World } from './world.ts'

let world: World
before(async () => {
  world = await openWorld()
  const nour = await world.person({ name: 'Nour' })
  const camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  const salome = await world.person({ name: 'Salomé' })
  const block = await world.blockWith('Chaque commune publie')
  const form: [string, string][] = [
    ['sentence', '2'],
    ['edition', '1'],
    ['wording', 'Elle la met à jour chaque trimestre.'],
    ['body', 'Une année est trop longue.'],
    ['key', 'key-of-this-form-1'],
    ['step', 'publish'],
  ]
  await world.post(`/fr/reports/petite-loi/passages/${block.id}/amendments`, form, nour)
  await world.post(
    '/fr/workshop/contributions/1/answer',
    [
      ['decision', 'accepted'],
      ['reason', 'Oui.'],
    ],
    camille,
  )
  await world.post('/fr/workshop/reports/petite-loi/editions', [], salome)
  await world.seal()
})
after(() => world.close())

beforeEach(async () => {
  assert.deepEqual(
    (await verifyRecord(world.db)).findings,
    [],
    'the record holds before it is tampered with',
  )
})

/** Does what only the database's owner can, looks at what is found, and takes it back. */
async function findAfter(tables: string[], ...statements: string[]): Promise<RecordFinding[]> {
  const { db } = world
  const each = (verb: string) =>
    tables.map((table) => `alter table ${table} ${verb} trigger user;`).join('')
  const found: RecordFinding[] = []
  const undone = new Error('taken back')
  await db
    .transaction()
    .execute(async (tx) => {
      await sql.raw([each('disable'), ...statements].join(';')).execute(tx)
      found.push(...(await verifyRecord(tx)).findings)
      throw undone
    })
    .catch((error: unknown) => assert.equal(error, undone))
  return found
}

const contribution = (problem: string) => ({ kind: 'contribution', number: 1, problem })
const edition = (number: number, problem: string) => ({
  kind: 'edition',
  slug: 'petite-loi',
  number,
  problem,
})

test('a wording, a reason or an author altered after publication is found', async () => {
  const altered = [contribution('altered')]
  assert.deepEqual(await findAfter([], `update amendment set wording = 'Autre chose.'`), altered)
  assert.deepEqual(await findAfter([], `update contribution set body = 'Autre raison.'`), altered)
  assert.deepEqual(
    await findAfter([], `update contribution set author_name = 'Quelqu’un'`),
    altered,
  )
  assert.deepEqual(await findAfter([], `update passage set exact = 'Autre passage.'`), altered)
})

test('a contribution whose journal entry is missing or doubled is found', async () => {
  const missing = await findAfter(
    ['journal_entry'],
    `delete from journal_entry where action = 'contribution.published'`,
  )
  assert.ok(
    missing.some(
      (finding) => finding.problem === 'not-in-journal' && finding.kind === 'contribution',
    ),
  )
  assert.ok(missing.some((finding) => finding.problem === 'broken-chain'))
})

test('a contribution taken out of the database is found by its journal entry', async () => {
  const found = await findAfter(
    ['change'],
    'delete from change_cause where contribution_number is not null',
    `delete from change where operation = 'replace-sentences'`,
    'delete from answer_contribution',
    'delete from amendment',
    'delete from passage',
    'delete from contribution',
  )
  assert.ok(found.some((finding) => finding.kind === 'contribution' && finding.problem === 'gone'))
})

test('a text that readers are shown otherwise than it was frozen is found', async () => {
  const shown = await findAfter(
    ['edition_block'],
    `update edition_block set text = text || ' Ajout.' where position = 1`,
  )
  assert.deepEqual(shown, [edition(1, 'text-differs'), edition(2, 'text-differs')])
  const canonical = await findAfter(
    ['edition'],
    `update edition set canonical = replace(canonical, 'trimestre', 'mois') where number = 2`,
  )
  assert.deepEqual(canonical, [edition(2, 'altered'), edition(2, 'text-differs')])
})

test('an edition hashed anew after it was altered no longer agrees with the journal and the chain', async () => {
  const found = await findAfter(
    ['edition'],
    `update edition set canonical = canonical || ' ' where number = 1`,
    `update edition set sha256 = sha256(convert_to(canonical, 'UTF8')) where number = 1`,
  )
  assert.deepEqual(
    found.map(({ problem }) => problem),
    ['not-in-journal', 'broken-chain'],
  )
})

test('a change without its record is found', async () => {
  const found = await findAfter(
    ['change'],
    'delete from change_cause where contribution_number is not null',
    `delete from change where operation = 'replace-sentences'`,
  )
  assert.deepEqual(found, [edition(2, 'changed-without-cause')])
})
