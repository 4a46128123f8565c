import { recordAct } from '../journal/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { SignInNeeded } from '../platform/http/problems.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import {
  findEditionBlock,
  findLatestEdition,
  listHeadingsAnd,
  lockReport,
  type Edition,
  type PlacedBlock,
  type Report,
} from '../reports/index.ts'
import { foldTypography, keptPart } from '../text/index.ts'
import { leastKept, type AnchorPlace, type Standing } from './anchor.ts'
import { listDecidable, saveDecision, undoDecision, type Decidable } from './decide-store.ts'
import { headingsOver } from './nearest-heading.ts'
import { listAnchorsIn } from './store.ts'

export type AnchorDecision =
  | { rule: 'confirmed' | 'left' }
  | { rule: 'attached'; place: AnchorPlace }

export type DecisionProblem =
  /** A newer edition is read now, with anchors of its own. */
  | 'edition-over'
  | 'nothing-chosen'
  /** Somebody else decided since the page was opened. */
  | 'decided-meanwhile'
  | 'no-place'

export type Decided = { ok: true } | { ok: false; problem: DecisionProblem }

type Deciding = {
  report: Report
  editionNumber: number
  /** Ids of the anchors, as they were seen. */
  seen: readonly number[]
}

/**
 * What an editor decides on the passages of contributions, all or none: that they stand where they were found, or
 * elsewhere, or nowhere. Sent twice, it is decided once.
 */
export function decideAnchors(
  db: Db,
  actor: Actor,
  { decision, ...deciding }: Deciding & { decision: AnchorDecision },
  now: Date,
): Promise<Decided> {
  return withAnchors(db, actor, deciding, async ({ tx, edition, seen, role }) => {
    if (await saysAlready(tx, { edition, seen, decision })) return { ok: true }
    if (seen.some(({ current }) => !current)) return { ok: false, problem: 'decided-meanwhile' }
    if (decision.rule === 'confirmed' && seen.some(({ place }) => place === null))
      return { ok: false, problem: 'no-place' }
    const standingOf = await standingFinder(tx, edition, { seen, decision })
    const by = { editionId: edition.id, personId: requirePerson(actor), at: now }
    for (const anchor of seen) {
      const standing = standingOf(anchor)
      const id = await saveDecision(tx, { id: anchor.id, standing }, by)
      const { slug } = deciding.report
      await recordAct(
        tx,
        { ...actOf(anchor, `anchor.${decision.rule}`), at: now, role, actor: actor.pseudonym },
        accountOf({ id, edition: `${slug}/${edition.number}`, ...columnsOf(standing) }),
      )
    }
    return { ok: true }
  })
}

/** Takes decisions back, all or none; what was taken back already, as by a second click, is no matter. */
export function undoDecisions(
  db: Db,
  actor: Actor,
  deciding: Deciding,
  now: Date,
): Promise<Decided> {
  return withAnchors(db, actor, deciding, async ({ tx, edition, seen, role }) => {
    const held = seen.filter(({ undone }) => !undone)
    if (held.some(({ current, decided }) => !current || !decided))
      return { ok: false, problem: 'decided-meanwhile' }
    const by = { editionId: edition.id, personId: requirePerson(actor), at: now }
    for (const anchor of held) {
      await undoDecision(tx, anchor, by)
      const act = { ...actOf(anchor, 'anchor.undone'), at: now, role, actor: actor.pseudonym }
      await recordAct(tx, act, { anchor: anchor.id })
    }
    return { ok: true }
  })
}

type Account = {
  id: number
  rule: string
  edition: string
  blockId: string | null
  start: number | null
  end: number | null
}

/** What the journal says of a decision. */
export function accountOf({ id, rule, edition, blockId, start, end }: Account) {
  return { anchor: id, decision: rule, edition, block: blockId, start, end }
}

type Work = { tx: Db; edition: Edition; seen: Decidable[]; role: string }

/** Under the report's lock: no edition is published meanwhile, and no other editor decides. */
function withAnchors(
  db: Db,
  actor: Actor,
  { report, editionNumber, seen }: Deciding,
  work: (given: Work) => Promise<Decided>,
): Promise<Decided> {
  return inTransaction(db, async (tx) => {
    await lockReport(tx, report.id)
    const role = authorize(actor, 'anchor.decide', { reportId: report.id })
    const edition = await findLatestEdition(tx, report.id)
    if (edition?.number !== editionNumber) return { ok: false, problem: 'edition-over' }
    const found = await listDecidable(tx, edition.id, seen)
    if (found.length === 0 || found.length < new Set(seen).size)
      return { ok: false, problem: 'nothing-chosen' }
    return work({ tx, edition, seen: found, role })
  })
}

type Comparing = { edition: Edition; seen: readonly Decidable[]; decision: AnchorDecision }

/** The same was decided on all of them, by a form that was sent twice or by another editor. */
async function saysAlready(tx: Db, { edition, seen, decision }: Comparing): Promise<boolean> {
  if (seen.some(({ current }) => current)) return false
  const held = await listHeld(tx, edition, seen)
  return held.every(
    ({ rule, place }) =>
      rule === decision.rule &&
      (decision.rule !== 'attached' || JSON.stringify(place) === JSON.stringify(decision.place)),
  )
}

async function listHeld(tx: Db, edition: Edition, seen: readonly Decidable[]) {
  const numbers = seen.map(({ number }) => number)
  return [...(await listAnchorsIn(tx, edition.id, numbers)).values()]
}

type Finding = { seen: readonly Decidable[]; decision: AnchorDecision }

async function standingFinder(
  tx: Db,
  edition: Edition,
  { seen, decision }: Finding,
): Promise<(anchor: Decidable) => Standing> {
  const base = { homeId: null, doubtful: false, rule: decision.rule }
  if (decision.rule === 'attached') {
    const block = await findEditionBlock(tx, edition.id, decision.place.blockId)
    if (!block) throw new Error('a place that the edition does not have')
    return (anchor) => ({
      ...base,
      number: anchor.number,
      ...attach(anchor, decision.place, block),
    })
  }
  if (decision.rule === 'confirmed')
    return ({ number, state, place, score }) => ({ ...base, number, state, place, score })
  const ids = seen.flatMap(({ place }) => place?.blockId ?? [])
  const over = headingsOver(await listHeadingsAnd(tx, edition.id, ids))
  return ({ number, place, homeId, score }) => ({
    ...base,
    number,
    state: 'orphan',
    place: null,
    homeId: place ? (over.get(place.blockId) ?? null) : homeId,
    score,
  })
}

/** What the words that an editor chose are to those that were read. */
function attach({ exact, readIn }: Decidable, place: AnchorPlace, { text }: PlacedBlock) {
  const words = text.slice(place.start, place.end)
  const isSame = foldTypography(words).trim() === foldTypography(exact).trim()
  const score = isSame ? 1 : keptPart(exact, words)
  if (isSame) return { place, score, state: readIn === place.blockId ? 'exact' : 'moved' } as const
  return { place, score, state: score < leastKept ? 'rewritten' : 'edited' } as const
}

function actOf({ number }: Decidable, action: string) {
  return { action, object: `contribution/${number}` }
}

function columnsOf({ rule, place }: Standing) {
  const { blockId = null, start = null, end = null } = place ?? {}
  return { rule, blockId, start, end }
}

function requirePerson({ personId }: Actor): number {
  if (personId === null) throw new SignInNeeded()
  return personId
}
