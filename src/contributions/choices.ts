import type { Block } from '../text/index.ts'

/** What can be ticked in a block: a sentence, or a row of a table, which may hold several. */
export type Choice = { sentences: number[]; text: string }

export function choicesOf(block: Block): Choice[] {
  const choices: Choice[] = []
  for (const { n, start, end } of block.sentences) {
    const text = block.text.slice(start, end)
    const last = choices.at(-1)
    if (unitOf(block) === 'row' && last && !last.text.endsWith('\n')) {
      last.sentences.push(n)
      last.text += text
    } else choices.push({ sentences: [n], text })
  }
  return choices
}

/** All that has to be ticked for the words from `start` up to `end` to be in it. */
export function sentencesIn(
  block: Block,
  { start, end }: { start: number; end: number },
): number[] {
  const held = block.sentences.filter((one) => one.start < end && one.end > start)
  return choicesOf(block)
    .filter(({ sentences }) => held.some(({ n }) => sentences.includes(n)))
    .flatMap(({ sentences }) => sentences)
}

export function unitOf({ kind }: Pick<Block, 'kind'>): 'row' | 'sentence' {
  return kind === 'table' ? 'row' : 'sentence'
}

/** Where sentences stand in the block, as a reader counts, from 1: their own numbers are names. */
export function placesOf(block: Block, sentences: readonly number[]): number[] {
  return choicesOf(block).flatMap((choice, at) =>
    choice.sentences.some((n) => sentences.includes(n)) ? [at + 1] : [],
  )
}

/** Whether a row has more or fewer cells than the one in whose place it comes. */
export function cellsDiffer(current: string, wording: string): boolean {
  const counts = countCells(current)
  return countCells(wording).some((count, at) => count !== (counts[at] ?? counts.at(-1)))
}

function countCells(rows: string): number[] {
  return rows.split('\n').map((row) => row.split('\t').length)
}

/** Without the white space around; a table's TABs stay, which stand beside empty cells. */
export function trimWords(text: string): string {
  const cells = text.split('\t')
  const last = cells.length - 1
  return cells
    .map((cell, at) => (at === 0 ? cell.trimStart() : cell))
    .map((cell, at) => (at === last ? cell.trimEnd() : cell))
    .join('\t')
}
