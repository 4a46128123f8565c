import { listHoldAccounts, type ContributionAccount } from '../contributions/index.ts'
import { listActs } from '../journal/index.ts'
import {
  actionOf,
  currentOf,
  listDecisionAccounts,
  listSettingAccounts,
  payloadOf,
  payloadOfSetting,
  stateAfter,
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
    const right = isRight(state, ofEach.get(number) ?? [], waiting.has(number))
    return right
      ? []
      : [{ object: `contribution/${number}`, problem: 'state-without-act' as const }]
  })
  return [
    ...astray,
    ...(await verifyDecisions(db, decisions)),
    ...compareAccounts(holds.map(accountOfHold), await listActs(db, ['contribution.held'])),
    ...(await verifySettings(db)),
  ]
}

/** What is withdrawn was published before, and waits or is withheld for as long as moderation says so. */
function isRight(state: State, decisions: readonly DecisionAccount[], waits: boolean): boolean {
  if (waits) return state === 'pending'
  const current = currentOf(decisions)
  const decided = current ? stateAfter(current, decisions) : 'published'
  return decided === (state === 'withdrawn' ? 'published' : state)
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
