import {
  asShown,
  findContribution,
  findModerationSetting,
  type Contribution,
} from '../contributions/index.ts'
import { recordAct } from '../journal/index.ts'
import { lockPerson } from '../people/index.ts'
import { visitor, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound } from '../platform/http/problems.ts'
import { newBlockId } from '../platform/ids.ts'
import { countWithin } from '../platform/limits/store.ts'
import type { Mailing } from '../platform/mail/queue-mail.ts'
import type { OfferedLocale } from '../platform/messages.ts'
import { hashNetwork } from '../platform/networks/network.ts'
import { suspectForm, type Sending } from '../spam/index.ts'
import { requireCharter } from './charter-store.ts'
import {
  checkFlag,
  flagsADayOfOneAddress,
  flagsADayOfOnePerson,
  flagsAnHourOfVisitors,
  flagsOfOneNetwork,
  isFlaggable,
  payloadOfFlag,
  type CheckedFlag,
  type Flag,
  type FlagProblem,
  type FlagRefusal,
  type TypedFlag,
} from './flag.ts'
import { makeFlagLink, queueFlagReceipt } from './flag-mail.ts'
import {
  countAskedBy,
  countAskedByVisitors,
  findFlag,
  findSameFlag,
  lockFlagger,
  saveFlag,
  type By,
} from './flag-store.ts'
import { dueAt } from './setting.ts'

/**
 * `path`: of the page that follows it; null where only a mail may say it. `again`: it was flagged before. `suspect`: nothing is
 * mailed before somebody has read it.
 */
export type Flagged =
  | { ok: true; reference: string; path: string | null; again: boolean; suspect: boolean }
  | { ok: false; problems: FlagProblem[]; notBefore?: Date }

type Flagging = {
  number: number
  typed: TypedFlag
  locale: OfferedLocale
  /** Null where nobody is told: in the past that the demonstration is given. */
  mailing: Mailing | null
  /** How its form came in; what came by no form is not suspected of being spam. */
  sending?: Sending
}

/**
 * Receives what somebody flags, signed in or not, and writes to them that it was received; nothing is hidden by it.
 * What the same person has flagged of the same words for the same reasons is not received twice. Who gives an address is not told on the
 * page whether it was: else anybody could ask so who flagged. To the address on a form that looks like a program's nothing
 * is mailed before somebody has read it: it may be anybody's.
 */
export function receiveFlag(
  db: Db,
  actor: Actor,
  { number, typed, locale, mailing, sending }: Flagging,
  now: Date,
): Promise<Flagged> {
  return inTransaction(db, async (tx) => {
    if (actor.personId !== null) await lockPerson(tx, actor.personId)
    const said = await requireFlaggable(tx, number)
    if (said.authorId === actor.personId) return { ok: false, problems: ['flag-own'] }
    const checked = await checkTyped(tx, { actor, said, typed })
    if (!checked.ok) return checked
    const by = whoFlags(actor, checked.flag)
    if (!by || 'email' in by) await lockFlagger(tx, by ?? { number })
    const refused = await refuseMore(tx, { by, sending }, now)
    if (refused) return refused
    const revision = Math.min(Math.max(typed.read, 1), said.revision)
    const flag = { ...checked.flag, number, revision }
    const signs = sending ? suspectForm(sending, typed.explanation.length, now) : []
    const before = await findSameFlag(tx, by, flag)
    const kept = before ?? (await keepFlag(tx, { actor, flag, locale, signs }, now))
    const again = before !== undefined
    return lead(tx, { flag: kept, by, again, said, mailing }, now)
  })
}

async function checkTyped(tx: Db, { actor, said, typed }: Checking) {
  const charter = await requireCharter(tx)
  return checkFlag(typed, {
    charter: { version: charter.version, rules: charter.rules.map((rule) => rule.number) },
    said: wordsOf(said),
    named: actor.personId !== null,
  })
}

type Checking = { actor: Actor; said: Contribution; typed: TypedFlag }

/** Public words only: what waits, or was withheld, nobody can flag. */
export async function requireFlaggable(db: Db, number: number): Promise<Contribution> {
  const said = await findContribution(db, number)
  if (!said || !isFlaggable(said)) throw new NotFound('something that can be flagged')
  return asShown(said)
}

function wordsOf({ content }: Contribution): string {
  const { title, body, explanation, link, place, wording } = content
  return [title, body, explanation, link, place, wording].filter((one) => one !== null).join('\n\n')
}

function whoFlags({ personId }: Actor, { flagger }: CheckedFlag): By | null {
  if (personId !== null) return { personId }
  return flagger && { email: flagger.email }
}

const hour = 3600 * 1000

type Asking = { by: By | null; sending: Sending | undefined }
type Refused = { ok: false; problems: [FlagRefusal]; notBefore?: Date }

/** What is received counts alone: a form that lacks something keeps nobody from flagging. */
async function refuseMore(tx: Db, { by, sending }: Asking, now: Date): Promise<Refused | null> {
  const problem = await findLimit(tx, by, now)
  if (problem) return { ok: false, problems: [problem] }
  if (by && 'personId' in by) return null
  const network = await hashNetwork(tx, sending?.address ?? null, now)
  const counted = await countWithin(tx, flagsOfOneNetwork, network, now)
  return counted.ok
    ? null
    : { ok: false, problems: ['flag-too-many-of-network'], notBefore: counted.until }
}

async function findLimit(tx: Db, by: By | null, now: Date): Promise<FlagRefusal | null> {
  const day = new Date(now.getTime() - 24 * hour)
  if (by && 'personId' in by) {
    const count = await countAskedBy(tx, by, day)
    return count >= flagsADayOfOnePerson ? 'flag-too-many-of-person' : null
  }
  if (by && (await countAskedBy(tx, by, day)) >= flagsADayOfOneAddress) {
    return 'flag-too-many-of-address'
  }
  const ofAll = await countAskedByVisitors(tx, new Date(now.getTime() - hour))
  return ofAll >= flagsAnHourOfVisitors ? 'flag-too-many-of-all' : null
}

type Keeping = {
  actor: Actor
  flag: CheckedFlag & { number: number; revision: number }
  locale: OfferedLocale
  signs: readonly string[]
}

/** The journal names nobody: whose pseudonym it were, their contributions would tell. */
async function keepFlag(tx: Db, { actor, flag, locale, signs }: Keeping, now: Date): Promise<Flag> {
  const { number: contributionNumber, ...rest } = flag
  const reference = newBlockId()
  const by = { personId: actor.personId, locale, signs, receivedAt: now }
  const id = await saveFlag(tx, { ...rest, ...by, reference, contributionNumber })
  await recordAct(
    tx,
    {
      at: now,
      role: 'reader',
      actor: visitor.pseudonym,
      action: 'flag.received',
      object: `flag/${reference}`,
    },
    payloadOfFlag({ id, ground: flag.ground }),
  )
  const kept = await findFlag(tx, id)
  if (!kept) throw new Error('a flag that was just saved is not there')
  return kept
}

type Leading = {
  flag: Flag
  by: By | null
  again: boolean
  said: Contribution
  mailing: Mailing | null
}

/** Within this long the same words without a name are the same form, sent twice: milliseconds. */
const doubleClick = 60_000

/** Somebody signed in, or without an address, is led to the page; else the mail leads there, and only it. */
async function lead(tx: Db, { flag, by, again, said, mailing }: Leading, now: Date) {
  const until = dueAt(flag.receivedAt, await findModerationSetting(tx, said.reportId))
  const { reference } = flag
  const suspect = by !== null && 'email' in by && flag.signs.length > 0
  if (mailing && !suspect) await queueFlagReceipt(tx, mailing, { flag, again, until }, now)
  const isDouble = now.getTime() - flag.receivedAt.getTime() < doubleClick
  const isShown = by === null ? !again || isDouble : 'personId' in by
  const path = isShown ? await makeFlagLink(tx, flag, now) : null
  return { ok: true as const, reference, path, again, suspect }
}
