import { readFile } from 'node:fs/promises'
import { answerContributions } from '../answers/index.ts'
import {
  findContribution,
  submitContribution,
  supportContribution,
  wholePassage,
} from '../contributions/index.ts'
import { publishEdition } from '../editions/index.ts'
import { importReport } from '../imports/index.ts'
import {
  actorOf,
  ensurePerson,
  findPerson,
  grantRole,
  listGrants,
  saveIdentity,
} from '../people/index.ts'
import { authorize, operator, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction, lockUntilCommit } from '../platform/db/transaction.ts'
import { findReport, listEditionBlocks, requireEdition, type Report } from '../reports/index.ts'
import { debate, unsaid } from './debate.ts'
import { keepLife } from './life.ts'
import {
  accounts,
  amendments,
  answers,
  lateAmendments,
  slug,
  type SampleAmendment,
} from './sample.ts'

const day = 24 * 3600 * 1000

/** Any number, the same in every process: whoever holds it fills the demonstration in. */
const fillingLock = 727_003

/**
 * Fills the demonstration in, whole or not at all, through the same acts as everybody's; false if it
 * is there already.
 */
export function fillDemonstration(db: Db, now: Date): Promise<boolean> {
  authorize(operator, 'demonstration.fill', null)
  return inTransaction(db, async (tx) => {
    await lockUntilCommit(tx, fillingLock)
    if (await findReport(tx, slug)) return false
    await fill(tx, now)
    return true
  })
}

async function fill(db: Db, now: Date): Promise<void> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * day)

  const report = await importSample(db, daysAgo(90))
  const people = await makeAccounts(db, report, daysAgo(90))
  await publish(db, people, report, daysAgo(80))
  const numbers: number[] = []
  for (const [at, sample] of amendments.entries()) {
    numbers.push(await amend(db, people, { report, sample, now: daysAgo(70 - 3 * at) }))
  }
  for (const [at, { decision, reason }] of answers.entries()) {
    const contribution = await findContribution(db, numbers[at] ?? 0)
    if (!contribution) throw new Error('an answer of the demonstration answers nothing')
    const given = {
      report,
      answering: [{ number: contribution.number, read: contribution.revision }],
      decision,
      reason,
      wording: '',
      mailing: null,
    }
    assertOk(
      await answerContributions(db, actorNamed(people, 'rapporteur'), given, daysAgo(30 - at)),
    )
  }
  await publish(db, people, report, daysAgo(20))
  await hold(db, people, { report, daysAgo })
  await keepLife(db, actorNamed(people, 'rapporteur'), report, now)
  for (const sample of lateAmendments) await amend(db, people, { report, sample, now: daysAgo(5) })
}

type People = Map<string, Actor>

async function importSample(db: Db, now: Date): Promise<Report> {
  const bytes = await readFile(new URL('report.fr.html', import.meta.url))
  const about = {
    authors: 'Vivace (texte illustratif)',
    commissioner: null,
    licence: 'CC BY 4.0',
    editionPlannedFor: null,
    illustrative: true,
  }
  const file = { name: 'report.fr.html', bytes }
  const request = { slug, file, reason: 'Premier texte', propositionWords: [], about }
  assertOk(await importReport(db, operator, request, now))
  const report = await findReport(db, slug)
  if (!report) throw new Error('the report of the demonstration was not made')
  return report
}

async function makeAccounts(db: Db, report: Report, now: Date): Promise<People> {
  const people: People = new Map()
  for (const { subject, role, ...described } of accounts) {
    const newcomer = { ...described, provider: 'demonstration' as const, subject, locale: 'fr' }
    const id = await ensurePerson(db, newcomer, now)
    if (role) await grantRole(db, operator, { personId: id, role, report }, now)
    await saveIdentity(db, {
      personId: id,
      provider: 'email',
      subject: `${subject}@demonstration.invalid`,
      createdAt: now,
    })
    const person = await findPerson(db, id)
    if (person) people.set(subject, actorOf(person, await listGrants(db, id, now)))
  }
  return people
}

function actorNamed(people: People, subject: string): Actor {
  const actor = people.get(subject)
  if (!actor) throw new Error(`the demonstration has no account ${subject}`)
  return actor
}

async function publish(db: Db, people: People, report: Report, now: Date): Promise<void> {
  const actor = actorNamed(people, 'redaction')
  assertOk(await publishEdition(db, actor, { report, unansweredConfirmed: true, seen: null }, now))
}

type Holding = { report: Report; daysAgo: (days: number) => Date }

/** The debate on the newest edition: each says their word, half a day after the one before. */
async function hold(db: Db, people: People, { report, daysAgo }: Holding): Promise<void> {
  const { edition } = await requireEdition(db, report.slug, 'latest')
  const blocks = await listEditionBlocks(db, edition.id)
  const numbers: number[] = []
  for (const [at, sample] of debate.entries()) {
    const { by, kind, stance, lang, on, answers, words, ...said } = { ...unsaid, ...sample }
    const block = on === null ? null : blocks.find(({ text }) => text.includes(on))
    if (block === undefined) throw new Error(`not in the text: ${on}`)
    const now = daysAgo(18 - at / 2)
    const submitted = await submitContribution(
      db,
      actorNamed(people, by),
      {
        report,
        blockId: block && block.id,
        editionNumber: edition.number,
        replyTo: answers === null ? null : (numbers[answers] ?? 0),
        kind,
        stance,
        typed: said,
        choice: { ...wholePassage, words },
        wording: '',
        lang,
        idempotencyKey: `demonstration-debate-${at}`,
      },
      now,
    )
    if (!submitted.ok) throw new Error(`refused: ${submitted.problems.join(', ')}`)
    numbers.push(submitted.number)
    for (const supporter of said.supportedBy) {
      assertOk(await supportContribution(db, actorNamed(people, supporter), submitted.number, now))
    }
  }
}

type Amending = { report: Report; sample: SampleAmendment; now: Date }

async function amend(db: Db, people: People, { report, sample, now }: Amending): Promise<number> {
  const { edition } = await requireEdition(db, report.slug, 'latest')
  const blocks = await listEditionBlocks(db, edition.id)
  const block = blocks.find(({ text }) => text.includes(sample.replaces))
  const sentence = block?.sentences.find(({ start, end }) =>
    block.text.slice(start, end).includes(sample.replaces),
  )
  if (!block || !sentence) throw new Error(`not in the text: ${sample.replaces}`)
  const submitted = await submitContribution(
    db,
    actorNamed(people, sample.by),
    {
      report,
      blockId: block.id,
      editionNumber: edition.number,
      replyTo: null,
      kind: 'amendment',
      stance: null,
      typed: { title: '', body: sample.body, explanation: '', link: '', place: '' },
      choice: { ...wholePassage, sentences: [sentence.n] },
      wording: sample.wording,
      lang: sample.lang,
      idempotencyKey: `demonstration-${sample.by}-${block.id}`,
    },
    now,
  )
  if (!submitted.ok) throw new Error(`refused: ${submitted.problems.join(', ')}`)
  return submitted.number
}

function assertOk(outcome: { ok: boolean }): void {
  if (!outcome.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(outcome)}`)
}
