import type { Answer } from '../answers/index.ts'
import { findContribution, isAmendment } from '../contributions/index.ts'
import { canonicalJson } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import {
  blockDocument,
  findEdition,
  findEditionBlock,
  listInsertions,
  type Change,
  type PlacedBlock,
  type Report,
} from '../reports/index.ts'
import { amendBlock, type Block } from '../text/index.ts'
import { attempt } from './verify-attempt.ts'

export type TextProblem =
  | 'changed-without-cause'
  | 'accepted-without-change'
  | 'blocks-added-or-removed'

/** From one text of a report to the next; before the first edition there is only what was imported. */
export type Step = {
  report: Report
  before: readonly PlacedBlock[] | null
  after: readonly PlacedBlock[]
  changes: readonly Change[]
  answers: readonly Answer[]
}

/** A text differs from the one before only by the amendments that were accepted in between. */
export async function checkStep(db: Db, step: Step): Promise<TextProblem[]> {
  const { report, before, after } = step
  const started = before ?? (await listInsertions(db, report.id)).map(insertedBlock)
  const problems = new Set<TextProblem>(checkCauses(step))
  if (idsOf(started) !== idsOf(after)) problems.add('blocks-added-or-removed')
  const held = before
    ? await holdsChanges(db, step, before)
    : started.every(({ text }, at) => after[at]?.text === text)
  if (!held) problems.add('changed-without-cause')
  return [...problems]
}

function insertedBlock({ blockId, after }: Change): { id: string; text: string } {
  return { id: blockId, text: after }
}

function idsOf(blocks: readonly { id: string }[]): string {
  return blocks.map(({ id }) => id).join(' ')
}

/** What was accepted changed the text, and nothing else did. */
function checkCauses({ changes, answers }: Step): TextProblem[] {
  const accepted = answers.filter(({ decision }) => decision === 'accepted')
  const allowed = new Set(accepted.flatMap((answer) => answer.contributionNumbers))
  const causes = new Set(changes.flatMap((change) => change.contributionNumbers))
  const caused = changes.every(
    ({ contributionNumbers: numbers }) =>
      numbers.length > 0 && numbers.every((number) => allowed.has(number)),
  )
  const changed = [...allowed].every((number) => causes.has(number))
  return [
    ...(caused ? [] : ['changed-without-cause' as const]),
    ...(changed ? [] : ['accepted-without-change' as const]),
  ]
}

async function holdsChanges(
  db: Db,
  { report, after, changes }: Step,
  before: readonly PlacedBlock[],
): Promise<boolean> {
  const texts = new Map<string, Block | null>(before.map((block) => [block.id, block]))
  for (const change of changes) {
    const current = texts.get(change.blockId)
    texts.set(change.blockId, current ? await replayChange(db, { report, current }, change) : null)
  }
  const changed = new Set(changes.map(({ blockId }) => blockId))
  const shown = new Map(after.map((block) => [block.id, block]))
  return [...texts].every(([id, expected]) => {
    if (expected === null) return false
    const block = shown.get(id)
    return block === undefined || sameBlock(expected, block, changed.has(id))
  })
}

type Replayed = { report: Report; current: Block }

/** Does again what accepting the amendment did; null where it does not come to what was recorded. */
async function replayChange(
  db: Db,
  { report, current }: Replayed,
  change: Change,
): Promise<Block | null> {
  const [number] = change.contributionNumbers
  const contribution = number === undefined ? undefined : await findContribution(db, number)
  if (!contribution || !isAmendment(contribution)) return null
  if (contribution.passage.blockId !== change.blockId) return null
  const edition = await findEdition(db, report.id, contribution.passage.editionNumber)
  const base = edition && (await findEditionBlock(db, edition.id, change.blockId))
  if (!base) return null
  const {
    base: { sentences: replaced },
    content: { wording },
  } = contribution
  const amended = attempt(() => amendBlock({ base, current, replaced, wording, lang: report.lang }))
  if (!amended?.ok) return null
  const recorded = [change.before, change.after, ...change.sentencesBefore]
  const made = [amended.before, amended.after, ...replaced]
  return canonicalJson(recorded) === canonicalJson(made) ? amended.block : null
}

/** Where sentences end within a new wording depends on the version of Unicode: it is not compared. */
function sameBlock(expected: Block, block: Block, changed: boolean): boolean {
  const documentOf = (one: Block) => {
    const { sentences, ...rest } = blockDocument(one)
    const numbering = changed ? null : { sentences: sentences ?? null, next: one.nextSentence }
    return canonicalJson({ ...rest, numbering })
  }
  return attempt(() => documentOf(expected) === documentOf(block)) ?? false
}
