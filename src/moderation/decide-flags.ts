import { lockContribution } from '../contributions/index.ts'
import { recordAct } from '../journal/index.ts'
import { lockPerson } from '../people/index.ts'
import { authorize, type Actor, type Role } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound } from '../platform/http/problems.ts'
import type { Mailing } from '../platform/mail/queue-mail.ts'
import { listOpenAppeals } from './appeal-store.ts'
import { currentOf, reasonLimit } from './decision.ts'
import {
  checkVerdict,
  payloadOfVerdict,
  type Flag,
  type TypedVerdict,
  type Verdict,
  type VerdictProblem,
} from './flag.ts'
import { queueFlagAnswer, queueFlagReopened } from './flag-mail.ts'
import {
  listFlags,
  listFlagsIn,
  listVerdicts,
  saveVerdict,
  saveVerdictUndone,
  type NewVerdict,
} from './flag-store.ts'
import { isHidden } from './hidden.ts'
import { requirePerson } from './require-person.ts'
import { listDecisions } from './store.ts'

export type FlagsDecided = { ok: true } | { ok: false; problem: VerdictProblem }

type Deciding = { number: number; typed: TypedVerdict; mailing: Mailing | null }

/**
 * Decides on flags without hiding anything more: dismisses them with a reason, or says that what holds hides already
 * what they are about. Those who flagged are told. What is decided to be hidden answers its flags by itself.
 */
export function decideFlags(
  db: Db,
  actor: Actor,
  { number, typed, mailing }: Deciding,
  now: Date,
): Promise<FlagsDecided> {
  return inTransaction(db, async (tx) => {
    const { said, role, deciderId } = await openFlags(tx, actor, number)
    const waiting = (await listFlags(tx, number)).filter(isWaiting)
    const hidden = isHidden(said)
    const judging = { deciderId, authorId: said.authorId, waiting, hidden }
    const problem = checkVerdict(typed, judging, reasonLimit)
    if (problem) return { ok: false, problem }
    const upheld = typed.outcome === 'upheld'
    const current = currentOf(await listDecisions(tx, number))
    const verdict = {
      contributionNumber: number,
      outcome: upheld ? ('upheld' as const) : ('dismissed' as const),
      flags: typed.flags,
      decisionId: upheld ? (current?.id ?? null) : null,
      reason: upheld ? '' : typed.reason.trim(),
      appealId: null,
      decidedById: deciderId,
      decidedAt: now,
    }
    await keepVerdict(tx, { actor, role, verdict, mailing }, now)
    return { ok: true }
  })
}

export function isWaiting({ verdictId }: Pick<Flag, 'verdictId'>): boolean {
  return verdictId === null
}

export type UndoingVerdict = { ok: true } | { ok: false; problem: UndoProblem }
export type UndoProblem = 'own-contribution' | 'nothing-to-undo' | 'contested'

type Undoing = { number: number; verdictId: number; mailing: Mailing }

/** Takes a verdict on flags back, as long as nobody contests it: they wait again, and those who flagged are told. */
export function undoFlags(
  db: Db,
  actor: Actor,
  { number, verdictId, mailing }: Undoing,
  now: Date,
): Promise<UndoingVerdict> {
  return inTransaction(db, async (tx) => {
    const { said, role, deciderId } = await openFlags(tx, actor, number)
    if (said.authorId === deciderId) return { ok: false, problem: 'own-contribution' }
    const verdict = (await listVerdicts(tx, number)).find(({ id }) => id === verdictId)
    // What hides words is taken back with the decision that does; what follows from an appeal stays.
    if (!verdict || verdict.outcome === 'upheld' || verdict.appealId !== null) {
      return { ok: false, problem: 'nothing-to-undo' }
    }
    const appeals = await listOpenAppeals(tx, number)
    if (appeals.some((appeal) => appeal.verdictId === verdictId)) {
      return { ok: false, problem: 'contested' }
    }
    const flags = await takeBack(tx, { actor, role, verdict }, now)
    for (const flag of flags) await queueFlagReopened(tx, mailing, flag, now)
    return { ok: true }
  })
}

/** Whoever decides is held before what they decide on, as everywhere. */
async function openFlags(tx: Db, actor: Actor, number: number) {
  const deciderId = requirePerson(actor)
  await lockPerson(tx, deciderId)
  const said = await lockContribution(tx, number)
  if (!said) throw new NotFound('contribution')
  const role = authorize(actor, 'flag.decide', { reportId: said.reportId })
  return { said, role, deciderId }
}

type Keeping = {
  actor: Actor
  role: Role
  verdict: NewVerdict
  mailing: Mailing | null
  /** Ids of flags whose people are told in another mail. */
  told?: ReadonlySet<number | null>
}

/** Keeps a verdict and tells those who flagged; the journal does not say on what, as long as nothing is hidden. */
export async function keepVerdict(
  tx: Db,
  { actor, role, verdict, mailing, told }: Keeping,
  now: Date,
): Promise<void> {
  const id = await saveVerdict(tx, verdict)
  await recordAct(
    tx,
    {
      at: now,
      role,
      actor: actor.pseudonym,
      action: 'flag.decided',
      object: `verdict/${id}`,
    },
    payloadOfVerdict({ ...verdict, id, undoneAt: null }),
  )
  if (!mailing) return
  for (const flag of await listFlagsIn(tx, verdict.flags)) {
    if (!told?.has(flag.id)) await queueFlagAnswer(tx, mailing, { flag, verdict }, now)
  }
}

type TakingBack = { actor: Actor; role: Role; verdict: Verdict }

/** Takes a verdict back; returns its flags, which wait again. */
export async function takeBack(
  tx: Db,
  { actor, role, verdict }: TakingBack,
  now: Date,
): Promise<Flag[]> {
  await saveVerdictUndone(tx, { id: verdict.id, undoneById: requirePerson(actor) }, now)
  await recordAct(
    tx,
    {
      at: now,
      role,
      actor: actor.pseudonym,
      action: 'flag.decision-undone',
      object: `verdict/${verdict.id}`,
    },
    { verdict: verdict.id },
  )
  return listFlagsIn(tx, verdict.flags)
}
