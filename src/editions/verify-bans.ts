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
  const { salt, pseudonym, contributionNumber: contribution } = ban
  const concerned = salt && hashConcerned(salt, { pseudonym, contribution })
  const { concerned: hash, ...others } = payloadOfBan({ ...ban, concerned: concerned ?? '' })
  // Once its salt is destroyed nobody can prove whom it was about.
  const says = concerned === null ? others : { ...others, concerned: hash ?? '' }
  return { object: objectOf(ban), at: ban.from, actor: ban.setter, says }
}

function accountOfLift(ban: BanAccount): Account[] {
  const { end, ender } = ban
  if (end?.kind !== 'lifted') return []
  const says = { reason: hashWords(end.reason ?? '') }
  return [{ object: objectOf(ban), at: end.at, actor: ender, says }]
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
  return [{ object: objectOf(ban), at: contest.at, actor: 'concerned', says }]
}

function accountOfOutcome(ban: BanAccount): Account[] {
  const { contest, decider } = ban
  if (!contest?.decision) return []
  const { outcome, reason, at } = contest.decision
  const says = payloadOfOutcome(outcome, reason)
  return [{ object: objectOf(ban), at, actor: decider, says }]
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
  const { id, salt, pseudonym, contributionNumber: contribution, giver, givenAt } = warning
  const concerned = salt ? hashConcerned(salt, { pseudonym, contribution }) : ''
  const { concerned: hash, ...others } = payloadOfWarning({ ...warning, concerned })
  const says = salt ? { ...others, concerned: hash ?? '' } : others
  return { object: `warning/${id}`, at: givenAt, actor: giver, says }
}
