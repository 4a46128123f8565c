import { isHeading, type ParsedBlock, type ParsedDocument } from '../text/index.ts'

/** A block as the command line tells it, with the heading that it stands under (a heading: itself). */
export type TextBlock = Pick<ParsedBlock, 'kind' | 'level' | 'number' | 'text' | 'marks'> & {
  heading: string | null
}

export type TextOfFile = { title: string | null; blocks: TextBlock[] }

export function listBlocks({ title, blocks }: ParsedDocument): TextOfFile {
  let heading: string | null = null
  const listed = blocks.map(({ kind, level, number, text, marks }) => {
    if (isHeading({ kind })) heading = text
    return { kind, level, number, heading, text, marks }
  })
  return { title, blocks: listed }
}
