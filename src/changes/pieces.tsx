import { inLanguage, type Locale } from '../platform/messages.ts'
import { BlockText, type Report } from '../reports/index.ts'
import type { Block } from '../text/index.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  report: Report
  blocks: readonly Block[]
  /** Whether they are pieces that a passage is cut into, those that become one, or what they become. */
  are: 'pieces' | 'parts' | 'whole'
}

/** The passages that one is cut into, or that become one, each set apart. */
export function Pieces({ locale, report, blocks, are }: Props) {
  const say = words(locale)
  return (
    <ol class="pieces">
      {blocks.map((block, at) => (
        <li>
          <p class="fine">{say('piece-name', { are, place: at + 1 })}</p>
          <div class="reading" {...inLanguage(report.lang)}>
            <BlockText block={block} headingLevel={2} />
          </div>
        </li>
      ))}
    </ol>
  )
}
