import type { ParsedBlock } from './block.ts'
import { isHeading } from './outline.ts'
import type { Pairing } from './pair-blocks.ts'
import { commonOf } from './worded.ts'

/** Of each block the heading above it (-1: none), and the blocks below each heading, up to the next of any level. */
export type Sections = { headingOf: Int32Array; below: Map<number, number[]> }

export function sectionsOf(blocks: readonly ParsedBlock[]): Sections {
  const headingOf = new Int32Array(blocks.length).fill(-1)
  const below = new Map<number, number[]>([[-1, []]])
  let heading = -1
  for (const [at, block] of blocks.entries()) {
    if (isHeading(block)) {
      heading = at
      below.set(at, [])
      continue
    }
    headingOf[at] = heading
    below.get(heading)?.push(at)
  }
  return { headingOf, below }
}

/** Returns how much of what two sections say stands in both, in blocks that are paired: 0 to 1, of the longer one. */
export function keptOf(
  { places, read }: Pairing,
  sections: { old: Sections; now: Sections },
  [from, to]: [from: number, to: number],
): number {
  let [kept, oldWords, newWords] = [0, 0, 0]
  for (const at of sections.old.below.get(from) ?? []) oldWords += read.old(at).words.length
  for (const at of sections.now.below.get(to) ?? []) {
    newWords += read.now(at).words.length
    const was = places[at] ?? -1
    if (was < 0 || sections.old.headingOf[was] !== from) continue
    kept += commonOf(read.old(was).sorted, read.now(at).sorted)
  }
  return kept / Math.max(1, oldWords, newWords)
}
