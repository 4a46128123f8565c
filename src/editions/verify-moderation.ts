import { listHoldAccounts, type ContributionAccount } from '../contributions/index.ts'
import { listActs } from '../journal/index.ts'
import {
  actionOf,
  currentOf,
  cutAfter,
  findCharter,
  listDecisionAccounts,
  listSettingAccounts,
  listVersions,
  payloadOf,
  payloadOfCharter,
  payloadOfSetting,
  stateAfter,
  typedOf,
  type DecisionAccount,
} from '../moderation/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { compareAccounts, type Account, type AccountFinding } from './verify-accounts.ts'

type State = ContributionAccount['state']
type Finding = AccountFinding | { object: string; problem: 'state-without-act' }

/**
 * Every decision, every waiting and every setting of moderation is as the journal says; and each contribution, by its
 * number, is what the decision that holds made of it, or waits.
 */
export async function verifyModeration(
  db: Db,
  states: ReadonlyMap<number, State>,
): Promise<Finding[]> {
  const decisions = await listDecisionAccounts(db)
  const holds = await listHoldAccounts(db)
  const waiting = new Set(holds.filter(({ endedAt }) => !endedAt).map(({ number }) => number))
  const ofEach = Map.groupBy(decisions, ({ contributionNumber }) => contributionNumber)
  const astray = [...states].flatMap(([number, state]) => {
    const all = ofEach.get(number) ?? []
    const right = isRight(state, all, waiting.has(number)) && isCutRightly(all)
    return right
      ? []
      : [{ object: `contribution/${number}`, problem: 'state-without-act' as const }]
  })
  return [
    ...astray,
    ...(await verifyDecisions(db, decisions)),
    ...compareAccounts(holds.map(accountOfHold), await listActs(db, ['contribution.held'])),
    ...(await verifySettings(db)),
    ...(await verifyCharter(db)),
  ]
}

/** What is withdrawn was published before, and waits or is withheld for as long as moderation says so. */
function isRight(state: State, decisions: readonly DecisionAccount[], waits: boolean): boolean {
  if (waits) return state === 'pending'
  const current = currentOf(decisions)
  const decided = current ? stateAfter(current, decisions) : 'published'
  return decided === (state === 'withdrawn' ? 'published' : state)
}

/** It is shown without the words that the decision that holds has cut, and with all others. */
function isCutRightly(decisions: readonly DecisionAccount[]): boolean {
  const current = currentOf(decisions)
  return current === undefined || cutAfter(current, decisions) === current.cutBy
}

async function verifyDecisions(db: Db, decisions: readonly DecisionAccount[]): Promise<Finding[]> {
  const actions = (['published', 'cut', 'withheld', 'undone'] as const).map((outcome) =>
    actionOf({ outcome }),
  )
  const found = await Promise.all(
    actions.map(async (action) =>
      compareAccounts(
        decisions.filter((decision) => actionOf(decision) === action).map(accountOfDecision),
        await listActs(db, [action]),
      ),
    ),
  )
  return found.flat()
}

function accountOfDecision(decision: DecisionAccount): Account {
  return {
    object: `contribution/${decision.contributionNumber}`,
    at: decision.decidedAt,
    actor: decision.pseudonym,
    says: payloadOf(decision),
  }
}

function accountOfHold(hold: Awaited<ReturnType<typeof listHoldAccounts>>[number]): Account {
  const { id, number, ground, signs, heldAt } = hold
  const object = `contribution/${number}`
  return { object, at: heldAt, actor: 'program', says: { hold: id, ground, signs } }
}

async function verifySettings(db: Db): Promise<Finding[]> {
  const rows = await listSettingAccounts(db)
  return compareAccounts(
    rows.map((row) => ({
      object: `report/${row.slug}`,
      at: row.setAt,
      actor: row.pseudonym,
      says: payloadOfSetting(row),
    })),
    await listActs(db, ['moderation.set']),
  )
}

/** Every version but the first, which comes with the program. */
async function verifyCharter(db: Db): Promise<Finding[]> {
  const kept = (await listVersions(db)).filter(({ version }) => version > 1).toReversed()
  const accounts = await Promise.all(
    kept.map(async ({ version, keptAt, pseudonym }) => {
      const charter = await findCharter(db, version)
      const says = payloadOfCharter(version, charter ? typedOf(charter) : [])
      return { object: 'charter', at: keptAt, actor: pseudonym, says }
    }),
  )
  return compareAccounts(accounts, await listActs(db, ['charter.kept']))
}
