import { readFile } from 'node:fs/promises'
import { parseMarkdownDocument, type ParsedBlock } from '../../src/text/index.ts'
import { requireShared } from './require-shared.ts'

/** Two states of a text: names of files of the shared data. */
export type Pair = { name: string; old: string; now: string }

const orders = (date: string) => `reglement-an/${date}.md`

const dates = [
  '19590603',
  '19691023',
  '19771005',
  '19800627',
  '19881011',
  '19900615',
  '19910507',
  '19921118',
  '19940126',
]

export const civilCode: Pair = {
  name: 'civil code, 2004 to 2010',
  old: 'code-civil/2004-01-02.md',
  now: 'code-civil/2010-01-01.md',
}

export const standingOrders: Pair = {
  name: 'standing orders, 1969 to 1994',
  old: orders('19691023'),
  now: orders('19940126'),
}

/** The standing orders at each date and at the next. */
export const neighbours: Pair[] = dates.slice(1).map((date, index) => {
  const before = dates[index] ?? ''
  return {
    name: `standing orders, ${before.slice(0, 4)} to ${date.slice(0, 4)}`,
    old: orders(before),
    now: orders(date),
  }
})

/** The blocks of a Markdown file. */
export async function readBlocks(file: string): Promise<ParsedBlock[]> {
  return parseMarkdownDocument(await readFile(file, 'utf8')).blocks
}

/** The blocks of both files of the shared data. */
export async function readPair({ old, now }: Pair) {
  const [before, after] = [requireShared(old), requireShared(now)]
  return { old: await readBlocks(before), now: await readBlocks(after) }
}

/** The plain text of blocks, a line each: what is given to those who know no blocks. */
export function plainTextOf(blocks: readonly ParsedBlock[]): string {
  return blocks.map(({ text }) => text).join('\n')
}
