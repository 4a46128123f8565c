import {
  checkWording,
  keptWording,
  readRows,
  requireReadBlock,
  unitOf,
  type Amendment,
  type WordingProblem,
} from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import type { PlacedBlock, Report } from '../reports/index.ts'
import {
  draftWith,
  isBlank,
  renumber,
  reviseBlock,
  sameWords,
  takeAmendment,
} from '../text/index.ts'
import type { AnswerProblem, FormProblem } from './answer.ts'
import { findStanding, writtenWhereItStands, type Written } from './find-standing.ts'
import type { Made, Planned } from './replacement.ts'

/** What editors typed who accept in part. */
export type Finished = {
  /** In the place of the sentences of one amendment, where they stand as it read them. */
  wording: string
  /** The whole passage, made of one amendment or of several; read as `stands` says (`standing`). */
  whole: string
  stands: string
}

type Group = readonly [Amendment, ...Amendment[]]

/** As the editors finished it; nothing where they gave no words. */
export function planFinished(
  tx: Db,
  report: Report,
  amendments: Group,
  finished: Finished,
): Promise<Planned> | Planned {
  const [only, ...others] = amendments
  if (!isBlank(finished.whole)) return planPassage(tx, report, amendments, finished)
  if (isBlank(finished.wording) || others.length > 0) return { ok: true, replacements: [] }
  return planSentences(tx, report, only, finished.wording)
}

async function planSentences(
  tx: Db,
  report: Report,
  amendment: Amendment,
  typed: string,
): Promise<Planned> {
  const base = await requireReadBlock(tx, amendment)
  const wording = keptWording(unitOf(base) === 'row' ? readRows(typed) : typed, base)
  const problem = sameWords(wording, amendment.content.wording)
    ? 'wording-as-proposed'
    : checkWording(base, amendment.passage.exact, wording)
  if (problem) return refuse(problem)
  const standing = await findStanding(tx, amendment.passage)
  const { number } = amendment
  if (!standing.now) return { ok: false, problems: [{ number, problem: 'passage-gone' }] }
  const written = writtenWhereItStands(standing, amendment, { base, lang: report.lang })
  const taken = takeAmendment({ ...written, wording, current: standing.now })
  if (!taken.ok || taken.merged) {
    // The words were typed for sentences that no longer stand: they are shown beside the passage as it is now.
    const unchanged = !taken.ok && taken.problem === 'nothing-changed'
    const why = unchanged ? 'nothing-changed' : 'passage-changed-since'
    return { ok: false, problems: [{ number, problem: why }] }
  }
  return {
    ok: true,
    replacements: [{ kind: 'sentences', amendments: [amendment], base, wording, finished: true }],
  }
}

/** The passage in the words that editors made of these amendments, each of which is then a cause. */
async function planPassage(
  tx: Db,
  report: Report,
  amendments: Group,
  { whole, stands }: Finished,
): Promise<Planned> {
  const { passages, gone } = await listPassagesOf(tx, amendments)
  const [current] = passages.values()
  if (passages.size > 1) return refuse('several-passages')
  if (!current || gone.length > 0) return { ok: false, problems: gone }
  const worded = wordWhole(current, whole, report.lang)
  if (!worded.ok) return refuse(worded.problem)
  // Last, so that whoever is told it is shown at once what these words would undo.
  if (stands !== standing(current)) return refuse('changed-while-writing')
  const { made } = worded
  const proposed = await listProposed(tx, report, { amendments, current })
  if (proposed.some((text) => sameWords(text, made.block.text))) {
    return refuse(amendments.length === 1 ? 'wording-as-proposed' : 'wording-of-these')
  }
  return { ok: true, replacements: [{ kind: 'passage', amendments: [...amendments], made }] }
}

type Passages = { passages: Map<string, PlacedBlock>; gone: AnswerProblem[] }

/** The passages that have the words of these amendments by now, by their ids; which have none. */
async function listPassagesOf(tx: Db, amendments: Group): Promise<Passages> {
  const [passages, gone] = [new Map<string, PlacedBlock>(), [] as AnswerProblem[]]
  for (const amendment of amendments) {
    const { now } = await findStanding(tx, amendment.passage)
    if (now) passages.set(now.id, now)
    else gone.push({ number: amendment.number, problem: 'passage-gone' })
  }
  return { passages, gone }
}

type Worded = { ok: true; made: Made } | { ok: false; problem: WordingProblem }

/** The passage with its whole text as an editor typed it; refuses words that cannot stand there. */
export function wordWhole(current: PlacedBlock, whole: string, lang: string): Worded {
  const typed = unitOf(current) === 'row' ? readRows(whole) : whole
  const problem = checkWording(current, current.text, typed)
  if (problem) return { ok: false, problem }
  const made = reviseBlock(current, typed, lang)
  if (!made.ok) return { ok: false, problem: 'wording-unchanged' }
  return { ok: true, made: { ...made, block: renumber(current, made.block) } }
}

type On = { amendments: Group; current: PlacedBlock }

/** What the passage becomes by accepting one of them, or all: nothing that is accepted in part. */
async function listProposed(
  tx: Db,
  { lang }: Report,
  { amendments, current }: On,
): Promise<string[]> {
  const written: Written[] = []
  for (const amendment of amendments) {
    const base = await requireReadBlock(tx, amendment)
    const standing = await findStanding(tx, amendment.passage)
    written.push(writtenWhereItStands(standing, amendment, { base, lang }))
  }
  return [written, ...written.map((one) => [one])]
    .map((some) => draftWith(current, some))
    .filter(({ conflict }) => !conflict)
    .map(({ text }) => text)
}

/** How a form says which state of a passage was read. */
export function standing({ sha256 }: PlacedBlock): string {
  return Buffer.from(sha256).toString('hex')
}

function refuse(problem: FormProblem): Planned {
  return { ok: false, problems: [{ number: null, problem }] }
}
