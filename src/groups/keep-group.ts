import { recordAct } from '../journal/index.ts'
import { authorize, type Actor, type Role } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound, SignInNeeded } from '../platform/http/problems.ts'
import { lockReport, type Report } from '../reports/index.ts'
import {
  checkCandidates,
  checkWords,
  fewestMembers,
  mostMembers,
  payloadOfGroupAct,
  planUndoing,
  problemOf,
  sameWords,
  sorted,
  trimmed,
  type FormProblem,
  type Group,
  type GroupProblem,
  type Step,
  type Words,
} from './group.ts'
import {
  applyStep,
  findGroupByKey,
  listCandidates,
  listGroupActs,
  listGroupsOf,
  lockGroup,
  saveGroup,
  saveGroupAct,
} from './store.ts'

export type KeptGroup = { ok: true; id: number } | { ok: false; problems: GroupProblem[] }

type InReport = { report: Pick<Report, 'id' | 'slug'> }
type OnGroup = InReport & { id: number }

/** `key`: of the form. */
export type Making = InReport & { words: Words; numbers: readonly number[]; key: string }

/** Makes a group of contributions that are in none; the same form sent twice makes it once. */
export function makeGroup(db: Db, actor: Actor, making: Making, now: Date): Promise<KeptGroup> {
  const { report, key } = making
  const numbers = sorted(making.numbers)
  return inTransaction(db, async (tx) => {
    await lockReport(tx, report.id)
    const by = whoActs(actor, report)
    const before = await findGroupByKey(tx, report.id, key)
    if (before) return sentAgain(before, making, await listGroupActs(tx, before.id))
    const problems = [
      ...checkCount(numbers.length),
      ...checkCandidates(numbers, await listCandidates(tx, numbers), {
        reportId: report.id,
        groupId: null,
      }),
      ...checkWords(making.words),
    ]
    if (problems.length > 0) return { ok: false, problems }
    const words = trimmed(making.words)
    const id = await saveGroup(tx, { ...words, reportId: report.id, key, madeAt: now })
    if (id === undefined) return refuse('made-already')
    const step: Step = { deed: 'made', numbers, words }
    await save({ tx, report, by, now }, { id, revision: 0, step, undoes: null })
    return { ok: true, id }
  })
}

/** The same words and contributions once more are the group that was made; others are not lost under it. */
function sentAgain(
  before: Group,
  { words, numbers }: Making,
  acts: Awaited<ReturnType<typeof listGroupActs>>,
): KeptGroup {
  const first = acts[0]
  const same =
    first?.words &&
    sameWords(first.words, trimmed(words)) &&
    first.numbers.join() === sorted(numbers).join()
  return same ? { ok: true, id: before.id } : refuse('made-already')
}

function checkCount(count: number): GroupProblem[] {
  if (count === 0) return [problemOf('nothing-chosen')]
  if (count < fewestMembers) return [problemOf('too-few')]
  return count > mostMembers ? [problemOf('too-many')] : []
}

type Adding = OnGroup & { numbers: readonly number[] }

/** Puts contributions into a group, all of them or none; those that are in it already stay. */
export function addToGroup(db: Db, actor: Actor, adding: Adding, now: Date): Promise<KeptGroup> {
  return inGroup(db, actor, { ...adding, now }, async ({ tx, group }) => {
    if (group.dissolvedAt) return refuse('dissolved')
    const wanted = sorted(adding.numbers)
    if (wanted.length === 0) return refuse('nothing-chosen')
    const numbers = wanted.filter((number) => !group.numbers.includes(number))
    if (group.numbers.length + numbers.length > mostMembers) return refuse('too-many')
    const candidates = await listCandidates(tx, numbers)
    const on = { reportId: group.reportId, groupId: group.id }
    const problems = checkCandidates(numbers, candidates, on)
    if (problems.length > 0) return { ok: false, problems }
    return numbers.length === 0 ? nothing : { deed: 'added', numbers, words: null }
  })
}

/** Takes contributions out of a group; those that are not in it any more are out already. */
export function removeFromGroup(db: Db, actor: Actor, removing: Adding, now: Date) {
  return inGroup(db, actor, { ...removing, now }, ({ group }) => {
    if (removing.numbers.length === 0) return refuse('nothing-chosen')
    const numbers = group.numbers.filter((number) => removing.numbers.includes(number))
    if (numbers.length === 0) return nothing
    return group.numbers.length - numbers.length < fewestMembers
      ? refuse('too-few-left')
      : { deed: 'removed', numbers, words: null }
  })
}

type Wording = OnGroup & { words: Words; read: number }

/** Calls a group otherwise; `read`: the revision that its editor had before them. */
export function wordGroup(db: Db, actor: Actor, wording: Wording, now: Date): Promise<KeptGroup> {
  return inGroup(db, actor, { ...wording, now }, async ({ tx, group }) => {
    const words = trimmed(wording.words)
    const problems = checkWords(words)
    if (problems.length > 0) return { ok: false, problems }
    if (sameWords(group, words)) return nothing
    if (group.dissolvedAt) return refuse('dissolved')
    // What came in or went out meanwhile is no matter.
    const acts = await listGroupActs(tx, group.id)
    const worded = acts.findLast((act) => act.words)?.revision ?? 0
    return worded > wording.read ? refuse('changed-since') : { deed: 'worded', numbers: [], words }
  })
}

type Dissolving = OnGroup & { read: number }

/** Dissolves a group as it was read; its contributions are in none then, and stay what they are. */
export function dissolveGroup(db: Db, actor: Actor, dissolving: Dissolving, now: Date) {
  return inGroup(db, actor, { ...dissolving, now }, ({ group }) => {
    if (group.dissolvedAt) return nothing
    return group.revision === dissolving.read
      ? { deed: 'dissolved', numbers: group.numbers, words: null }
      : refuse('changed-since')
  })
}

type Undoing = OnGroup & { act: number }

/** Takes back one thing that was done to a group, by a further act; what was done stays written. */
export function undoGroupAct(db: Db, actor: Actor, undoing: Undoing, now: Date) {
  return inGroup(db, actor, { ...undoing, now, undoes: undoing.act }, async ({ tx, group }) => {
    const acts = await listGroupActs(tx, group.id)
    const act = acts.find(({ id }) => id === undoing.act)
    if (!act) throw new NotFound('group act')
    const others = await listGroupsOf(tx, act.numbers)
    const elsewhere = new Set(
      [...others].filter(([, { id }]) => id !== group.id).map(([number]) => number),
    )
    const planned = planUndoing(group, acts, { act, elsewhere })
    if (!planned.ok) return refuse(planned.problem)
    const { step } = planned
    const taken = step.deed === 'added' ? step.numbers.filter((one) => elsewhere.has(one)) : []
    const problems = taken.map((number) => ({ number, problem: 'in-other-group' as const }))
    return problems.length > 0 ? { ok: false, problems } : step
  })
}

const nothing = 'nothing-to-do'

type Decided = Step | typeof nothing | { ok: false; problems: GroupProblem[] }
type Holding = OnGroup & { now: Date; undoes?: number }

/** Lock, authorize, decide, save, journal: for whatever is done to a group that there is. */
function inGroup(
  db: Db,
  actor: Actor,
  { report, id, now, undoes }: Holding,
  decide: (held: { tx: Db; group: Group }) => Decided | Promise<Decided>,
): Promise<KeptGroup> {
  return inTransaction(db, async (tx) => {
    await lockReport(tx, report.id)
    const by = whoActs(actor, report)
    const group = await lockGroup(tx, report.id, id)
    if (!group) throw new NotFound('group')
    const step = await decide({ tx, group })
    if (step === nothing) return { ok: true, id }
    if ('ok' in step) return step
    const doing = { id, revision: group.revision, step, undoes: undoes ?? null }
    await save({ tx, report, by, now }, doing)
    return { ok: true, id }
  })
}

type By = { role: Role; actor: string; personId: number }

function whoActs(actor: Actor, report: InReport['report']): By {
  const role = authorize(actor, 'group.keep', { reportId: report.id })
  if (actor.personId === null) throw new SignInNeeded()
  return { role, actor: actor.pseudonym, personId: actor.personId }
}

type Saving = InReport & { tx: Db; by: By; now: Date }
type Saved = { id: number; revision: number; step: Step; undoes: number | null }

async function save({ tx, report, by, now }: Saving, { id, step, undoes, ...was }: Saved) {
  const revision = was.revision + 1
  await applyStep(tx, { group: { id, reportId: report.id }, step, revision, at: now })
  const done = { groupId: id, revision, ...step, undoes, role: by.role, at: now }
  await saveGroupAct(tx, { ...done, doneBy: by.personId })
  const undone = (await listGroupActs(tx, id)).find((act) => act.id === undoes)
  const told = { report: report.slug, revision, undoes: undone?.revision ?? null }
  await recordAct(
    tx,
    {
      at: now,
      role: by.role,
      actor: by.actor,
      action: `group.${step.deed}`,
      object: `group/${id}`,
    },
    payloadOfGroupAct({ ...told, numbers: step.numbers, words: step.words }),
  )
}

function refuse(problem: FormProblem): { ok: false; problems: GroupProblem[] } {
  return { ok: false, problems: [problemOf(problem)] }
}
