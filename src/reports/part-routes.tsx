import { Hono, type Context } from 'hono'
import { NotFound } from '../platform/http/problems.ts'
import type { PublicPage } from '../platform/pages/public-page.ts'
import { frameOf, sendPage, showPanels, viewingOf, type Env } from '../request.ts'
import { listPageHeadings } from './edition-pages.ts'
import { findLatestEdition, listEditionBlocks } from './edition-store.ts'
import { requireEdition } from './find-or-fail.ts'
import type { ReportPanels } from './panels.ts'
import { findNotes } from './notes.ts'
import { PartChapters } from './part-chapters.tsx'
import { PartPage } from './part-page.tsx'
import { readingNeighbours, readPart } from './part-size.ts'
import { passageHrefs } from './passage-href.ts'
import {
  addressOfHeading,
  blocksUnder,
  findProposition,
  headingsAbove,
  type Edition,
  type PlacedBlock,
  type Report,
} from './report.ts'
import { offerWhole } from './whole-routes.tsx'

export const partPages: PublicPage[] = [
  { path: '/reports/:slug/part/:block', query: [] },
  { path: '/reports/:slug/propositions/:number', query: [] },
  { path: '/reports/:slug/editions/:number/part/:block', query: [] },
]

/** One part or chapter, of the edition that is read by default or of another. */
export function partRoutes(panels: ReportPanels) {
  return new Hono<Env>()
    .get('/reports/:slug/part/:block', async (c) => {
      const { report, edition } = await requireEdition(c.var.db, c.req.param('slug'), 'latest')
      const base = `/${c.var.locale}/reports/${report.slug}`
      const all = await listEditionBlocks(c.var.db, edition.id)
      const heading = c.req.param('block')
      return sendPart(c, panels, { report, edition, latest: edition, base, all, heading })
    })
    .get('/reports/:slug/propositions/:number', async (c) => {
      const { report, edition } = await requireEdition(c.var.db, c.req.param('slug'), 'latest')
      const base = `/${c.var.locale}/reports/${report.slug}`
      const all = await listEditionBlocks(c.var.db, edition.id)
      const heading = findProposition(all, c.req.param('number'))?.id
      if (heading === undefined) throw new NotFound('proposition')
      return sendPart(c, panels, { report, edition, latest: edition, base, all, heading })
    })
    .get('/reports/:slug/editions/:number/part/:block', async (c) => {
      const { report, edition } = await requireEdition(
        c.var.db,
        c.req.param('slug'),
        c.req.param('number'),
      )
      const latest = await findLatestEdition(c.var.db, report.id)
      const base = `/${c.var.locale}/reports/${report.slug}/editions/${edition.number}`
      const all = await listEditionBlocks(c.var.db, edition.id)
      const heading = c.req.param('block')
      return sendPart(c, panels, { report, edition, latest: latest ?? edition, base, all, heading })
    })
}

type Reading = {
  report: Report
  edition: Edition
  latest: Edition
  base: string
  all: PlacedBlock[]
  heading: string
}

async function sendPart(c: Context<Env>, panels: ReportPanels, reading: Reading) {
  const { report, edition, latest, base, all, heading } = reading
  const under = blocksUnder(all, heading)
  if (under.length === 0) throw new NotFound('part')
  const { blocks, words, chapters } = readPart(under)
  const page = (
    <PartPage
      frame={frameOf(c)}
      report={report}
      edition={edition}
      latest={latest.number}
      blocks={blocks}
      margin={await panels.margin(viewingOf(c), { report, edition }, blocks)}
      notesOf={findNotes(all)}
      search={await showPanels(panels.search, viewingOf(c), { report, edition })}
      panels={await showPanels(panels.part, viewingOf(c), { report, edition, blocks })}
      above={headingsAbove(all, heading)}
      neighbours={readingNeighbours(all, await listPageHeadings(c.var.db, edition), heading)}
      chapters={
        <PartChapters
          locale={c.var.locale}
          lang={report.lang}
          total={words}
          chapters={chapters}
          hrefOf={(id) => `${base}/part/${id}`}
        />
      }
      whole={await offerWhole(c, panels, { ...reading, blocks: all })}
      base={base}
      headingHref={(one) =>
        edition.number < latest.number ? `${base}/part/${one.id}` : addressOfHeading(base, one, all)
      }
      passageHref={passageHrefs(c.var.locale, reading)}
    />
  )
  return sendPage(c, page)
}
