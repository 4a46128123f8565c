import { authorize, type Actor, type Role } from '../permissions.ts'
import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { SignInNeeded } from '../platform/http/problems.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { enqueue } from '../platform/jobs/enqueue.ts'
import type { Mailing } from '../platform/mail/queue-mail.ts'
import { holdContribution, saveSettled, type Contribution } from '../contributions/index.ts'
import { recordAct } from '../journal/index.ts'
import { lockReport, type Report } from '../reports/index.ts'
import {
  checkAnswer,
  payloadOfAbout,
  type About,
  type AnswerProblem,
  type Decision,
  type OwnProblem,
  type Read,
} from './answer.ts'
import { checkAbout } from './find-about.ts'
import { planReplacements } from './change-text.ts'
import { makeReplacements } from './make-replacements.ts'
import type { Finished } from './plan-finished.ts'
import type { PlannedReplacement } from './replacement.ts'
import { findSameAnswer, listCausing, listDecisions, saveAnswer } from './store.ts'

export type GivenAnswer = {
  report: Report
  answering: readonly Read[]
  decision: Decision | null
  reason: string
  /** Null where nobody is told: in the past that the demonstration is given. */
  mailing: Mailing | null
  /** The group or controversy that is answered with them; all of them are of it. */
  about?: About | null
  /** Accepted in part; blank where only the decision is given, and the text changed by hand. */
} & Finished

export type Answered = { ok: true; id: number } | { ok: false; problems: AnswerProblem[] }

/**
 * Answers contributions together and once, as they were read: all of them or none; the same answer sent
 * twice is the one that was given. Accepting amendments changes the working text, with them as the causes.
 */
export async function answerContributions(
  db: Db,
  actor: Actor,
  given: GivenAnswer,
  now: Date,
): Promise<Answered> {
  const { report, answering, decision, mailing, about = null } = given
  const role = authorize(actor, 'contribution.answer', { reportId: report.id })
  const problems = checkAnswer(decision, given.reason, answering)
  if (decision === null || problems.length > 0) return { ok: false, problems }
  const reason = given.reason.trim()
  const by = { role, actor: actor.pseudonym, personId: requirePerson(actor) }

  return inTransaction(db, async (tx) => {
    await lockReport(tx, report.id)
    const held = await holdAll(tx, report.id, answering)
    const numbers = answering.map(({ number }) => number)
    if (!held.ok) {
      const same = { decision, reason, answeredBy: by.personId, contributionNumbers: numbers }
      const id = await findSameAnswer(tx, report.id, same)
      return id === undefined ? held : { ok: true, id }
    }
    const { contributions } = held
    const apart = about ? await checkAbout(tx, report.id, about, numbers) : []
    if (apart.length > 0) return { ok: false, problems: apart }
    const causing = decision === 'declined' ? await listCausing(tx, numbers) : []
    if (causing.length > 0) return { ok: false, problems: causing.map(sayCausing) }
    const plan = await planReplacements(tx, { ...given, contributions, decision })
    if (!plan.ok) return plan

    await makeReplacements(tx, { report, replacements: plan.replacements, reason, by }, now)
    const answer = { by, decision, reason, contributions, about }
    const id = await save(tx, report, answer, now)
    const madeTogether = decision === 'accepted-in-part' ? causesTogether(plan.replacements) : []
    // Whoever wants to be told is: by `notices/`, once the answer is sealed.
    if (mailing)
      await enqueue(tx, 'notices.tell-answer', { reportId: report.id, answerId: id, madeTogether })
    return { ok: true, id }
  })
}

/** The amendments of which editors made one wording; of a single one nobody needs to be told. */
function causesTogether(replacements: readonly PlannedReplacement[]): number[] {
  return replacements
    .filter(({ amendments }) => amendments.length > 1)
    .flatMap(({ amendments }) => amendments.map(({ number }) => number))
}

function sayCausing(number: number): AnswerProblem {
  return { number, problem: 'caused-a-change' }
}

type Held = { ok: true; contributions: Contribution[] } | { ok: false; problems: AnswerProblem[] }

/** In the order of their numbers, so that two editors wait for each other and never both at once. */
async function holdAll(tx: Db, reportId: number, answering: readonly Read[]): Promise<Held> {
  const known = await listDecisions(
    tx,
    answering.map(({ number }) => number),
  )
  const contributions: Contribution[] = []
  const problems: AnswerProblem[] = []
  const refuse = (number: number, problem: OwnProblem) => problems.push({ number, problem })
  for (const { number, read } of answering.toSorted((one, other) => one.number - other.number)) {
    const held = await holdContribution(tx, { reportId, number, read })
    if (!held.ok && held.problem === 'not-there') refuse(number, 'not-there')
    else if (known.has(number)) refuse(number, 'answered-already')
    else if (!held.ok) refuse(number, held.problem)
    else if (held.contribution.replyTo !== null) refuse(number, 'is-reply')
    else contributions.push(held.contribution)
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, contributions }
}

type Decided = {
  by: { role: Role; actor: string; personId: number }
  decision: Decision
  reason: string
  contributions: readonly Contribution[]
  about: About | null
}

/** One answer, and for each contribution an entry in the journal that names it. */
async function save(
  tx: Db,
  report: Report,
  { by, decision, reason, contributions, about }: Decided,
  now: Date,
): Promise<number> {
  const contributionNumbers = contributions.map(({ number }) => number)
  const id = await saveAnswer(tx, {
    reportId: report.id,
    decision,
    reason,
    answeredBy: by.personId,
    answeredAt: now,
    contributionNumbers,
    about,
  })
  await saveSettled(tx, contributionNumbers, now)
  const hashed = sha256(reason).toString('hex')
  const payload = { answer: id, decision, reason: hashed, ...payloadOfAbout(about) }
  for (const number of contributionNumbers) {
    const act = { role: by.role, actor: by.actor, action: 'contribution.answered' as const }
    await recordAct(tx, { ...act, at: now, object: `contribution/${number}` }, payload)
  }
  return id
}

function requirePerson(actor: Actor): number {
  if (actor.personId === null) throw new SignInNeeded()
  return actor.personId
}
