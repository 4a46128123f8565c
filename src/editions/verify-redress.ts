import { listActs } from '../journal/index.ts'
import {
  listAppealAccounts,
  listFlagAccounts,
  listVerdictAccounts,
  payloadOfAnswer,
  payloadOfAppeal,
  payloadOfFlag,
  payloadOfVerdict,
  type AppealAccount,
  type Flag,
  type VerdictAccount,
} from '../moderation/index.ts'
import { visitor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { compareAccounts, type Account, type AccountFinding } from './verify-accounts.ts'

type Finding = AccountFinding | { object: string; problem: 'state-without-act' }

/**
 * Every flag, every verdict on flags and every appeal is as the journal says; and each flag is decided by the verdict that
 * names it and holds, or waits.
 */
export async function verifyRedress(db: Db): Promise<Finding[]> {
  const flags = await listFlagAccounts(db)
  const verdicts = await listVerdictAccounts(db)
  const appeals = await listAppealAccounts(db)
  const kinds: [string, Account[]][] = [
    ['flag.received', flags.map(accountOfFlag)],
    ['flag.decided', verdicts.map(accountOfVerdict)],
    ['flag.decision-undone', verdicts.flatMap(accountOfUndoing)],
    ['appeal.received', appeals.map(accountOfAppeal)],
    ['appeal.withdrawn', appeals.flatMap(accountOfWithdrawal)],
    ['appeal.decided', appeals.flatMap(accountOfAnswer)],
  ]
  const found = await Promise.all(
    kinds.map(async ([action, accounts]) =>
      compareAccounts(inOrder(accounts), await listActs(db, [action])),
    ),
  )
  return [...found.flat(), ...findAstray(flags, verdicts)]
}

/** Appeals on one contribution may be decided on in another order than they came. */
function inOrder(accounts: Account[]): Account[] {
  return accounts.toSorted((one, other) => Number(one.at) - Number(other.at))
}

function findAstray(flags: readonly Flag[], verdicts: readonly VerdictAccount[]): Finding[] {
  const holding = verdicts.filter(({ undoneAt }) => undoneAt === null)
  const decided = new Map(holding.flatMap(({ id, flags: on }) => on.map((flag) => [flag, id])))
  return flags
    .filter(({ id, verdictId }) => (decided.get(id) ?? null) !== verdictId)
    .map(({ reference }) => ({ object: `flag/${reference}`, problem: 'state-without-act' }))
}

function accountOfFlag(flag: Flag): Account {
  const { reference, receivedAt: at } = flag
  return { object: `flag/${reference}`, at, actor: visitor.pseudonym, says: payloadOfFlag(flag) }
}

function accountOfVerdict(verdict: VerdictAccount): Account {
  const { id, by: actor, decidedAt: at } = verdict
  return { object: `verdict/${id}`, at, actor, says: payloadOfVerdict(verdict) }
}

function accountOfUndoing({ id, undoneBy: actor, undoneAt: at }: VerdictAccount): Account[] {
  return at === null ? [] : [{ object: `verdict/${id}`, at, actor, says: { verdict: id } }]
}

function accountOfAppeal(appeal: AppealAccount): Account {
  const { receivedAt: at } = appeal
  return { ...actedOn(appeal), at, says: payloadOfAppeal(appeal) }
}

function accountOfWithdrawal(appeal: AppealAccount): Account[] {
  const { id, withdrawnAt: at } = appeal
  return at === null ? [] : [{ ...actedOn(appeal), at, says: { appeal: id } }]
}

function accountOfAnswer(appeal: AppealAccount): Account[] {
  const { decidedAt: at, by: actor } = appeal
  return at === null ? [] : [{ ...actedOn(appeal), actor, at, says: payloadOfAnswer(appeal) }]
}

/** Whoever flagged is not named. */
function actedOn({ reference, contributionNumber, author }: AppealAccount) {
  return reference === null
    ? { object: `contribution/${contributionNumber}`, actor: author }
    : { object: `flag/${reference}`, actor: visitor.pseudonym }
}
