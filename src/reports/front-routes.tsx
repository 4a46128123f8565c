import { Hono, type Context } from 'hono'
import { outlineOf } from '../text/index.ts'
import { frameOf, sendPage, showPanels, viewingOf, type Env } from '../request.ts'
import { findLatestEdition, listEditionBlocks } from './edition-store.ts'
import { requireReport } from './find-or-fail.ts'
import { FrontPage } from './front-page.tsx'
import { HomePage } from './home-page.tsx'
import { openingText } from './opening-text.tsx'
import type { ReportPanels } from './panels.ts'
import { countWords } from './part-size.ts'
import { addressOfHeading } from './report.ts'
import { listReports } from './store.ts'
import { offerWhole } from './whole-routes.tsx'

/** What can be read here, and the front page of each report. */
export function frontRoutes(panels: ReportPanels) {
  return new Hono<Env>()
    .get('/', async (c) => {
      const reports = await listReports(c.var.db)
      const listed = await Promise.all(
        reports.map(async (report) => ({
          report,
          edition: await findLatestEdition(c.var.db, report.id),
          panels: await showPanels(panels.home, viewingOf(c), { report }),
        })),
      )
      return sendPage(c, <HomePage frame={frameOf(c)} listed={listed} />)
    })
    .get('/reports/:slug', (c) => sendFront(c, panels))
}

async function sendFront(c: Context<Env>, panels: ReportPanels) {
  const report = await requireReport(c.var.db, c.req.param('slug') ?? '')
  const edition = await findLatestEdition(c.var.db, report.id)
  const blocks = edition ? await listEditionBlocks(c.var.db, edition.id) : []
  const base = `/${c.var.locale}/reports/${report.slug}`
  const text = edition && { report, edition, blocks, latest: edition, base }
  const show = (slot: ReportPanels['front']) =>
    edition ? showPanels(slot, viewingOf(c), { report, edition }) : []
  const page = (
    <FrontPage
      frame={frameOf(c)}
      report={report}
      edition={edition}
      outline={outlineOf(blocks)}
      headingHref={(heading) => addressOfHeading(base, heading, blocks)}
      wordsUnder={({ index, end }) => countWords(blocks.slice(index, end))}
      lead={await show(panels.lead)}
      search={await show(panels.search)}
      whole={text && (await offerWhole(c, panels, text))}
      opening={text && (await openingText(c, panels, text))}
      panels={
        edition
          ? await show(panels.front)
          : await showPanels(panels.unpublished, viewingOf(c), { report })
      }
    />
  )
  return sendPage(c, page)
}
