import { z } from 'zod'
import { isHeading, type ParsedBlock, type ParsedDocument, type Passage } from '../text/index.ts'

/**
 * A line of a file of anchors: a quote under a heading, its paragraph counted from 1; before the first heading that is
 * the document's title, or null.
 */
export const anchorLine = z.object({
  id: z.union([z.string(), z.number()]),
  heading: z
    .string()
    .nullable()
    .transform((heading) => heading ?? ''),
  paragraph: z.number().int().min(1),
  exact: z.string().min(1),
  prefix: z.string().default(''),
  suffix: z.string().default(''),
})

export type Anchor = z.infer<typeof anchorLine>

/** Headings as they are named: spaces and apostrophes make no difference. */
function nameOf(heading: string): string {
  return fold(heading).trim()
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('’', "'")
}

type Titled = Pick<ParsedDocument, 'title' | 'blocks'>

/** The blocks below the title and each heading, by its name; a heading that comes again goes on counting. */
export function countParagraphs({ title, blocks }: Titled): Map<string, number[]> {
  let heading = nameOf(title ?? '')
  const first: number[] = []
  const below = new Map([
    ['', first],
    [heading, first],
  ])
  for (const [at, block] of blocks.entries()) {
    if (isHeading(block)) {
      heading = nameOf(block.text)
      if (!below.has(heading)) below.set(heading, [])
    } else below.get(heading)?.push(at)
  }
  return below
}

export type Place = { heading: string; paragraph: number }

export function placesOf({ title, blocks }: Titled): Map<number, Place> {
  const places = new Map<number, Place>()
  const counts = new Map<string, number>()
  let heading = title ?? ''
  for (const [at, block] of blocks.entries()) {
    if (isHeading(block)) heading = block.text
    else {
      const paragraph = (counts.get(nameOf(heading)) ?? 0) + 1
      counts.set(nameOf(heading), paragraph)
      places.set(at, { heading, paragraph })
    }
  }
  return places
}

/** Returns where a quote stands, null where the old text doesn't say that there. */
export function findPassage(
  { heading, paragraph, ...quote }: Anchor,
  old: readonly ParsedBlock[],
  paragraphs: ReadonlyMap<string, readonly number[]>,
): Passage | null {
  const block = paragraphs.get(nameOf(heading))?.[paragraph - 1] ?? -1
  const start = findQuote(quote, foldUnits(old[block]?.text ?? ''))
  return start < 0 ? null : { block, start, end: start + quote.exact.length }
}

type Quote = Pick<Anchor, 'exact' | 'prefix' | 'suffix'>

/** Where it stands in its context, or alone; -1 where it doesn't, or several times and never in its context. */
function findQuote(quote: Quote, text: string): number {
  const words = foldUnits(quote.exact)
  const [before, after] = [foldUnits(quote.prefix), foldUnits(quote.suffix)]
  const hasContext = before !== '' || after !== ''
  let [first, count] = [-1, 0]
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const isInContext =
      text.slice(0, start).endsWith(before) && text.slice(start + words.length).startsWith(after)
    if (hasContext && isInContext) return start
    if (count === 0) first = start
    count += 1
  }
  return count === 1 ? first : -1
}

/** Unit for unit, so that offsets stay. */
function foldUnits(text: string): string {
  return text.replace(/\s/g, ' ').replaceAll('’', "'")
}
