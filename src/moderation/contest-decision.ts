import {
  findModerationSetting,
  lockContribution,
  type Contribution,
} from '../contributions/index.ts'
import { recordAct } from '../journal/index.ts'
import { lockPerson } from '../people/index.ts'
import { authorize, visitor, type Actor, type Role } from '../permissions.ts'
import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound } from '../platform/http/problems.ts'
import type { Mailing } from '../platform/mail/queue-mail.ts'
import {
  checkContest,
  isDecisionContestable,
  isOpenAppeal,
  isSentAgain,
  isVerdictContestable,
  payloadOfAppeal,
  type Appeal,
  type ContestProblem,
} from './appeal.ts'
import { queueAppealReceipt } from './appeal-mail.ts'
import { findAppeal, listAppeals, saveAppeal, saveAppealWithdrawal } from './appeal-store.ts'
import type { Flag, Verdict } from './flag.ts'
import { findFlagByToken, findVerdict } from './flag-store.ts'
import { requirePerson } from './require-person.ts'
import { dueAt } from './setting.ts'
import { listDecisions } from './store.ts'

export type Contested = { ok: true } | { ok: false; problem: ContestProblem }

type Contesting = {
  number: number
  decisionId: number
  reason: string
  /** Null where nobody is told: in the past that the demonstration is given. */
  mailing: Mailing | null
}

/** Contests a decision that hides one's own words; somebody else than whoever took it decides again. */
export function contestDecision(
  db: Db,
  actor: Actor,
  { number, decisionId, reason, mailing }: Contesting,
  now: Date,
): Promise<Contested> {
  return inTransaction(db, async (tx) => {
    const { said, role } = await openOwn(tx, actor, number)
    const decisions = await listDecisions(tx, number)
    const decision = decisions.find(({ id }) => id === decisionId)
    if (!decision || decision.reason === '') throw new NotFound('decision')
    const appeals = await listAppeals(tx, number)
    const contestable = isDecisionContestable({ decision, decisions, appeals }, now)
    const problem = checkContest(contestable, reason)
    const on = { decisionId, flagId: null, verdictId: null }
    if (isSentAgain(problem, appeals, { ...on, reason })) return { ok: true }
    const contestedById = decision.decidedById
    if (problem || contestedById === null) {
      return { ok: false, problem: problem ?? 'contest-not-open' }
    }
    const by = { role, pseudonym: actor.pseudonym, flag: undefined }
    await keepAppeal(tx, { said, ...on, ...by, contestedById, reason, mailing }, now)
    return { ok: true }
  })
}

type ContestingFlag = { token: string; reason: string; mailing: Mailing }

/** Contests the dismissal of a flag, as whoever has the link that was mailed to whoever flagged. */
export function contestVerdict(
  db: Db,
  { token, reason, mailing }: ContestingFlag,
  now: Date,
): Promise<Contested> {
  return inTransaction(db, async (tx) => {
    const { flag, verdict, said, appeals } = await openFlag(tx, token)
    if (!verdict) return { ok: false, problem: 'contest-not-open' }
    const contestable = isVerdictContestable({ flag, verdict, appeals }, now)
    const problem = checkContest(contestable, reason)
    const on = { decisionId: null, flagId: flag.id, verdictId: verdict.id }
    if (isSentAgain(problem, appeals, { ...on, reason })) return { ok: true }
    if (problem) return { ok: false, problem }
    const contestedById = verdict.decidedById
    const by = { role: 'reader' as const, pseudonym: visitor.pseudonym, flag }
    await keepAppeal(tx, { said, ...on, ...by, contestedById, reason, mailing }, now)
    return { ok: true }
  })
}

export type Uncontested = { ok: true } | { ok: false; problem: 'contest-not-open' }

/** Takes one's appeal against a decision back, as long as nobody has decided on it. */
export function withdrawAppeal(
  db: Db,
  actor: Actor,
  { number, decisionId }: { number: number; decisionId: number },
  now: Date,
): Promise<Uncontested> {
  return inTransaction(db, async (tx) => {
    const { role } = await openOwn(tx, actor, number)
    const appeal = (await listAppeals(tx, number)).find(
      (one) => one.decisionId === decisionId && isOpenAppeal(one),
    )
    if (!appeal) return { ok: false, problem: 'contest-not-open' }
    const object = `contribution/${number}`
    await keepWithdrawal(tx, { appeal, role, pseudonym: actor.pseudonym, object }, now)
    return { ok: true }
  })
}

/** The same, as whoever has the link that was mailed to whoever flagged. */
export function withdrawFlagAppeal(db: Db, token: string, now: Date): Promise<Uncontested> {
  return inTransaction(db, async (tx) => {
    const { flag, appeals } = await openFlag(tx, token)
    const appeal = appeals.find((one) => one.flagId === flag.id && isOpenAppeal(one))
    if (!appeal) return { ok: false, problem: 'contest-not-open' }
    const by = { role: 'reader' as const, pseudonym: visitor.pseudonym }
    await keepWithdrawal(tx, { appeal, ...by, object: `flag/${flag.reference}` }, now)
    return { ok: true }
  })
}

async function openOwn(tx: Db, actor: Actor, number: number) {
  await lockPerson(tx, requirePerson(actor))
  const said = await lockContribution(tx, number)
  if (!said) throw new NotFound('contribution')
  return { said, role: authorize(actor, 'decision.contest', said) }
}

/** The contribution is held, so that no appeal is decided on or made meanwhile. */
async function openFlag(tx: Db, token: string) {
  const named = await findFlagByToken(tx, sha256(token))
  const said = named && (await lockContribution(tx, named.contributionNumber))
  const flag = await findFlagByToken(tx, sha256(token))
  if (!flag || !said) throw new NotFound('flag')
  const verdict: Verdict | undefined =
    flag.verdictId === null ? undefined : await findVerdict(tx, flag.verdictId)
  return { flag, verdict, said, appeals: await listAppeals(tx, said.number) }
}

type Keeping = Pick<Appeal, 'decisionId' | 'flagId' | 'verdictId' | 'contestedById' | 'reason'> & {
  said: Contribution
  role: Role
  pseudonym: string
  flag: Flag | undefined
  mailing: Mailing | null
}

async function keepAppeal(tx: Db, keeping: Keeping, now: Date): Promise<void> {
  const { said, role, pseudonym: actor, flag, mailing, ...on } = keeping
  const contributionNumber = said.number
  const reason = on.reason.trim()
  const id = await saveAppeal(tx, { ...on, reason, contributionNumber, receivedAt: now })
  const appeal = await findAppeal(tx, id)
  if (!appeal) throw new Error('an appeal that was just saved is not there')
  const object = flag ? `flag/${flag.reference}` : `contribution/${said.number}`
  await recordAct(
    tx,
    { at: now, role, actor, action: 'appeal.received', object },
    payloadOfAppeal(appeal),
  )
  const until = dueAt(now, await findModerationSetting(tx, said.reportId))
  if (mailing) await queueAppealReceipt(tx, mailing, { appeal, said, flag, until }, now)
}

type Withdrawing = { appeal: Appeal; role: Role; pseudonym: string; object: string }

async function keepWithdrawal(
  tx: Db,
  { appeal, role, pseudonym: actor, object }: Withdrawing,
  now: Date,
): Promise<void> {
  await saveAppealWithdrawal(tx, appeal.id, now)
  await recordAct(
    tx,
    { at: now, role, actor, action: 'appeal.withdrawn', object },
    { appeal: appeal.id },
  )
}
