import type { Contribution } from '../contributions/index.ts'
import { recordAct } from '../journal/index.ts'
import type { Actor, Role } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Mailing } from '../platform/mail/queue-mail.ts'
import { payloadOfAnswer, type Appeal, type AppealOutcome } from './appeal.ts'
import { queueAppealAnswer } from './appeal-mail.ts'
import { findAppeal, listOpenAppeals, saveAnswer } from './appeal-store.ts'
import { keepVerdict, takeBack } from './decide-flags.ts'
import type { Flag, Verdict } from './flag.ts'
import { queueFlagReopened } from './flag-mail.ts'
import { findFlag, findVerdict, listFlagsIn, listVerdicts } from './flag-store.ts'
import { requirePerson } from './require-person.ts'
import type { NewDecision } from './store.ts'

type Settling = {
  actor: Actor
  role: Role
  /** As it was before the decision. */
  said: Contribution
  decision: { id: number; reason: string }
  mailing: Mailing | null
}

/** What a decision of a moderator means for flags: hiding answers them, and showing again opens them again. */
export function settleFlags(
  tx: Db,
  settling: Settling & { decision: Pick<NewDecision, 'outcome'>; flags: readonly number[] },
  now: Date,
): Promise<void> {
  const { outcome } = settling.decision
  return outcome === 'published' ? reopenFlags(tx, settling, now) : answerFlags(tx, settling, now)
}

/**
 * After a decision that hides words: answers the flags that were listed with it, and reverses the dismissals that
 * those who flagged contest.
 */
export async function answerFlags(
  tx: Db,
  { flags, ...settling }: Settling & { flags: readonly number[] },
  now: Date,
): Promise<void> {
  const { actor, role, said, decision } = settling
  const deciderId = requirePerson(actor)
  const appeals = (await listOpenAppeals(tx, said.number)).filter(
    ({ flagId, contestedById, appellantId }) =>
      flagId !== null && contestedById !== deciderId && appellantId !== deciderId,
  )
  const again: number[] = []
  for (const verdictId of new Set(appeals.map((appeal) => appeal.verdictId))) {
    const verdict = verdictId === null ? undefined : await findVerdict(tx, verdictId)
    if (!verdict || verdict.undoneAt) continue
    await takeBack(tx, { actor, role, verdict }, now)
    again.push(...verdict.flags)
  }
  const answer = { outcome: 'reversed' as const, answer: decision.reason, resultId: decision.id }
  for (const appeal of appeals) await keepAnswer(tx, { ...settling, appeal, ...answer }, now)
  const all = [...new Set([...flags, ...again])]
  if (all.length > 0) await uphold(tx, { ...settling, flags: all, appeals }, now)
}

type Upholding = Settling & { flags: readonly number[]; appeals: readonly Appeal[] }

/** Whoever contested is told so by the answer to their appeal. */
async function uphold(
  tx: Db,
  { actor, role, said, decision, mailing, flags, appeals }: Upholding,
  now: Date,
): Promise<void> {
  const told = new Set(appeals.map(({ flagId }) => flagId))
  const verdict = {
    contributionNumber: said.number,
    outcome: 'upheld' as const,
    flags,
    decisionId: decision.id,
    reason: '',
    appealId: null,
    decidedById: requirePerson(actor),
    decidedAt: now,
  }
  await keepVerdict(tx, { actor, role, verdict, mailing, told }, now)
}

/** After a decision that shows the words again: flags of just these that hid them wait once more. */
export async function reopenFlags(
  tx: Db,
  { actor, role, said, mailing }: Omit<Settling, 'decision'>,
  now: Date,
): Promise<void> {
  for (const { verdict } of await listHiding(tx, said)) {
    const flags = await takeBack(tx, { actor, role, verdict }, now)
    if (!mailing) continue
    for (const flag of flags) await queueFlagReopened(tx, mailing, flag, now)
  }
}

/** After an appeal that shows the words again: flags that hid them are dismissed, for its reason and for good. */
export async function dismissFlags(
  tx: Db,
  { actor, role, said, mailing }: Omit<Settling, 'decision'>,
  { id: appealId, answer }: { id: number; answer: string },
  now: Date,
): Promise<void> {
  for (const { verdict, flags } of await listHiding(tx, said)) {
    await takeBack(tx, { actor, role, verdict }, now)
    const dismissed = {
      contributionNumber: said.number,
      outcome: 'dismissed' as const,
      flags: flags.map(({ id }) => id),
      decisionId: null,
      reason: answer,
      appealId,
      decidedById: requirePerson(actor),
      decidedAt: now,
    }
    await keepVerdict(tx, { actor, role, verdict: dismissed, mailing }, now)
  }
}

/** Verdicts that hold and hid just the words that a contribution has now. */
async function listHiding(
  tx: Db,
  { number, revision }: Contribution,
): Promise<{ verdict: Verdict; flags: Flag[] }[]> {
  const upheld = (await listVerdicts(tx, number)).filter(({ outcome }) => outcome === 'upheld')
  const all = await Promise.all(
    upheld.map(async (verdict) => ({ verdict, flags: await listFlagsIn(tx, verdict.flags) })),
  )
  return all.filter(({ flags }) => flags.some((flag) => flag.revision === revision))
}

type Answering = Omit<Settling, 'decision'> & {
  appeal: Appeal
  outcome: AppealOutcome
  answer: string
  resultId: number | null
}

/** Keeps what became of an appeal, and tells whoever contested. */
export async function keepAnswer(
  tx: Db,
  { actor, role, said, mailing, appeal, outcome, answer, resultId }: Answering,
  now: Date,
): Promise<void> {
  const decidedById = requirePerson(actor)
  await saveAnswer(tx, appeal.id, { outcome, answer, decidedById, decidedAt: now, resultId })
  const answered = await findAppeal(tx, appeal.id)
  if (!answered) throw new Error('an appeal that was just decided is not there')
  const flag = answered.flagId === null ? undefined : await findFlag(tx, answered.flagId)
  const object = flag ? `flag/${flag.reference}` : `contribution/${said.number}`
  await recordAct(
    tx,
    { at: now, role, actor: actor.pseudonym, action: 'appeal.decided', object },
    payloadOfAnswer(answered),
  )
  if (mailing) await queueAppealAnswer(tx, mailing, { appeal: answered, said, flag }, now)
}
