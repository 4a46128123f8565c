import {
  documentOf,
  listAllControversies,
  listControversyAccounts,
  payloadOfControversyAct,
  stateAfter,
  type ControversyState,
} from '../controversies/index.ts'
import {
  listAllGroups,
  listGroupActAccounts,
  payloadOfGroupAct,
  replay,
  type Group,
} from '../groups/index.ts'
import { listActs } from '../journal/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { compareAccounts, type AccountFinding } from './verify-accounts.ts'

export type GroupFinding = {
  kind: 'group' | 'controversy'
  object: string
  problem: AccountFinding['problem'] | 'state-without-act'
}

/** Every act on a group or a controversy is as the journal says, and each stands as what was done to it makes it stand. */
export async function verifyGroups(db: Db): Promise<GroupFinding[]> {
  const groups = (await verifyEveryGroup(db)).map((finding) => ({
    kind: 'group' as const,
    ...finding,
  }))
  const controversies = (await verifyControversies(db)).map((finding) => ({
    kind: 'controversy' as const,
    ...finding,
  }))
  return [...groups, ...controversies]
}

type Finding = Omit<GroupFinding, 'kind'>

const groupActions = ['made', 'added', 'removed', 'worded', 'dissolved', 'restored'].map(
  (deed) => `group.${deed}`,
)

async function verifyEveryGroup(db: Db): Promise<Finding[]> {
  const rows = await listGroupActAccounts(db)
  const accounts = rows.map((row) => ({
    object: `group/${row.groupId}`,
    at: row.at,
    actor: row.pseudonym,
    says: payloadOfGroupAct({ ...row, report: row.slug, undoes: row.undoneRevision }),
  }))
  const acts = Map.groupBy(rows, ({ groupId }) => groupId)
  const astray = (await listAllGroups(db)).filter(
    (group) => !standsAs(group, replay(acts.get(group.id) ?? [])),
  )
  return [
    ...compareAccounts(accounts, await listActs(db, groupActions)),
    ...astray.map(({ id }) => ({ object: `group/${id}`, problem: 'state-without-act' as const })),
  ]
}

function standsAs(group: Group, standing: ReturnType<typeof replay>): boolean {
  if (!standing) return false
  const { title, shared, numbers, dissolved } = standing
  return (
    group.title === title &&
    group.shared === shared &&
    group.numbers.join() === numbers.join() &&
    (group.dissolvedAt !== null) === dissolved
  )
}

const controversyActions = ['made', 'changed', 'published', 'settled', 'reopened'].map(
  (deed) => `controversy.${deed}`,
)

async function verifyControversies(db: Db): Promise<Finding[]> {
  const rows = await listControversyAccounts(db)
  const accounts = rows.map((row) => ({
    object: `controversy/${row.controversyId}`,
    at: row.at,
    actor: row.pseudonym,
    says: payloadOfControversyAct({ ...row, report: row.slug }),
  }))
  const acts = Map.groupBy(rows, ({ controversyId }) => controversyId)
  const astray = (await listAllControversies(db)).filter((controversy) => {
    const own = acts.get(controversy.id) ?? []
    const state = own.reduce<ControversyState>((now, { deed }) => stateAfter(deed, now), 'draft')
    const said = own.at(-1)?.content
    return state !== controversy.state || said !== documentOf(controversy)
  })
  return [
    ...compareAccounts(accounts, await listActs(db, controversyActions)),
    ...astray.map(({ id }) => ({
      object: `controversy/${id}`,
      problem: 'state-without-act' as const,
    })),
  ]
}
