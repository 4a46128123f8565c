import { z } from 'zod'
import { isHeading, type ParsedBlock } from '../../src/text/index.ts'
import type { Match } from './text-approximate.ts'
import { plainTextOf } from './text-data.ts'
import type { Sought } from './text-hypothesis.ts'

const anchorLine = z.object({
  id: z.number(),
  heading: z.string(),
  paragraph: z.number(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
})

export type Anchor = z.infer<typeof anchorLine>

export function readAnchors(lines: readonly string[]): Anchor[] {
  return lines.map((line) => anchorLine.parse(JSON.parse(line)))
}

/** Where a block stands in the plain text, and by which heading and paragraph it is named. */
type Place = { start: number; end: number; heading: string; paragraph: number }

type Texts = { old: readonly ParsedBlock[]; now: readonly ParsedBlock[] }

/**
 * Returns what a rule that knows a text as one string says of each anchor, a line of JSON each, as `vivace carry` does.
 * Spaces and apostrophes are made equal before. Of a place that spans blocks the block with most of it is named; one in
 * a heading is at no paragraph.
 */
export function writePlaces(
  anchors: readonly Anchor[],
  { old, now }: Texts,
  rule: (text: string, sought: Sought) => Match | null,
): string[] {
  const before = placesOf(old)
  const after = placesOf(now)
  const [oldText, text] = [fold(plainTextOf(old)), fold(plainTextOf(now))]
  const named = new Map(before.map((place) => [nameOf(place.heading, place.paragraph), place]))
  return anchors.map(({ id, heading, paragraph, ...quote }) => {
    const home = named.get(nameOf(heading, paragraph))
    const [exact, prefix, suffix] = [fold(quote.exact), fold(quote.prefix), fold(quote.suffix)]
    const begun = oldText.indexOf(prefix + exact + suffix, home?.start)
    const match = rule(text, { exact, prefix, suffix, position: begun + prefix.length })
    const place = match && mostOf(match, after)
    if (!match || !place) return JSON.stringify({ id, state: 'orphan' })
    const start = Math.max(match.start, place.start)
    const end = Math.min(match.end, place.end)
    return JSON.stringify({
      id,
      state: match.errors === 0 ? 'exact' : 'edited',
      heading: place.heading,
      paragraph: place.paragraph,
      exact: text.slice(start, end),
    })
  })
}

/** Unit for unit, so that offsets stay. */
function fold(text: string): string {
  return text.replace(/[^\S\n]/g, ' ').replaceAll('’', "'")
}

function nameOf(heading: string, paragraph: number): string {
  return `${fold(heading).replace(/\s+/g, ' ').trim()}\n${paragraph}`
}

/** As `score-anchors.mjs` counts: every block below a heading, and on where the same heading comes again. */
function placesOf(blocks: readonly ParsedBlock[]): Place[] {
  const counts = new Map<string, number>()
  let heading = ''
  let start = 0
  return blocks.map((block) => {
    const end = start + block.text.length
    const place = { start, end, heading, paragraph: 0 }
    start = end + 1
    if (isHeading(block)) return { ...place, heading: (heading = block.text) }
    const paragraph = (counts.get(nameOf(heading, 0)) ?? 0) + 1
    counts.set(nameOf(heading, 0), paragraph)
    return { ...place, paragraph }
  })
}

function mostOf(match: Match, places: readonly Place[]): Place | null {
  let most: { place: Place; length: number } | null = null
  for (const place of places) {
    const length = Math.min(match.end, place.end) - Math.max(match.start, place.start)
    if (length > (most?.length ?? 0)) most = { place, length }
  }
  return most?.place ?? null
}
