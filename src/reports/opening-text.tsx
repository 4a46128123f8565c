import type { Context } from 'hono'
import { viewingOf, type Env } from '../request.ts'
import type { ReportPanels } from './panels.ts'
import { ReadingText } from './reading.tsx'
import { blocksBeforeHeadings, type Edition, type PlacedBlock, type Report } from './report.ts'

/** In an old edition, ¶ opens the passage as it stands there. */
export function passageHref(c: Context<Env>, report: Report, edition: Edition | null) {
  const passages = `/${c.var.locale}/reports/${report.slug}/passages`
  const query = edition ? `?edition=${edition.number}` : ''
  return (blockId: string) => `${passages}/${blockId}${query}`
}

type Opening = { report: Report; edition: Edition; blocks: PlacedBlock[]; latest: number }

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
      passageHref={passageHref(c, report, edition.number < latest ? edition : null)}
      startsPage={false}
    />
  )
}
