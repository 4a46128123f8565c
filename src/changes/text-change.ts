import {
  checkWording,
  limits,
  readRows,
  unitOf,
  type WordingProblem,
} from '../contributions/index.ts'
import { sha256 } from '../platform/canonical.ts'
import { planChanges, type NewChange, type PlacedBlock, type Report } from '../reports/index.ts'
import {
  correctHeadings,
  isBlank,
  isHeading,
  normaliseWording,
  renumber,
  reviseBlock,
  sameWords,
  type Block,
  type BlockKind,
  type ParsedBlock,
} from '../text/index.ts'

export type TextProblem =
  | WordingProblem
  /** Somebody changed it since it was read. */
  | 'block-changed-since'
  | 'block-gone'
  | 'place-gone'
  | 'no-kind'
  /** It became a part of another passage. */
  | 'block-merged'
  /** No place was chosen at which a passage can be cut. */
  | 'no-cut'
  /** The form of a split names a passage that is no piece of this one. */
  | 'other-form'
  /** The passage after it is none with which it could be one. */
  | 'not-alike'
  /** Something else was done to what a change left. */
  | 'changed-later'
  | 'undo-published'

/** Nothing to do where what is asked for was done already, as by a second click. */
export type Planned = { ok: true; changes: NewChange[] } | { ok: false; problem: TextProblem }

export type Dated = { report: Report; now: Date }

/** What an editor can make of a passage by hand; headings that are no propositions are one kind. */
export const insertedKinds = ['heading', 'proposition', 'paragraph', 'list-item', 'quote'] as const
export type InsertedKind = (typeof insertedKinds)[number]

/** Headings have six levels, items four. */
export const levels = [1, 2, 3, 4, 5, 6] as const

/** A block as an editor describes it; `kind` null: as it is. */
export type Described = { kind: InsertedKind | null; level: number; wording: string }

/** What a block is, as forms put it; null for one that cannot become another (a table, a note). */
export function describedKind({ kind }: { kind: BlockKind }): InsertedKind | null {
  if (kind === 'part' || kind === 'chapter' || kind === 'section') return 'heading'
  return insertedKinds.find((one) => one === kind) ?? null
}

/** The change that words a whole block anew, or makes another kind of passage of it. */
export function planEdit(block: PlacedBlock, described: Described, dated: Dated): Planned {
  const wording = unitOf(block) === 'row' ? readRows(described.wording) : described.wording
  const shaped = reshape(block, described)
  const problem = checkWording(shaped, block.text, wording)
  if (problem && problem !== 'wording-unchanged') return { ok: false, problem }
  const text = normaliseWording(wording, shaped.kind)
  if (!problem) return planWording(block, shaped, { wording: text, dated })
  const { report, now } = dated
  // Other spaces, as before a colon: no word and no offset differs.
  const after = renumber(block, {
    ...shaped,
    text: sameWords(block.text, text) ? text : shaped.text,
  })
  const changes = planChanges([block], [after], { reportId: report.id, changedAt: now })
  return changes.length > 0 ? { ok: true, changes } : { ok: false, problem }
}

type Wording = { wording: string; dated: Dated }

function planWording(
  block: PlacedBlock,
  shaped: Block,
  { wording, dated: { report, now } }: Wording,
): Planned {
  const revised = reviseBlock(shaped, wording, report.lang)
  if (!revised.ok) {
    const empty = revised.problem === 'empty-wording'
    return { ok: false, problem: empty ? 'no-wording' : 'wording-unchanged' }
  }
  const dated = { reportId: report.id, changedAt: now }
  const after = renumber(block, revised.block)
  // What else it says of itself is more than its words: the change is then one of the block.
  if (after.kind !== block.kind || after.level !== block.level || after.number !== block.number) {
    return { ok: true, changes: planChanges([block], [after], dated) }
  }
  const change: NewChange = {
    ...dated,
    operation: 'replace-sentences',
    blockId: block.id,
    before: revised.before,
    after: revised.after,
    sentencesBefore: revised.replaced,
    sentencesAfter: revised.made,
    block: after,
    otherBlock: null,
    follows: null,
    byHand: null,
  }
  return { ok: true, changes: [change] }
}

/** The block as another kind, its words as they are. */
function reshape(block: Block, { kind, level }: Described): Block {
  const known = describedKind(block)
  if (kind === null || known === null) return block
  if (kind === known && (known === 'paragraph' || known === 'quote' || level === block.level)) {
    return block
  }
  return { ...block, ...shapeOf(kind, level, block.text) }
}

function shapeOf(
  kind: InsertedKind,
  level: number,
  text: string,
): Pick<ParsedBlock, 'kind' | 'level' | 'number'> {
  const plain = { kind: 'paragraph' as const, level: 0, number: null }
  if (kind === 'paragraph') return plain
  if (kind === 'quote') return { ...plain, kind }
  if (kind === 'list-item') return { ...plain, kind, level: Math.min(level, 4) }
  const said = new Map([[0, { as: kind, level }]])
  const [heading = plain] = correctHeadings([{ ...plain, text, marks: [] }], said, [])
  return { kind: heading.kind, level: heading.level, number: heading.number }
}

/** The block that would be put in, before it has an id; a problem where there is none. */
export function describeBlock({
  kind,
  level,
  wording,
}: Described): { ok: true; block: ParsedBlock } | { ok: false; problem: TextProblem } {
  if (kind === null) return { ok: false, problem: 'no-kind' }
  if (isBlank(wording)) return { ok: false, problem: 'no-wording' }
  if (wording.length > limits.wording) return { ok: false, problem: 'wording-too-long' }
  const text = normaliseWording(wording)
  const block = { ...shapeOf(kind, level, text), text, marks: [] }
  return isHeading(block) && text.includes('\n')
    ? { ok: false, problem: 'heading-on-lines' }
    : { ok: true, block }
}

/** Stands for blocks as they were read: SHA-256 of what their hashes are, in hexadecimal. */
export function digestOf(blocks: readonly PlacedBlock[]): string {
  const hashes = blocks.map(({ id, sha256: hash }) => `${id} ${Buffer.from(hash).toString('hex')}`)
  return sha256(hashes.join('\n')).toString('hex')
}
