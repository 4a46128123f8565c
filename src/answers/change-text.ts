import {
  checkWording,
  isAmendment,
  keptWording,
  readRows,
  requireReadBlock,
  unitOf,
  type Amendment,
  type Contribution,
} from '../contributions/index.ts'
import type { Role } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import {
  findWorkingBlock,
  recordTextChanges,
  replaceInWorkingText,
  type PlacedBlock,
  type Report,
} from '../reports/index.ts'
import { amendBlock, isBlank, sameWords, type Block } from '../text/index.ts'
import type { AnswerProblem, Decision, OwnProblem } from './answer.ts'
import { areRivals, groupEqual } from './compare-amendments.ts'

export type PlannedReplacement = {
  /** Those that propose these words, or the one that the editors finished. */
  amendments: readonly [Amendment, ...Amendment[]]
  base: PlacedBlock
  wording: string
  /** The words are the editors', not the amendment's. */
  finished: boolean
}

type Planned =
  | { ok: true; replacements: PlannedReplacement[] }
  | { ok: false; problems: AnswerProblem[] }

export type Deciding = {
  report: Report
  contributions: readonly Contribution[]
  decision: Decision
  wording: string
}

/** What the decision changes in the working text, tried out in its order: nothing is written. */
export async function planReplacements(tx: Db, deciding: Deciding): Promise<Planned> {
  const amendments = deciding.contributions.filter(isAmendment)
  if (deciding.decision === 'accepted') return planWhole(tx, deciding.report, amendments)
  const [only, ...others] = amendments
  if (deciding.decision !== 'accepted-in-part' || !only || others.length > 0) return nothing
  return planPart(tx, deciding, only)
}

const nothing: Planned = { ok: true, replacements: [] }

async function planWhole(
  tx: Db,
  report: Report,
  amendments: readonly Amendment[],
): Promise<Planned> {
  const replacements: PlannedReplacement[] = []
  const problems: AnswerProblem[] = []
  const text = new Map<string, Block | undefined>()
  for (const equal of groupEqual(amendments)) {
    const [first] = equal
    const base = await requireReadBlock(tx, first)
    const { wording } = first.content
    if (!text.has(base.id)) text.set(base.id, await findWorkingBlock(tx, base.id))
    const tried = tryOut(report, { amendment: first, base, wording }, text.get(base.id))
    if (tried.ok) {
      text.set(base.id, tried.block)
      replacements.push({ amendments: equal, base, wording, finished: false })
    } else problems.push(...equal.map((one) => explain(one, tried.problem, replacements)))
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, replacements }
}

/** The amendment of the same answer that took the sentences, where one did. */
function explain(
  amendment: Amendment,
  problem: OwnProblem,
  made: readonly PlannedReplacement[],
): AnswerProblem {
  const { number } = amendment
  const rival = made
    .map(({ amendments: [first] }) => first)
    .find((first) => areRivals(first, amendment))
  return rival && problem !== 'passage-gone'
    ? { number, problem: 'rival-in-group', rival: rival.number }
    : { number, problem }
}

/** As the editors finished it; nothing where they gave no words. */
async function planPart(
  tx: Db,
  { report, wording: typed }: Deciding,
  amendment: Amendment,
): Promise<Planned> {
  if (isBlank(typed)) return nothing
  const base = await requireReadBlock(tx, amendment)
  const wording = keptWording(unitOf(base) === 'row' ? readRows(typed) : typed, base)
  const problem = sameWords(wording, amendment.content.wording)
    ? 'wording-as-proposed'
    : checkWording(base, amendment.passage.exact, wording)
  if (problem) return { ok: false, problems: [{ number: null, problem }] }
  const tried = tryOut(report, { amendment, base, wording }, await findWorkingBlock(tx, base.id))
  if (!tried.ok) {
    return { ok: false, problems: [{ number: amendment.number, problem: tried.problem }] }
  }
  return {
    ok: true,
    replacements: [{ amendments: [amendment], base, wording, finished: true }],
  }
}

type Trial = { amendment: Amendment; base: PlacedBlock; wording: string }
type Tried = { ok: true; block: Block } | { ok: false; problem: OwnProblem }

function tryOut(report: Report, trial: Trial, current: Block | undefined): Tried {
  if (!current) return { ok: false, problem: 'passage-gone' }
  const { base, wording, amendment } = trial
  const replaced = amendment.base.sentences
  const amended = amendBlock({ base, current, replaced, wording, lang: report.lang })
  if (amended.ok) return amended
  const unchanged = amended.problem === 'nothing-changed'
  return { ok: false, problem: unchanged ? 'nothing-changed' : 'passage-changed-since' }
}

export type Making = {
  report: Report
  replacements: readonly PlannedReplacement[]
  reason: string
  by: { role: Role; actor: string; personId: number }
}

/** Writes what was planned into the working text, each change with all the amendments behind it. */
export async function makeReplacements(tx: Db, making: Making, now: Date): Promise<void> {
  const { report, replacements, reason, by } = making
  for (const { amendments, base, wording, finished } of replacements) {
    const causes = amendments.map(({ number }) => ({
      kind: 'contribution' as const,
      contributionNumber: number,
    }))
    const [{ base: read }] = amendments
    const byHand = finished ? { reason, personId: by.personId } : null
    const replacement = { report, base, sentences: read.sentences, wording, byHand }
    const replaced = await replaceInWorkingText(tx, replacement, causes, now)
    if (!replaced.ok) throw new Error(`what was planned is refused: ${replaced.problem}`)
    if (finished) {
      await recordTextChanges(tx, { role: by.role, actor: by.actor }, [replaced.change], causes)
    }
  }
}
