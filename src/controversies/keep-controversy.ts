import { recordAct } from '../journal/index.ts'
import { authorize, type Actor, type Role } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound, SignInNeeded } from '../platform/http/problems.ts'
import { dayInParis } from '../platform/paris-days.ts'
import { listEditions, lockReport, type Report } from '../reports/index.ts'
import {
  checkPublishable,
  documentOf,
  isPossible,
  payloadOfAct,
  readContent,
  readNumbers,
  stateAfter,
  type Content,
  type ContentProblem,
  type Controversy,
  type Deed,
  type Settlement,
  type TypedContent,
} from './controversy.ts'
import { readSettlement, type SettlementProblem, type TypedSettlement } from './settlement.ts'
import { listControversyActs, saveControversyAct } from './act-store.ts'
import {
  findControversyByKey,
  listAnswered,
  listNamed,
  lockControversy,
  saveControversy,
  updateControversy,
} from './store.ts'

type Kept<Problem> = { ok: true; id: number } | { ok: false; problems: Problem[] }
export type KeptControversy = Kept<ContentProblem>
export type StaleProblem = 'changed-since'

type InReport = { report: Pick<Report, 'id' | 'slug'> }

/** `key`: of the form. */
export type Making = InReport & { typed: TypedContent; key: string }

/** Writes a controversy down as a draft, which editors alone see; the same form sent twice makes it once. */
export function makeControversy(
  db: Db,
  actor: Actor,
  { report, typed, key }: Making,
  now: Date,
): Promise<KeptControversy> {
  return inTransaction(db, async (tx) => {
    await lockReport(tx, report.id)
    const by = whoActs(actor, report)
    const read = await readTyped(tx, report.id, typed, [])
    if (!read.ok) return read
    const { content } = read
    const before = await findControversyByKey(tx, report.id, key)
    if (before) return sentAgain(before.id, content, await listControversyActs(tx, before.id))
    const id = await saveControversy(tx, { ...content, reportId: report.id, key })
    if (id === undefined) return refuse('made-already')
    const said = documentOf(content)
    const act = { id, revision: 1, deed: 'made' as const, content: said, settlement: null }
    await note({ tx, report, by, now }, act)
    return { ok: true, id }
  })
}

function sentAgain(
  id: number,
  content: Content,
  acts: readonly { content: string }[],
): KeptControversy {
  return acts[0]?.content === documentOf(content) ? { ok: true, id } : refuse('made-already')
}

type OnOne = InReport & { id: number; read: number }

/** Writes a controversy anew, as it was read; one before readers stays fit for them. */
export function changeControversy(
  db: Db,
  actor: Actor,
  { typed, ...on }: OnOne & { typed: TypedContent },
  now: Date,
): Promise<KeptControversy> {
  return onControversy<ContentProblem>(db, actor, { ...on, now }, async ({ tx, standing }) => {
    const before = standing.positions.flatMap(({ numbers }) => numbers)
    const read = await readTyped(tx, standing.reportId, typed, before)
    if (!read.ok) return read
    const { content } = read
    if (documentOf(content) === documentOf(standing)) return nothing
    if (standing.revision !== on.read) return refuse('changed-since')
    const problems = standing.state === 'draft' ? [] : checkPublishable(content)
    return problems.length > 0 ? { ok: false, problems } : { deed: 'changed', content }
  })
}

/** Lays a draft before readers, as it was read. */
export function publishControversy(db: Db, actor: Actor, on: OnOne, now: Date) {
  return onControversy<ContentProblem>(db, actor, { ...on, now }, ({ standing }) => {
    if (!isPossible('published', standing.state)) return nothing
    if (standing.revision !== on.read) return refuse('changed-since')
    const problems = checkPublishable(standing)
    return problems.length > 0 ? { ok: false, problems } : { deed: 'published' }
  })
}

type Settling = OnOne & { typed: TypedSettlement }

/** Says that it is settled: since when, where, and how. */
export function settleControversy(db: Db, actor: Actor, { typed, ...on }: Settling, now: Date) {
  return onControversy<SettlementProblem | StaleProblem>(
    db,
    actor,
    { ...on, now },
    async ({ tx, standing }) => {
      const numbers = standing.positions.flatMap((position) => position.numbers)
      const read = readSettlement(typed, {
        today: dayInParis(now),
        editions: (await listEditions(tx, standing.reportId)).map(({ number }) => number),
        answered: await listAnswered(tx, numbers),
      })
      if (!read.ok) return read
      const { settlement } = read
      if (standing.revision !== on.read || !isPossible('settled', standing.state)) {
        const last = (await listControversyActs(tx, standing.id)).at(-1)?.settlement
        const same = last && JSON.stringify(last) === JSON.stringify(settlement)
        return same ? nothing : { ok: false, problems: ['changed-since'] }
      }
      return { deed: 'settled', settlement }
    },
  )
}

/** Says that it is settled no more; how it had been stays written. */
export function reopenControversy(db: Db, actor: Actor, on: OnOne, now: Date) {
  return onControversy<StaleProblem>(db, actor, { ...on, now }, ({ standing }) => {
    if (!isPossible('reopened', standing.state)) return nothing
    return standing.revision === on.read
      ? { deed: 'reopened' }
      : { ok: false, problems: ['changed-since'] }
  })
}

async function readTyped(tx: Db, reportId: number, typed: TypedContent, before: readonly number[]) {
  const numbers = typed.positions.flatMap((position) => readNumbers(position.numbers) ?? [])
  const named = await listNamed(tx, numbers)
  return readContent(typed, { reportId, named, before: new Set(before) })
}

const nothing = 'nothing-to-do'
type Step = { deed: Deed; content?: Content; settlement?: Settlement }
type Decided<Problem> = Step | typeof nothing | { ok: false; problems: Problem[] }

/** Lock, authorize, decide, save, journal: for whatever is done to a controversy that there is. */
function onControversy<Problem>(
  db: Db,
  actor: Actor,
  { report, id, now }: OnOne & { now: Date },
  decide: (held: { tx: Db; standing: Controversy }) => Decided<Problem> | Promise<Decided<Problem>>,
): Promise<Kept<Problem>> {
  return inTransaction(db, async (tx) => {
    await lockReport(tx, report.id)
    const by = whoActs(actor, report)
    const standing = await lockControversy(tx, report.id, id)
    if (!standing) throw new NotFound('controversy')
    const step = await decide({ tx, standing })
    if (step === nothing) return { ok: true, id }
    if ('ok' in step) return step
    const { deed, content = null, settlement = null } = step
    const revision = standing.revision + 1
    const state = stateAfter(deed, standing.state)
    await updateControversy(tx, { id, reportId: report.id, state, revision }, content)
    const said = documentOf(content ?? standing)
    await note({ tx, report, by, now }, { id, revision, deed, content: said, settlement })
    return { ok: true, id }
  })
}

type By = { role: Role; actor: string; personId: number }

function whoActs(actor: Actor, report: InReport['report']): By {
  const role = authorize(actor, 'controversy.keep', { reportId: report.id })
  if (actor.personId === null) throw new SignInNeeded()
  return { role, actor: actor.pseudonym, personId: actor.personId }
}

type Noting = InReport & { tx: Db; by: By; now: Date }
type Noted = {
  id: number
  revision: number
  deed: Deed
  content: string
  settlement: Settlement | null
}

async function note({ tx, report, by, now }: Noting, { id, deed, ...said }: Noted) {
  const row = { ...said, deed, controversyId: id, role: by.role, doneBy: by.personId, at: now }
  await saveControversyAct(tx, row)
  await recordAct(
    tx,
    {
      at: now,
      role: by.role,
      actor: by.actor,
      action: `controversy.${deed}`,
      object: `controversy/${id}`,
    },
    payloadOfAct({ ...said, report: report.slug }),
  )
}

function refuse(problem: 'made-already' | 'changed-since'): {
  ok: false
  problems: ContentProblem[]
} {
  return { ok: false, problems: [{ position: null, problem }] }
}
