import type { Mark, ParsedBlock } from './block.ts'
import type { Picture } from './picture.ts'

/** What a figure says, by the rule of `Picture.described`. */
export type FigureWords = {
  alternative: string
  caption: Pick<ParsedBlock, 'text' | 'marks'>
}

/** Returns the alternative and the caption of a figure that has a picture; '' where it has none. */
export function figureWords(
  { text, marks }: Pick<ParsedBlock, 'text' | 'marks'>,
  { described }: Pick<Picture, 'described'>,
): FigureWords {
  if (!described) return { alternative: '', caption: { text, marks } }
  const end = text.indexOf('\n')
  if (end === -1) return { alternative: text, caption: { text: '', marks: [] } }
  const start = end + 1
  const captioned = marks.flatMap((mark): Mark[] => {
    const moved = { ...mark, start: Math.max(0, mark.start - start), end: mark.end - start }
    return moved.end > 0 ? [moved] : []
  })
  return {
    alternative: text.slice(0, end),
    caption: { text: text.slice(start), marks: captioned },
  }
}
