import type { PhrasingContent } from 'mdast'

import { plainLines } from './plain-lines.ts'
import { writeMarkdown } from './write-markdown.ts'

/**
 * Returns plain text as Markdown that reads as it was typed: every mark escaped, line feeds and
 * typed `<br>` as line breaks, empty lines between paragraphs. White space runs are one space.
 */
export function plainToMarkdown(text: string): string {
  const paragraphs = plainLines(text).map((lines) => ({
    type: 'paragraph' as const,
    children: lines.flatMap((value, index): PhrasingContent[] =>
      index === 0 ? [{ type: 'text', value }] : [{ type: 'break' }, { type: 'text', value }],
    ),
  }))
  return writeMarkdown(paragraphs)
}
