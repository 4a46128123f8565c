import {
  isAmendment,
  requireReadBlock,
  type Amendment,
  type Contribution,
} from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { listHeirs, type PlacedBlock, type Report } from '../reports/index.ts'
import { renumber, takeAmendment, type Block } from '../text/index.ts'
import type { AnswerProblem, Decision, OwnProblem } from './answer.ts'
import { areRivals, groupEqual } from './compare-amendments.ts'
import { chooseStanding, writtenWhereItStands } from './find-standing.ts'
import { planFinished, type Finished } from './plan-finished.ts'
import type { Planned, PlannedReplacement } from './replacement.ts'

export type Deciding = {
  report: Report
  contributions: readonly Contribution[]
  decision: Decision
} & Finished

/** What the decision changes in the working text, tried out in its order: nothing is written. */
export async function planReplacements(tx: Db, deciding: Deciding): Promise<Planned> {
  const { report, contributions, decision } = deciding
  const [first, ...others] = contributions.filter(isAmendment)
  if (!first) return { ok: true, replacements: [] }
  if (decision === 'accepted') return planWhole(tx, report, [first, ...others])
  if (decision === 'accepted-in-part') return planFinished(tx, report, [first, ...others], deciding)
  return { ok: true, replacements: [] }
}

type Trying = {
  report: Report
  /** What is changed of it so far, by id. */
  text: Map<string, Block>
  replacements: PlannedReplacement[]
}

async function planWhole(
  tx: Db,
  report: Report,
  amendments: readonly Amendment[],
): Promise<Planned> {
  const trying: Trying = { report, text: new Map(), replacements: [] }
  const problems: AnswerProblem[] = []
  for (const equal of groupEqual(amendments)) {
    const base = await requireReadBlock(tx, equal[0])
    const heirs = await listHeirs(tx, base.id)
    const problem = tryOut(trying, equal, { base, heirs })
    if (problem) problems.push(...equal.map((one) => explain(one, problem, trying.replacements)))
  }
  const { replacements } = trying
  return problems.length > 0 ? { ok: false, problems } : { ok: true, replacements }
}

/** A passage as amendments read it, and the passages that can have its words by now. */
type On = { base: PlacedBlock; heirs: readonly PlacedBlock[] }

/** Adds what equal amendments make of the text so far; returns what keeps it from taking them. */
function tryOut(
  { report, text, replacements }: Trying,
  amendments: [Amendment, ...Amendment[]],
  { base, heirs }: On,
): OwnProblem | null {
  const [first] = amendments
  const current = heirs.map((block) => text.get(block.id) ?? block)
  const standing = chooseStanding(current, first.passage)
  if (!standing.now) return 'passage-gone'
  const written = writtenWhereItStands(standing, first, { base, lang: report.lang })
  const taken = takeAmendment({ ...written, current: standing.now })
  if (!taken.ok) {
    const made = taken.problem === 'nothing-changed' && madeBy(replacements, first)
    if (!made) return taken.problem
    // Others of the group say all that these do: one change, with each as its cause.
    made.amendments.push(...amendments)
    return null
  }
  const { wording } = first.content
  const block = renumber(standing.now, taken.block)
  text.set(block.id, block)
  replacements.push(
    taken.merged
      ? { kind: 'passage', amendments, made: { ...taken, block } }
      : { kind: 'sentences', amendments, base, wording, finished: false },
  )
  return null
}

/** What is planned already on some of the sentences that an amendment rewrites. */
function madeBy(
  made: readonly PlannedReplacement[],
  amendment: Amendment,
): PlannedReplacement | undefined {
  return made.find(({ amendments }) => amendments.some((one) => areRivals(one, amendment)))
}

/** The amendment of the same answer that took the sentences, where one did. */
function explain(
  amendment: Amendment,
  problem: OwnProblem,
  made: readonly PlannedReplacement[],
): AnswerProblem {
  const { number } = amendment
  const [rival] = madeBy(made, amendment)?.amendments ?? []
  return rival && problem !== 'passage-gone'
    ? { number, problem: 'rival-in-group', rival: rival.number }
    : { number, problem }
}
