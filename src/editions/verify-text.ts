import type { Answer } from '../answers/index.ts'
import { findContribution, isAmendment, type Amendment } from '../contributions/index.ts'
import { canonicalJson } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import {
  blockDocument,
  contributionsBehind,
  findEdition,
  findEditionBlock,
  listFirstText,
  replayChange,
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

/** A text differs from the one before only by the changes recorded in between, each with its causes. */
export async function checkStep(db: Db, step: Step): Promise<TextProblem[]> {
  const amendments = await gatherAmendments(db, step)
  const problems = checkCauses(step, amendments)
  const started = step.before ?? (await listFirstText(db, step.report.id)).map(firstBlock)
  const made = await replayChanges(db, { step, amendments }, started)
  if (!made) return [...new Set<TextProblem>([...problems, 'changed-without-cause'])]
  if (idsOf(made) !== idsOf(step.after)) problems.push('blocks-added-or-removed')
  const compare = { known: step.before !== null, changes: step.changes }
  if (!saysSame(made, step.after, compare)) problems.push('changed-without-cause')
  return [...new Set(problems)]
}

/** Of a first text only the words were written down. */
function firstBlock({ id, text }: { id: string; text: string }): Block {
  const unknown = { kind: 'paragraph' as const, level: 0, number: null, marks: [] }
  return { id, text, ...unknown, sentences: [], nextSentence: 1 }
}

function idsOf(blocks: readonly { id: string }[]): string {
  return blocks.map(({ id }) => id).join(' ')
}

/** The amendments that answers and changes speak of, by number. */
async function gatherAmendments(
  db: Db,
  { answers, changes }: Step,
): Promise<ReadonlyMap<number, Amendment>> {
  const numbers = new Set([
    ...answers.flatMap(({ contributionNumbers }) => contributionNumbers),
    ...changes.flatMap(contributionsBehind),
  ])
  const amendments = new Map<number, Amendment>()
  for (const number of numbers) {
    const contribution = await findContribution(db, number)
    if (contribution && isAmendment(contribution)) amendments.set(number, contribution)
  }
  return amendments
}

/**
 * An amendment that was accepted changed the text, and a change that says no words of its own is what
 * accepted amendments say.
 */
function checkCauses(
  { changes, answers }: Step,
  amendments: ReadonlyMap<number, Amendment>,
): TextProblem[] {
  const accepted = new Set(
    answers
      .filter(({ decision }) => decision === 'accepted')
      .flatMap(({ contributionNumbers }) => contributionNumbers)
      .filter((number) => amendments.has(number)),
  )
  const causes = new Set(changes.flatMap(contributionsBehind))
  const caused = changes
    .filter(isAmended)
    .every((change) => contributionsBehind(change).some((number) => accepted.has(number)))
  const changed = [...accepted].every((number) => causes.has(number))
  return [
    ...(caused ? [] : ['changed-without-cause' as const]),
    ...(changed ? [] : ['accepted-without-change' as const]),
  ]
}

/** Made by an amendment's own wording, which is not written down twice. */
function isAmended({ operation, block }: Change): boolean {
  return operation === 'replace-sentences' && block === null
}

type Replaying = { step: Step; amendments: ReadonlyMap<number, Amendment> }

/** Does again what was done; null where it does not come to what was recorded. */
async function replayChanges(
  db: Db,
  { step, amendments }: Replaying,
  started: readonly Block[],
): Promise<readonly Block[] | null> {
  let blocks: readonly Block[] | null = started
  for (const change of step.changes) {
    const at: number = blocks.findIndex(({ id }) => id === change.blockId)
    const current: Block | undefined = blocks[at]
    if (isAmended(change)) {
      const amended: Block | null | undefined =
        current && (await replayAmendment(db, { step, amendments, current }, change))
      blocks = amended ? blocks.with(at, amended) : null
    } else blocks = attempt(() => replayChange(blocks ?? [], change)) ?? null
    if (!blocks) return null
  }
  return blocks
}

type Amending = Replaying & { current: Block }

/** What accepting the amendment did, by whichever of its causes first proposed it. */
async function replayAmendment(
  db: Db,
  { step: { report }, amendments, current }: Amending,
  change: Change,
): Promise<Block | null> {
  const amendment = contributionsBehind(change)
    .map((number) => amendments.get(number))
    .find((one) => one?.passage.blockId === change.blockId)
  if (!amendment) return null
  const edition = await findEdition(db, report.id, amendment.passage.editionNumber)
  const base = edition && (await findEditionBlock(db, edition.id, change.blockId))
  if (!base) return null
  const {
    base: { sentences: replaced },
    content: { wording },
  } = amendment
  const amended = attempt(() => amendBlock({ base, current, replaced, wording, lang: report.lang }))
  if (!amended?.ok) return null
  const recorded = [change.before, change.after, ...change.sentencesBefore]
  const made = [amended.before, amended.after, ...replaced]
  return canonicalJson(recorded) === canonicalJson(made) ? amended.block : null
}

type Comparison = { known: boolean; changes: readonly Change[] }

function saysSame(
  made: readonly Block[],
  after: readonly PlacedBlock[],
  { known, changes }: Comparison,
): boolean {
  const amended = new Set(changes.filter(isAmended).map(({ blockId }) => blockId))
  const stated = new Set(changes.flatMap(blocksStated))
  const shown = new Map(after.map((block) => [block.id, block]))
  return made.every((expected) => {
    const block = shown.get(expected.id)
    if (!block) return true
    const { id } = expected
    if (!known && !stated.has(id) && !amended.has(id)) return expected.text === block.text
    return sameBlock(expected, block, amended.has(id))
  })
}

/** The blocks of which a change says all that it left of them. */
function blocksStated({ block, otherBlock }: Change): string[] {
  return [block, otherBlock].flatMap((one) => (one ? [one.id] : []))
}

/** Where sentences end within an amendment's wording depends on the version of Unicode: it is not compared. */
function sameBlock(expected: Block, block: Block, amended: boolean): boolean {
  const documentOf = (one: Block) => {
    const { sentences, ...rest } = blockDocument(one)
    const numbering = amended ? null : { sentences: sentences ?? null, next: one.nextSentence }
    return canonicalJson({ ...rest, numbering })
  }
  return attempt(() => documentOf(expected) === documentOf(block)) ?? false
}
