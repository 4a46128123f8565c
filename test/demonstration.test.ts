import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { listAnswers } from '../src/answers/index.ts'
import { kinds, listContributions, listWaitingNumbers } from '../src/contributions/index.ts'
import { answers, lateAnswers } from '../src/demonstration/answers.ts'
import { onDeciding } from '../src/demonstration/debate-deciding.ts'
import { onSecondEdition } from '../src/demonstration/debate-second-edition.ts'
import { onSharing } from '../src/demonstration/debate-sharing.ts'
import { onUnderstanding } from '../src/demonstration/debate-understanding.ts'
import { fillDemonstration } from '../src/demonstration/index.ts'
import { accounts } from '../src/demonstration/people.ts'
import { secondThoughts } from '../src/demonstration/second-thoughts.ts'
import { verifyRecord } from '../src/editions/index.ts'
import { sealJournal } from '../src/journal/index.ts'
import { helixSides } from '../src/people/index.ts'
import type { Db } from '../src/platform/db/connect.ts'
import {
  findReport,
  listChanges,
  listEditionBlocks,
  listEditions,
  type PlacedBlock,
  type Report,
} from '../src/reports/index.ts'
import { readWithPictures } from '../src/imports/index.ts'
import { readDocument } from '../src/documents/index.ts'
import { createTestDatabase } from './database.ts'

let db: Db
let drop: () => Promise<void>
let report: Report
let blocks: PlacedBlock[]
let editionId: number

const now = new Date()
const day = 24 * 3600 * 1000

before(async () => {
  ;({ db, drop } = await createTestDatabase())
  assert.equal(await fillDemonstration(db, now), true)
  await sealJournal(db)
  const found = await findReport(db, 'la-ville-en-partage')
  assert.ok(found)
  report = found
  const second = (await listEditions(db, report.id)).find(({ number }) => number === 2)
  editionId = second?.id ?? 0
  blocks = await listEditionBlocks(db, editionId)
})
after(() => drop())

const every = { order: 'oldest', limit: 500, offset: 0 } as const
const said = () => db.selectFrom('contribution').selectAll().execute()
const count = (kind: string) => blocks.filter((block) => block.kind === kind).length

test('the demonstration is a report of three parts, twenty propositions and eight thousand words', () => {
  assert.deepEqual([count('part'), count('proposition')], [3, 20])
  const numbers = blocks.flatMap(({ kind, number }) => (kind === 'proposition' ? [number] : []))
  assert.deepEqual(
    numbers,
    Array.from({ length: 20 }, (_, at) => String(at + 1)),
  )
  assert.ok(count('chapter') >= 9)
  assert.deepEqual([count('figure'), count('table')], [2, 2])
  assert.ok(count('note') >= 6 && count('quote') >= 4 && count('list-item') >= 8)
  const words = blocks.flatMap(({ text }) => text.match(/[\p{L}\p{N}’-]*[\p{L}\p{N}]+/gu) ?? [])
  assert.ok(words.length >= 8000, `${words.length} words`)
})

test('each proposition is argued: four paragraphs at least stand under it', () => {
  const headings = new Set(['part', 'chapter', 'proposition'])
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'proposition') continue
    const next = blocks.findIndex(({ kind }, later) => later > at && headings.has(kind))
    const under = blocks.slice(at + 1, next).filter(({ kind }) => kind === 'paragraph')
    assert.ok(under.length >= 4, block.text)
  }
})

test('the text is read whole with its pictures, each of which is described', async () => {
  const path = fileURLToPath(new URL('../src/demonstration/report.fr.html', import.meta.url))
  const read = await readDocument(await readWithPictures(path))
  assert.ok(read.ok)
  assert.deepEqual([read.document.dropped, read.missing, read.pictures.length], [[], [], 2])
  const figures = blocks.filter(({ kind }) => kind === 'figure')
  for (const { text, picture } of figures) {
    assert.deepEqual([picture?.type, picture?.described], ['svg', true])
    assert.ok((text.split('\n')[0] ?? '').length > 100, 'what the picture shows can be read')
  }
})

test('French typography: a space before ; : ! ? and inside guillemets does not break', () => {
  const ofDebate = [...onUnderstanding, ...onSharing, ...onDeciding, ...onSecondEdition]
  const spoken = ofDebate
    .filter(({ lang }) => lang === 'fr')
    .flatMap(({ title = '', body, explanation = '' }) => [title, body, explanation])
  const texts = [
    ...blocks.map(({ text }) => text),
    ...spoken,
    ...ofDebate.flatMap(({ wording = '' }) => wording),
    ...[...answers, ...lateAnswers].flatMap(({ reason, wording = '', byHand }) => [
      reason,
      wording,
      byHand?.wording ?? '',
      byHand?.reason ?? '',
    ]),
    ...secondThoughts.flatMap((thought) => ('reason' in thought ? thought.reason : [])),
  ]
  for (const text of texts) {
    assert.doesNotMatch(text, /[ \t\n][;:!?»]|«[ \t\n]|[^\s\d\u202F][;!?]/u, text)
    assert.doesNotMatch(text, /«[^\u00A0]|[^\u00A0]»|'/u, text)
  }
})

test('forty contributions and more, of every kind, from every side, in three languages, are in it', async () => {
  const contributions = await said()
  assert.ok(contributions.length >= 40, `${contributions.length} contributions`)
  const seen = (key: 'kind' | 'helix_side' | 'lang' | 'state' | 'stance') =>
    new Set(contributions.map((one) => one[key]))
  assert.deepEqual(seen('kind'), new Set(kinds))
  assert.deepEqual(seen('helix_side'), new Set(helixSides))
  assert.deepEqual(seen('lang'), new Set(['fr', 'en', 'es']))
  assert.deepEqual(seen('state'), new Set(['published', 'withdrawn', 'withheld']))
  assert.deepEqual(seen('stance'), new Set(['for', 'against', null]))
  assert.ok(contributions.some(({ revision }) => revision > 1))
  const authors = new Set(contributions.map((one) => one.author_id))
  assert.ok(authors.size >= 12, `${authors.size} people`)
})

test('threads go three deep, and what is said is spread over ninety days', async () => {
  const contributions = await said()
  const byNumber = new Map(contributions.map((one) => [one.number, one]))
  const depthOf = (number: number | null): number =>
    number === null ? 0 : 1 + depthOf(byNumber.get(number)?.reply_to ?? null)
  assert.ok(Math.max(...contributions.map(({ reply_to }) => depthOf(reply_to))) >= 2)
  const days = contributions.map(({ received_at }) => (now.getTime() - +received_at) / day)
  assert.ok(Math.max(...days) > 75 && Math.min(...days) < 5 && Math.min(...days) > 0)
  const first = await listContributions(db, { reportId: report.id }, every)
  const kindOf = new Map(blocks.map(({ id, kind }) => [id, kind]))
  const spokenOf = new Set(first.map(({ passage }) => passage && kindOf.get(passage.blockId)))
  for (const one of [null, 'chapter', 'proposition', 'paragraph', 'list-item', 'table'] as const) {
    assert.ok(spokenOf.has(one), `nobody speaks of ${one ?? 'the whole report'}`)
  }
})

test('edition 2 has six changes and more, each with its cause, two with several, one erratum', async () => {
  const changes = await listChanges(db, report.id, editionId)
  assert.ok(changes.length >= 6, `${changes.length} changes`)
  assert.ok(changes.every(({ causes }) => causes.length > 0))
  const causes = changes.map((change) => change.causes.map(({ kind }) => kind))
  const shared = causes.filter((of) => of.filter((kind) => kind === 'contribution').length > 1)
  assert.equal(shared.length, 2, 'one by equal amendments, one by hand')
  assert.ok(
    causes.some((of) => of.includes('erratum')) && causes.some((of) => of.includes('source')),
  )
  assert.ok(changes.some(({ operation }) => operation === 'insert-block'))
})

test('decisions of every kind are given, to one and to many, and some wait for one', async () => {
  const given = await listAnswers(db, report.id, editionId)
  assert.deepEqual(
    new Set(given.map(({ decision }) => decision)),
    new Set(['accepted', 'accepted-in-part', 'declined', 'noted']),
  )
  assert.ok(given.some(({ contributionNumbers }) => contributionNumbers.length > 1))
  assert.ok((await listWaitingNumbers(db, report.id)).length >= 8)
  const pending = await listChanges(db, report.id, null)
  assert.equal(pending.length, 1, 'one change waits for edition 3')
})

test('one can sign in as somebody of each role and of each side, roles first', () => {
  const roles = accounts.map((account) => ('role' in account ? account.role : null))
  assert.deepEqual(roles.slice(0, 2), ['editor-in-chief', 'rapporteur'])
  assert.deepEqual(new Set(accounts.map(({ helixSide }) => helixSide)), new Set(helixSides))
  assert.ok(accounts.length <= 10, 'the page with the ways in is read at a glance')
})

test('it is filled in once, and its record holds', async () => {
  const before = await said()
  assert.equal(await fillDemonstration(db, now), false)
  assert.equal((await said()).length, before.length)
  const found = await verifyRecord(db, new Date(), null, [])
  assert.deepEqual([found.findings, found.editions], [[], 2])
})

test('where its last act is refused, nothing of it is left', async () => {
  const other = await createTestDatabase()
  const all = answers.length + lateAnswers.length
  await sql
    .raw(
      `create function refuse_last() returns trigger language plpgsql as $$ begin
         if (select count(*) from answer) = ${all - 1} then raise exception 'the last'; end if;
         return new;
       end $$;
       create trigger refuse_last before insert on answer for each row execute function refuse_last()`,
    )
    .execute(other.db)
  await assert.rejects(fillDemonstration(other.db, now), /the last/)
  assert.equal(await findReport(other.db, 'la-ville-en-partage'), undefined)
  const people = await other.db.selectFrom('person').selectAll().execute()
  assert.deepEqual(people, [])
  await other.drop()
})
