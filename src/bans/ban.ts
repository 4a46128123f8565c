import type { BanInForce, Scope } from '../permissions.ts'
import { sha256, canonicalJson, type Json } from '../platform/canonical.ts'
import { nextMidnightInParis } from '../platform/paris-days.ts'
import { isBlank } from '../text/index.ts'

/** How it ended before or at its time. */
export type BanEnd = 'over' | 'lifted' | 'prolonged' | 'contested'
export type ContestOutcome = 'upheld' | 'ended'

/** What somebody who may not take part says against it, and what another moderator made of it. */
export type Contest = {
  at: Date
  words: string
  decision: { by: string; at: Date; outcome: ContestOutcome; reason: string } | null
  /** When it lost its object: the ban was lifted, or annulled with the one that it replaced. */
  settledAt: Date | null
}

/** For a time somebody may not take part in a report, or on the whole site. */
export type Ban = BanInForce & {
  personId: number
  /** As shown to moderators alone. */
  name: string
  contributionNumber: number
  from: Date
  until: Date
  /** The rule of a version of the charter that it rests on. */
  version: number
  rule: number
  reason: string
  warningId: number | null
  /** Why no warning came before; null where one did. */
  graveReason: string | null
  setById: number
  setBy: string
  prolongs: number | null
  end: { at: Date; kind: BanEnd; by: string | null; reason: string | null } | null
  contest: Contest | null
}

/** Characters. */
export const reasonLimit = 4000
/** In days, with the first and the last. */
export const longestBan = 366
/** In days after it was set: Regulation (EU) 2022/2065, article 20(1), wants six months. */
export const daysToContest = 183

const day = 24 * 3600 * 1000

/** The end of the last day that can be chosen: the same day a year on, or the one after it. */
export function latestEnd(now: Date): Date {
  return nextMidnightInParis(new Date(now.getTime() + (longestBan - 1) * day))
}

export type Typed = {
  scope: 'report' | 'site' | null
  rule: number | null
  until: string
  /** The id of a warning, or that it was grave enough to need none. */
  basis: number | 'grave' | null
  grave: string
  reason: string
  /** The ban in force when the form was read. */
  seen: number | null
}

type UntilProblem = 'no-until' | 'until-unreadable' | 'until-past' | 'until-too-late'

export type BanProblem =
  | 'yourself'
  | 'no-account'
  | 'has-role'
  | 'no-scope'
  | 'set-meanwhile'
  | 'no-rule'
  | UntilProblem
  | 'no-basis'
  | 'no-grave'
  | 'grave-too-long'
  | 'no-reason'
  | 'reason-too-long'

/** What is known when it is decided. */
export type Known = {
  setterId: number
  personId: number
  hasAccount: boolean
  hasRole: boolean
  /** What the setter may choose. */
  scopes: readonly Scope['kind'][]
  inForce: number | null
  /** Numbers of those of the newest charter. */
  rules: readonly number[]
  /** Ids of those that the person was given. */
  warnings: readonly number[]
}

/** Whom nothing can be set for, whatever is typed; null where it can. */
export function checkPerson({
  setterId,
  personId,
  hasAccount,
  hasRole,
}: Omit<Known, 'scopes' | 'inForce' | 'rules' | 'warnings'>): BanProblem | null {
  if (setterId === personId) return 'yourself'
  if (!hasAccount) return 'no-account'
  return hasRole ? 'has-role' : null
}

/** What keeps it from being set; none where nothing does. `until` says what is wrong with the day. */
export function checkBan(typed: Typed, known: Known, until: UntilProblem | null): BanProblem[] {
  const shut = checkPerson(known)
  if (shut) return [shut]
  if (typed.scope === null || !known.scopes.includes(typed.scope)) return ['no-scope']
  if (typed.seen !== known.inForce) return ['set-meanwhile']
  const named = typed.rule !== null && known.rules.includes(typed.rule)
  const all: (BanProblem | null)[] = [
    named ? null : 'no-rule',
    until,
    checkBasis(typed, known),
    checkReason(typed.reason),
  ]
  return all.filter((problem) => problem !== null)
}

function checkBasis({ basis, grave }: Typed, { warnings }: Known): BanProblem | null {
  if (basis !== 'grave') return basis !== null && warnings.includes(basis) ? null : 'no-basis'
  if (isBlank(grave)) return 'no-grave'
  return grave.trim().length > reasonLimit ? 'grave-too-long' : null
}

export type ReasonProblem = 'no-reason' | 'reason-too-long'

export function checkReason(reason: string): ReasonProblem | null {
  if (isBlank(reason)) return 'no-reason'
  return reason.trim().length > reasonLimit ? 'reason-too-long' : null
}

type Timed = Pick<Ban, 'from' | 'until' | 'end'>

export function isInForce({ until, end }: Omit<Timed, 'from'>, now: Date): boolean {
  return end === null && until > now
}

/** Whether somebody has to decide on what is said against it. */
export function isContested({ contest }: Pick<Ban, 'contest'>): boolean {
  return contest !== null && contest.decision === null && contest.settledAt === null
}

export type ContestProblem = 'contested-already' | 'too-late' | ReasonProblem

/** What keeps somebody from contesting their ban; null when nothing does. */
export function checkContest(
  words: string,
  { contest, from }: Pick<Ban, 'contest' | 'from'>,
  now: Date,
): ContestProblem | null {
  if (contest) return 'contested-already'
  if (now.getTime() > from.getTime() + daysToContest * day) return 'too-late'
  return checkReason(words)
}

export type OutcomeProblem =
  | 'nothing-contested'
  | 'decided-already'
  | 'settled'
  | 'set-by-you'
  | 'yourself'
  | 'no-outcome'
  | ReasonProblem

type Deciding = { outcome: ContestOutcome | null; reason: string; deciderId: number }

/**
 * What keeps a contestation from being decided; nobody decides on what they set themselves, nor on what they replaced.
 * `later`: the bans that followed it without a gap.
 */
export function checkOutcome(
  { outcome, reason, deciderId }: Deciding,
  { contest, setById, personId }: Pick<Ban, 'contest' | 'setById' | 'personId'>,
  later: readonly Pick<Ban, 'setById'>[],
): OutcomeProblem | null {
  if (!contest) return 'nothing-contested'
  if (contest.decision) return 'decided-already'
  if (contest.settledAt) return 'settled'
  if ([setById, ...later.map((ban) => ban.setById)].includes(deciderId)) return 'set-by-you'
  if (personId === deciderId) return 'yourself'
  return outcome === null ? 'no-outcome' : checkReason(reason)
}

/** Hides who it is about from everybody who reads the journal, and proves it to whoever has the row. */
export function hashConcerned(
  salt: Uint8Array,
  { pseudonym, contribution }: { pseudonym: string; contribution: number },
): string {
  return sha256(salt, canonicalJson({ contribution, person: pseudonym })).toString('hex')
}

export const hashWords = (words: string): string => sha256(words).toString('hex')

type Payload = { [key: string]: Json }

type Told = Pick<
  Ban,
  'until' | 'version' | 'rule' | 'reason' | 'warningId' | 'graveReason' | 'prolongs'
> & { concerned: string; where: string }

/** What the journal says of a ban: neither who nor which contribution, but the hash of both. */
export function payloadOfBan(ban: Told): Payload {
  const { until, version, rule, reason, warningId, graveReason, prolongs, concerned, where } = ban
  return {
    concerned,
    where,
    until: until.toISOString(),
    charter: version,
    rule,
    reason: hashWords(reason),
    warning: warningId,
    grave: graveReason === null ? null : hashWords(graveReason),
    prolongs,
  }
}

export function payloadOfContest(words: string): Payload {
  return { words: hashWords(words) }
}

/** `ends`: the ban that is annulled with it, having replaced it. */
export function payloadOfOutcome(
  outcome: ContestOutcome,
  reason: string,
  ends: number | null,
): Payload {
  return { outcome, reason: hashWords(reason), ...(ends !== null && { ends }) }
}
