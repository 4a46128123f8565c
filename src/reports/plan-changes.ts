import { alignById, type Block } from '../text/index.ts'
import type { NewChange } from './change.ts'

type Dated = { reportId: number; changedAt: Date }

/**
 * The changes that make one text out of another, blocks being known by their ids: what goes, then in
 * the new order what is edited, what is put in, what is moved. As few blocks as possible are moved.
 */
export function planChanges(
  before: readonly Block[],
  after: readonly Block[],
  dated: Dated,
): NewChange[] {
  const aligned = alignById(before, after)
  const gone = removals(before, after, dated)
  const follows = new Map(after.map(({ id }, at) => [id, after[at - 1]?.id ?? null]))
  const placed = aligned.flatMap((item): NewChange[] => {
    if (item.kind === 'removed' || item.kind === 'same') return []
    const place = follows.get(item.new.id) ?? null
    if (item.kind === 'added') return [insertion(item.new, place, dated)]
    const edited = item.kind === 'moved' ? item.edited : true
    const edits = edited ? [edit(item.old, item.new, dated)] : []
    return item.kind === 'moved' ? [...edits, move(item.old, place, dated)] : edits
  })
  return [...gone, ...placed]
}

/** What is no longer there; each stood, when it went, after the last block before it that stays. */
function removals(before: readonly Block[], after: readonly Block[], dated: Dated): NewChange[] {
  const kept = new Set(after.map(({ id }) => id))
  let stood: string | null = null
  const gone: NewChange[] = []
  for (const block of before) {
    if (kept.has(block.id)) stood = block.id
    else gone.push(removal(block, stood, dated))
  }
  return gone
}

export function insertion(block: Block, follows: string | null, dated: Dated): NewChange {
  return {
    ...blank(block.id, dated),
    operation: 'insert-block',
    after: block.text,
    sentencesAfter: numbersOf(block),
    block,
    follows,
  }
}

/** Keeps the block as it was and where it stood, so that it can be put back under its own id. */
export function removal(block: Block, stoodAfter: string | null, dated: Dated): NewChange {
  return {
    ...blank(block.id, dated),
    operation: 'remove-block',
    before: block.text,
    sentencesBefore: numbersOf(block),
    block,
    follows: stoodAfter,
  }
}

export function move({ id }: Block, follows: string | null, dated: Dated): NewChange {
  return { ...blank(id, dated), operation: 'move-block', follows }
}

/** The end of a block that becomes one of its own, after it. */
export function split(before: Block, [block, otherBlock]: [Block, Block], dated: Dated): NewChange {
  const stayed = numbersOf(block)
  return {
    ...blank(block.id, dated),
    operation: 'split-block',
    before: before.text,
    after: block.text,
    sentencesBefore: numbersOf(before).filter((n) => !stayed.includes(n)),
    block,
    otherBlock,
  }
}

/** The block after it that becomes the end of a block. */
export function merger(
  [before, otherBlock]: [Block, Block],
  block: Block,
  dated: Dated,
): NewChange {
  const had = numbersOf(before)
  return {
    ...blank(block.id, dated),
    operation: 'merge-blocks',
    before: before.text,
    after: block.text,
    sentencesAfter: numbersOf(block).filter((n) => !had.includes(n)),
    block,
    otherBlock,
  }
}

function edit(old: Block, block: Block, dated: Dated): NewChange {
  const [before, after] = [numbersOf(old), numbersOf(block)]
  return {
    ...blank(block.id, dated),
    operation: 'edit-block',
    before: old.text,
    after: block.text,
    sentencesBefore: before.filter((n) => !after.includes(n)),
    sentencesAfter: after.filter((n) => !before.includes(n)),
    block,
  }
}

function blank(blockId: string, dated: Dated): NewChange {
  return {
    ...dated,
    operation: 'edit-block',
    blockId,
    before: null,
    after: '',
    sentencesBefore: [],
    sentencesAfter: [],
    block: null,
    otherBlock: null,
    follows: null,
    byHand: null,
  }
}

function numbersOf({ sentences }: Block): number[] {
  return sentences.map(({ n }) => n)
}
