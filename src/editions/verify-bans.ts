import {
  daysToContest,
  hashConcerned,
  hashWords,
  listBanAccounts,
  listWarningAccounts,
  payloadOfBan,
  payloadOfContest,
  payloadOfOutcome,
  payloadOfWarning,
  type BanAccount,
  type BanEnd,
  type WarningAccount,
  type Whom,
} from '../bans/index.ts'
import { listActs } from '../journal/index.ts'
import { operator } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { daysBefore } from '../platform/periods.ts'
import { compareAccounts, type Account, type AccountFinding } from './verify-accounts.ts'

type Finding = AccountFinding | { object: string; problem: 'state-without-act' }

/**
 * Every warning and every ban, with its end, its contestation and what was decided of that, is as the journal says;
 * whom it is about is whom it was about when it was set; and what is forgotten is so by an erasure, or was over long enough.
 */
export async function verifyBans(db: Db): Promise<Finding[]> {
  const bans = await listBanAccounts(db)
  const compared = await Promise.all(
    accountsOf(bans).map(async ({ action, accounts }) =>
      compareAccounts(accounts, await listActs(db, [action])),
    ),
  )
  const warnings = await listWarningAccounts(db)
  const erasures = (await listActs(db, ['person.erased'])).map(({ at }) => Number(at))
  const astray = [
    ...bans
      .filter(
        (ban) =>
          !endsRightly(ban, bans) ||
          !settlesRightly(ban, bans) ||
          isHidden(ban, ban.end?.at, erasures),
      )
      .map(objectOf),
    ...warnings
      .filter((warning) => isHidden(warning, warning.givenAt, erasures))
      .map(({ id }) => `warning/${id}`),
  ]
  return [
    ...compared.flat(),
    ...compareAccounts(warnings.map(accountOfWarning), await listActs(db, ['warning.given'])),
    ...astray.map((object) => ({ object, problem: 'state-without-act' as const })),
  ]
}

/** As long as it can be contested nobody forgets it, but with the person. */
function isHidden(
  { forgottenAt }: { forgottenAt: Date | null },
  since: Date | undefined,
  erasures: readonly number[],
): boolean {
  if (forgottenAt === null || erasures.includes(Number(forgottenAt))) return false
  return since === undefined || forgottenAt < daysBefore(since, -daysToContest)
}

function accountsOf(bans: readonly BanAccount[]): { action: string; accounts: Account[] }[] {
  return [
    { action: 'ban.set', accounts: bans.map(accountOfBan) },
    { action: 'ban.lifted', accounts: bans.flatMap(accountOfLift) },
    { action: 'ban.over', accounts: bans.flatMap(accountOfOver) },
    { action: 'ban.contested', accounts: bans.flatMap(accountOfContest) },
    {
      action: 'ban.contest-decided',
      accounts: bans.flatMap((ban) => accountOfOutcome(ban, bans)),
    },
  ]
}

const objectOf = ({ id }: BanAccount) => `ban/${id}`

function accountOfBan(ban: BanAccount): Account {
  const says = payloadOfBan({ ...ban, concerned: hashOf(ban) })
  return { object: objectOf(ban), at: ban.from, actor: ban.setter, says: known(ban, says) }
}

function accountOfLift(ban: BanAccount): Account[] {
  const { end, ender } = ban
  if (end?.kind !== 'lifted') return []
  const says = { reason: hashWords(end.reason ?? '') }
  return [{ object: objectOf(ban), at: end.at, actor: ender, says: known(ban, says) }]
}

function accountOfOver(ban: BanAccount): Account[] {
  const { end, until } = ban
  if (end?.kind !== 'over') return []
  const says = { until: until.toISOString() }
  return [{ object: objectOf(ban), at: end.at, actor: operator.pseudonym, says }]
}

function accountOfContest(ban: BanAccount): Account[] {
  const { contest } = ban
  if (!contest) return []
  const says = payloadOfContest(contest.words)
  return [{ object: objectOf(ban), at: contest.at, actor: 'concerned', says: known(ban, says) }]
}

function accountOfOutcome(ban: BanAccount, all: readonly BanAccount[]): Account[] {
  const { contest, decider } = ban
  if (!contest?.decision) return []
  const { outcome, reason, at } = contest.decision
  const annulled = laterThan(ban, all).find(
    ({ end }) => end?.kind === 'contested' && Number(end.at) === Number(at),
  )
  const ends = annulled?.id ?? null
  const says = { ...payloadOfOutcome(outcome, reason, ends), ends }
  return [{ object: objectOf(ban), at, actor: decider, says: known(ban, says) }]
}

/** One that was replaced has its successor, one that ended after it was contested the decision that ended it. */
function endsRightly(ban: BanAccount, all: readonly BanAccount[]): boolean {
  const successor = all.find(({ prolongs }) => prolongs === ban.id)
  return isAt(ban, 'prolonged', successor?.from) && isAt(ban, 'contested', annulledAt(ban, all))
}

/** What replaced it, one after the other. */
function laterThan({ id }: BanAccount, all: readonly BanAccount[]): BanAccount[] {
  const next = all.find(({ prolongs }) => prolongs === id)
  return next ? [next, ...laterThan(next, all)] : []
}

/** What is said against a ban waits no longer once it, or what replaced it, was lifted or annulled; or with its person. */
function settlesRightly(ban: BanAccount, all: readonly BanAccount[]): boolean {
  const { contest, forgottenAt } = ban
  if (!contest || contest.decision) return true
  const last = laterThan(ban, all).at(-1) ?? ban
  const isDone = last.end?.kind === 'lifted' || last.end?.kind === 'contested'
  const at = isDone && last.end && last.end.at >= contest.at ? last.end.at : forgottenAt
  return Number(contest.settledAt) === Number(at)
}

/** It ended in that way at that moment, and in another if there is none. */
function isAt({ end }: BanAccount, kind: BanEnd, at: Date | undefined): boolean {
  return (end?.kind === kind) === (at !== undefined) && (!at || Number(at) === Number(end?.at))
}

/** When it was ended by what was decided on a contestation, of it or of one that it replaced, unless it was over by then. */
function annulledAt(ban: BanAccount, all: readonly BanAccount[]): Date | undefined {
  const { from, until, end } = ban
  const before = all.filter((one) => laterThan(one, all).includes(ban))
  return [ban, ...before]
    .flatMap(({ contest }) => (contest?.decision?.outcome === 'ended' ? contest.decision.at : []))
    .find((at) => from <= at && until > at && !(end && end.at < at))
}

function accountOfWarning(warning: WarningAccount): Account {
  const { id, giver: actor, givenAt: at } = warning
  const says = payloadOfWarning({ ...warning, concerned: hashOf(warning) })
  return { object: `warning/${id}`, at, actor, says: known(warning, says) }
}

type Concerning = { whom: Whom | null }

function hashOf({ whom }: Concerning): string {
  return whom ? hashConcerned(whom.salt, whom) : ''
}

/** What hashes of words and of whom it is about: once they are forgotten nobody can prove them. */
const forgotten: ReadonlySet<string> = new Set(['concerned', 'reason', 'grave', 'words'])

/** What the row can still say. */
function known({ whom }: Concerning, says: Account['says']): Account['says'] {
  if (whom) return says
  return Object.fromEntries(Object.entries(says).filter(([name]) => !forgotten.has(name)))
}
