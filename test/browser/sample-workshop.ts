import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { importReport } from '../../src/imports/index.ts'
import { operator } from '../../src/permissions.ts'
import { inTransaction } from '../../src/platform/db/transaction.ts'
import { lockReport, replaceInWorkingText, type NamedCause } from '../../src/reports/index.ts'
import { newKey, submitAt, type Somebody } from '../take-part.ts'
import { smallBill, type World } from '../world.ts'
import type { Visitor } from './page-state.ts'
import { report, type People } from './sample-contributions.ts'

const workshop = `/fr/workshop${report}`
const LONG = `Une raison${'interminable'.repeat(9)}, puis des mots qui se plient.`
const day = 24 * 3600 * 1000

/** What the editors have before them, by what it is; all of it in the third edition or on it. */
export type Bench = Awaited<ReturnType<typeof fillWorkshop>>

/** A third edition with changes of every sort and cause, then contributions that wait, in every case. */
export async function fillWorkshop(world: World, people: People) {
  const writers = {
    long: await world.person({ name: `Anne-Marie ${'Delaroche'.repeat(7)}` }),
    arabic: await world.person({ name: 'ليلى بنت عبد الرحمن الأندلسي' }),
    crowd: await world.person({ name: 'Foule' }),
  }
  const orphan = await amend(world, writers.arabic, {
    on: 'Exposé des motifs',
    edition: '2',
    wording: 'Une règle que l’on comprend est une règle commune.',
  })
  const { answered, grouped } = await fillThirdEdition(world, people, writers)
  await fillCrowd(world, writers.crowd)
  return { orphan, answered, grouped, ...(await fillWaiting(world, people, writers)) }
}

type Writers = Record<'long' | 'arabic' | 'crowd', Somebody>

async function fillThirdEdition(world: World, people: People, { long, arabic }: Writers) {
  const remark = await say(world, long, 'Exposé des motifs', '2')
  const question = await say(world, arabic, 'Une lettre tient', '2', 'question')
  const part = await amend(world, long, {
    on: 'Une lettre tient',
    edition: '2',
    wording: 'Une lettre tient en deux pages, recto et verso.',
  })
  await answer(world, people.camille, {
    numbers: [part],
    decision: 'accepted-in-part',
    wording: 'Une lettre tient en une page, recto.',
  })
  const grouped = [remark, question]
  await answer(world, people.camille, { numbers: grouped, decision: 'accepted' })
  await changeByHand(world, people.editor)
  await importAgain(world, thirdEdition)
  const confirmed: [string, string][] = [['unanswered', 'confirmed']]
  const published = await world.post(`${workshop}/editions`, confirmed, people.salome)
  assert.equal(published.status, 303, 'the third edition is published')
  return { grouped, answered: part }
}

/** Each cause that an editor can name, and all of them together. */
async function changeByHand(world: World, editor: Somebody): Promise<void> {
  const link = `https://example.org/${'une-longue-adresse-'.repeat(8)}`
  const causes: NamedCause[] = [
    { kind: 'source', citation: `Avis du Conseil d’État, ${'n'.repeat(80)}`, link },
    { kind: 'source', citation: 'Journal officiel du 3 mars', link: null },
    { kind: 'erratum' },
    { kind: 'contribution', contributionNumber: 3 },
  ]
  const personId = editor.actor.personId ?? 0
  const change = async (words: string, wording: string, named: NamedCause[]) => {
    const base = await world.blockWith(words)
    const changed = await inTransaction(world.db, async (tx) => {
      await lockReport(tx, world.report.id)
      const byHand = { reason: LONG, personId }
      const replacement = {
        report: world.report,
        base,
        sentences: [base.sentences[0]?.n ?? 0],
        wording,
        byHand,
      }
      return replaceInWorkingText(tx, replacement, named, new Date())
    })
    assert.ok(changed.ok, words)
  }
  await change('Les services publics parlent', 'Les services publics parlent clair.', causes)
  await change('Une réponse tardive', 'Une réponse tardive oblige.', [{ kind: 'erratum' }])
}

/** With a passage removed, one edited, one moved, one added. */
function thirdEdition(bill: string): string {
  return bill
    .replace(/<p>Exposé des motifs[^]*?<\/p>/, '')
    .replace('Délai de réponse', 'Délais de réponse')
    .replace(/<blockquote>[^]*<\/blockquote>/, '')
    .replace('<h2>Réponses dues</h2>', `<h2>Réponses dues</h2><p>Ajouté : ${LONG}</p>`)
    .replace('<ul>', '<blockquote><p>Une réponse tardive oblige.</p></blockquote><ul>')
}

/** Reads the bill again as it stands by now, with one more thing done to it. */
async function importAgain(world: World, edit: (bill: string) => string): Promise<void> {
  const bill = (await readFile(smallBill, 'utf8'))
    .replace('chaque année', 'chaque trimestre')
    .replace('3 mois', '2 mois')
    .replace('Une lettre tient en une page.', 'Une lettre tient en une page, recto.')
    .replace(/Les services publics parlent[^<]*/, 'Les services publics parlent clair.')
  const file = { name: `${'bill-'.repeat(20)}.html`, bytes: Buffer.from(edit(bill)) }
  const about = { authors: null, commissioner: null, licence: null, editionPlannedFor: null }
  const request = { slug: 'petite-loi', file, reason: LONG, propositionWords: [] }
  const imported = await importReport(
    world.db,
    operator,
    { ...request, about: { ...about, illustrative: true } },
    new Date(),
  )
  assert.ok(imported.ok, 'the bill is read again')
}

/** Rivals, equals, a table's row, a passage that changed since, one that is gone, other kinds. */
async function fillWaiting(world: World, people: People, { long, arabic }: Writers) {
  const edition = '3'
  const on = 'Toute demande reçoit'
  const same = { on, edition, wording: 'Toute demande reçoit une réponse, et sa raison.' }
  const first = await amend(world, long, same)
  const equal = await amend(world, arabic, same)
  const rival = await amend(world, people.iris, { ...same, wording: 'Toute demande se discute.' })
  const row = await amend(world, long, {
    on: 'Demande\t',
    edition,
    at: -1,
    wording: 'Écrite, ou dite au guichet | un mois',
  })
  const question = await say(world, arabic, on, edition, 'question')
  const remark = await say(world, long, 'Article 3', edition)
  const parler = { on: 'Les services publics parlent', edition }
  const changed = await amend(world, long, { ...parler, wording: 'Ils parlent clair et bas.' })
  const taken = await amend(world, arabic, { ...parler, wording: 'Les services parlent à tous.' })
  const gone = await amend(world, long, {
    on: 'Un service sans nom',
    edition,
    wording: '« Un service sans nom est un service que nul ne tient.',
  })
  await answer(world, people.camille, { numbers: [taken], decision: 'accepted' })
  await importAgain(world, (bill) =>
    thirdEdition(bill)
      .replace('Les services publics parlent clair.', 'Les services parlent à tous.')
      .replace(/<p>\s*« Un service sans nom[^]*?<\/p>/, ''),
  )
  return { first, equal, rival, row, question, remark, changed, gone }
}

/** More than a page of the queue, over the years. */
async function fillCrowd(world: World, { actor }: Somebody): Promise<void> {
  for (let at = 55; at > 0; at -= 1) {
    const sent = await submitAt(world, actor, new Date(Date.now() - (100 + at) * day))
    assert.ok(sent.ok)
  }
}

async function send(world: World, to: string, who: Visitor, fields: Record<string, string>) {
  const common = { body: LONG, key: newKey(), step: 'publish' }
  const sent = await world.post(`/fr${to}`, Object.entries({ ...common, ...fields }), who)
  const number = /contributions\/(\d+)\/receipt$/.exec(sent.headers.get('Location') ?? '')?.[1]
  assert.ok(number, `${JSON.stringify(fields)} is not published: ${await sent.text()}`)
  return Number(number)
}

type Amending = { on: string; edition: string; wording: string; at?: number }

/** Rewrites the first sentence of a passage, or another. */
async function amend(world: World, who: Visitor, { on, at = 0, ...said }: Amending) {
  const { id, sentences } = await world.blockWith(on)
  const sentence = String(sentences.at(at)?.n)
  return send(world, `${report}/passages/${id}/amendments`, who, { sentence, ...said })
}

async function say(
  world: World,
  who: Visitor,
  ...[on, edition, kind = 'remark']: [string, string, string?]
): Promise<number> {
  const { id } = await world.blockWith(on)
  return send(world, `${report}/passages/${id}/contributions`, who, { kind, edition })
}

type Answering = { numbers: number[]; decision: string; wording?: string }

async function answer(world: World, who: Visitor, { numbers, ...given }: Answering): Promise<void> {
  const form = [
    ...numbers.map((number): [string, string] => ['c', String(number)]),
    ...numbers.map((number): [string, string] => ['revision', `${number}.1`]),
    ...Object.entries({ reason: LONG, ...given }),
  ]
  const sent = await world.post(`${workshop}/answers`, form, who)
  assert.equal(sent.status, 303, `${numbers.join()} is answered`)
}
