import { recordAct } from '../journal/index.ts'
import { requirePerson } from '../moderation/index.ts'
import { authorize, type Actor, type Role } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound } from '../platform/http/problems.ts'
import { listEditions, type Report } from '../reports/index.ts'
import {
  checkOpinion,
  payloadOfOpinion,
  saysSame,
  type OpinionProblem,
  type TypedOpinion,
} from './opinion.ts'
import {
  findByKey,
  findOpinion,
  listVersions,
  lockOpinion,
  saveOpinion,
  saveVersion,
  type NewOpinion,
} from './store.ts'

export type Published =
  | { ok: true; id: number }
  /** `published`: the id of what the same form has published before, in other words. */
  | { ok: false; problems: OpinionProblem[]; published?: number }

type Publishing = { report: Pick<Report, 'id' | 'slug'>; typed: TypedOpinion }

/** Publishes what a guarantor says, as they typed it, on an edition or the whole report; the same sent twice, once. */
export function publishOpinion(
  db: Db,
  actor: Actor,
  { report, typed }: Publishing,
  now: Date,
): Promise<Published> {
  return inTransaction(db, async (tx) => {
    const role = authorize(actor, 'opinion.publish', { reportId: report.id })
    const editions = (await listEditions(tx, report.id)).map(({ number }) => number)
    const problems = checkOpinion(typed, { editions, before: null })
    if (problems.length > 0) return { ok: false, problems }
    const editionNumber = typed.edition === '' ? null : Number(typed.edition)
    const authorId = requirePerson(actor)
    const made = { reportId: report.id, editionNumber, authorId, key: typed.key }
    const id = await saveOpinion(tx, made)
    if (id === undefined) return publishedBefore(tx, made, typed)
    const keeping = { actor, role, opinion: { id, editionNumber, slug: report.slug }, version: 1 }
    await keepVersion(tx, { ...keeping, typed: { ...typed, reason: '' } }, now)
    return { ok: true, id }
  })
}

/** What was published with that form, if it says what is sent now: other words are not lost under it. */
async function publishedBefore(
  tx: Db,
  { authorId, reportId, editionNumber, key }: NewOpinion,
  typed: TypedOpinion,
): Promise<Published> {
  const id = await findByKey(tx, authorId, key)
  const before = await findOpinion(tx, id)
  const first = (await listVersions(tx, id)).at(-1)
  const onSame = before?.reportId === reportId && before.editionNumber === editionNumber
  if (first && onSame && saysSame(typed, first)) return { ok: true, id }
  return { ok: false, problems: ['sent-already'], published: id }
}

type Correcting = Publishing & { id: number }

/** Adds a version, with why: the ones before stay as they are. Only its own author corrects an opinion. */
export function correctOpinion(
  db: Db,
  actor: Actor,
  { report, id, typed }: Correcting,
  now: Date,
): Promise<Published> {
  return inTransaction(db, async (tx) => {
    const opinion = await lockOpinion(tx, id)
    const role = authorize(actor, 'opinion.publish', { reportId: report.id })
    const theirs = opinion?.authorId === actor.personId && opinion.reportId === report.id
    if (!opinion || !theirs) throw new NotFound('opinion')
    const { editionNumber, current } = opinion
    // A form that is sent twice says the second time what stands by then.
    const isSentAgain = saysSame(typed, current) && typed.reason.trim() === current.reason
    if (typed.read < current.version && isSentAgain) return { ok: true, id }
    const problems = checkOpinion(typed, { editions: [], before: current })
    if (problems.length > 0) return { ok: false, problems }
    const kept = { id, editionNumber, slug: report.slug }
    await keepVersion(tx, { actor, role, opinion: kept, version: current.version + 1, typed }, now)
    return { ok: true, id }
  })
}

type Keeping = {
  actor: Actor
  role: Role
  opinion: { id: number; editionNumber: number | null; slug: string }
  version: number
  typed: TypedOpinion
}

async function keepVersion(
  tx: Db,
  { actor, role, opinion, version, typed }: Keeping,
  now: Date,
): Promise<void> {
  const said = {
    version,
    title: typed.title.trim(),
    body: typed.body.trim(),
    lang: typed.lang,
    reason: typed.reason.trim() || null,
  }
  const writtenById = requirePerson(actor)
  await saveVersion(tx, { ...said, opinionId: opinion.id, writtenById, writtenAt: now })
  await recordAct(
    tx,
    {
      at: now,
      role,
      actor: actor.pseudonym,
      action: 'opinion.published',
      object: `opinion/${opinion.id}`,
    },
    payloadOfOpinion({ ...said, report: opinion.slug, editionNumber: opinion.editionNumber }),
  )
}
