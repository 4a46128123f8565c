import {
  hashConcerned,
  hashWords,
  listBanAccounts,
  listWarningAccounts,
  payloadOfBan,
  payloadOfContest,
  payloadOfOutcome,
  payloadOfWarning,
  type BanAccount,
  type WarningAccount,
  type Whom,
} from '../bans/index.ts'
import { listActs } from '../journal/index.ts'
import { operator } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { compareAccounts, type Account, type AccountFinding } from './verify-accounts.ts'

type Finding = AccountFinding | { object: string; problem: 'state-without-act' }

/**
 * Every warning and every ban, with its end, its contestation and what was decided of that, is as the journal says;
 * and whom it is about is whom it was about when it was set.
 */
export async function verifyBans(db: Db): Promise<Finding[]> {
  const bans = await listBanAccounts(db)
  const compared = await Promise.all(
    accountsOf(bans).map(async ({ action, accounts }) =>
      compareAccounts(accounts, await listActs(db, [action])),
    ),
  )
  const warnings = (await listWarningAccounts(db)).map(accountOfWarning)
  return [
    ...compared.flat(),
    ...compareAccounts(warnings, await listActs(db, ['warning.given'])),
    ...bans
      .filter((ban) => !endsRightly(ban, bans))
      .map(({ id }) => ({ object: `ban/${id}`, problem: 'state-without-act' as const })),
  ]
}

function accountsOf(bans: readonly BanAccount[]): { action: string; accounts: Account[] }[] {
  return [
    { action: 'ban.set', accounts: bans.map(accountOfBan) },
    { action: 'ban.lifted', accounts: bans.flatMap(accountOfLift) },
    { action: 'ban.over', accounts: bans.flatMap(accountOfOver) },
    { action: 'ban.contested', accounts: bans.flatMap(accountOfContest) },
    { action: 'ban.contest-decided', accounts: bans.flatMap(accountOfOutcome) },
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

function accountOfOutcome(ban: BanAccount): Account[] {
  const { contest, decider } = ban
  if (!contest?.decision) return []
  const { outcome, reason, at } = contest.decision
  const says = payloadOfOutcome(outcome, reason)
  return [{ object: objectOf(ban), at, actor: decider, says: known(ban, says) }]
}

/** One that was replaced has its successor, one that ended after it was contested the decision that ended it. */
function endsRightly({ id, end, contest }: BanAccount, all: readonly BanAccount[]): boolean {
  if (end?.kind === 'prolonged') {
    return all.some(({ prolongs, from }) => prolongs === id && Number(from) === Number(end.at))
  }
  if (end?.kind !== 'contested') return true
  const decision = contest?.decision
  return decision?.outcome === 'ended' && Number(decision.at) === Number(end.at)
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
