import type { Context } from 'hono'
import { viewingOf, type Env } from '../request.ts'
import type { ReportPanels } from './panels.ts'
import { passageHrefs } from './passage-href.ts'
import { ReadingText } from './reading.tsx'
import { blocksBeforeHeadings, type Edition, type PlacedBlock, type Report } from './report.ts'
import { words } from './words.ts'

type Opening = { report: Report; edition: Edition; blocks: PlacedBlock[]; latest: Edition }

/** Blocks: a longer opening would hide the table of contents, and is folded after its first words. */
const shownWhole = 3
const shownFirst = 2

/** What stands before the first heading, ready to be read; null where nothing does. */
export async function openingText(
  c: Context<Env>,
  panels: ReportPanels,
  { report, edition, blocks, latest }: Opening,
) {
  const opening = blocksBeforeHeadings(blocks)
  if (opening.length === 0) return null
  const { locale } = c.var
  const reading = {
    locale,
    report,
    margin: await panels.margin(viewingOf(c), { report, edition }, opening),
    passageHref: passageHrefs(locale, { report, edition, latest }),
    startsPage: false,
  }
  if (opening.length <= shownWhole) return <ReadingText {...reading} blocks={opening} />
  return (
    <>
      <ReadingText {...reading} blocks={opening.slice(0, shownFirst)} />
      <details class="rest">
        <summary>{words(locale)('rest-of-opening')}</summary>
        <ReadingText {...reading} blocks={opening.slice(shownFirst)} />
      </details>
    </>
  )
}
