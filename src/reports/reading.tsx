import type { Child } from 'hono/jsx'
import { inLanguage, inLocale, type Locale } from '../platform/messages.ts'
import { isHeading } from '../text/index.ts'
import { startOf } from '../ui/start-of.ts'
import type { NotesOf } from './notes.ts'
import type { PlacedBlock, Report } from './report.ts'
import { BlockText } from './text-view.tsx'
import { words } from './words.ts'

export { startOf } from '../ui/start-of.ts'

type Props = {
  locale: Locale
  report: Report
  blocks: readonly PlacedBlock[]
  margin: Map<string, Child>
  /** Where a block's passage page is. */
  passageHref: (blockId: string) => string
  /** The first block is the page's own h1. */
  startsPage: boolean
  /** The notes of the whole text: references lead to those that the page shows. */
  notesOf?: NotesOf | undefined
}

/** Blocks one after the other, each with its permanent address and what stands in its margin. */
export function ReadingText(props: Props) {
  const { locale, report, blocks, margin, passageHref, startsPage, notesOf } = props
  const say = words(locale)
  const depths = headingDepths(blocks, startsPage)
  return (
    <div class="reading" {...inLanguage(report.lang)}>
      {blocks.map((block) => (
        <div class={`block ${block.kind}`} id={block.id}>
          <BlockText
            block={block}
            headingLevel={depths.get(block.id) ?? 2}
            noteLink={(number) => {
              const note = notesOf?.(block, number)
              return note ? { href: `#${note.id}`, label: say('note', { number }) } : null
            }}
          />
          {/* It stands where the text's direction has its end, and is read in the interface's. */}
          <div class="gloss">
            <div {...inLocale(locale)}>
              <a
                class="anchor"
                href={passageHref(block.id)}
                aria-label={say('open-passage-of', { start: startOf(block) })}
              >
                ¶
              </a>
              {margin.get(block.id)}
            </div>
          </div>
        </div>
      ))}
    </div>
  )
}

/** Heading elements follow one another without a gap, whatever levels the text itself skips. */
export function headingDepths(blocks: readonly PlacedBlock[], startsPage: boolean) {
  const depths = new Map<string, 1 | 2 | 3 | 4 | 5 | 6>()
  const open: number[] = []
  for (const block of blocks.filter(isHeading)) {
    while (open.length > 0 && (open.at(-1) ?? 0) >= block.level) open.pop()
    open.push(block.level)
    depths.set(block.id, headingDepth(open.length + (startsPage ? 0 : 1)))
  }
  return depths
}

function headingDepth(depth: number): 1 | 2 | 3 | 4 | 5 | 6 {
  if (depth <= 1) return 1
  if (depth === 2) return 2
  if (depth === 3) return 3
  if (depth === 4) return 4
  return depth === 5 ? 5 : 6
}
