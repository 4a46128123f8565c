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
import { findWorkingBlock, type PlacedBlock, type Report } from '../reports/index.ts'
import {
  draftWith,
  isBlank,
  renumber,
  reviseBlock,
  sameWords,
  takeAmendment,
} from '../text/index.ts'
import type { FormProblem } from './answer.ts'
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
  const current = await findWorkingBlock(tx, base.id)
  const { number } = amendment
  if (!current) return { ok: false, problems: [{ number, problem: 'passage-gone' }] }
  const taken = takeAmendment({
    base,
    current,
    replaced: amendment.base.sentences,
    wording,
    lang: report.lang,
  })
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
  const blockIds = new Set(amendments.map(({ passage }) => passage.blockId))
  if (blockIds.size > 1) return refuse('several-passages')
  const current = await findWorkingBlock(tx, amendments[0].passage.blockId)
  if (!current) {
    const gone = amendments.map(({ number }) => ({ number, problem: 'passage-gone' as const }))
    return { ok: false, problems: gone }
  }
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
  const written: Parameters<typeof draftWith>[1][number][] = []
  for (const amendment of amendments) {
    const base = await requireReadBlock(tx, amendment)
    const { wording } = amendment.content
    written.push({ base, replaced: amendment.base.sentences, wording, lang })
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
