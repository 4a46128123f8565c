import type { Context } from 'hono'
import { viewingOf, type Env } from '../request.ts'
import type { ReportPanels } from './panels.ts'
import { passageHrefs } from './passage-href.ts'
import { ReadingText } from './reading.tsx'
import { blocksBeforeHeadings, type Edition, type PlacedBlock, type Report } from './report.ts'

type Opening = { report: Report; edition: Edition; blocks: PlacedBlock[]; latest: Edition }

/** What stands before the first heading, ready to be read; null where nothing does. */
export async function openingText(
  c: Context<Env>,
  panels: ReportPanels,
  { report, edition, blocks, latest }: Opening,
) {
  const opening = blocksBeforeHeadings(blocks)
  if (opening.length === 0) return null
  return (
    <ReadingText
      locale={c.var.locale}
      report={report}
      blocks={opening}
      margin={await panels.margin(viewingOf(c), { report, edition }, opening)}
      passageHref={passageHrefs(c.var.locale, { report, edition, latest })}
      startsPage={false}
    />
  )
}
