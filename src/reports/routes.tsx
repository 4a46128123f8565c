import { Hono, type Context } from 'hono'
import { can } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { NotFound } from '../platform/http/problems.ts'
import type { PublicPage } from '../platform/pages/public-page.ts'
import { frameOf, sendPage, showPanels, viewingOf, type Env } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { findWhole, listDivisions } from './division-store.ts'
import {
  findEditionBlock,
  findLatestEdition,
  listEditionBlocks,
  listEditions,
  listHeadingsAnd,
  listNotesAnd,
  listThroughEditions,
  type TextOfEdition,
} from './edition-store.ts'
import { listPageHeadings } from './edition-pages.ts'
import { EditionPage } from './edition-page.tsx'
import { EditionsPage } from './editions-page.tsx'
import { requireEdition, requireReport } from './find-or-fail.ts'
import { frontRoutes } from './front-routes.tsx'
import { findNotes, notesBelow, refersToNotes } from './notes.ts'
import { openingText } from './opening-text.tsx'
import type { ReportPanels } from './panels.ts'
import { partPages, partRoutes } from './part-routes.tsx'
import { PassagePage } from './passage-page.tsx'
import { headingsAbove, type Edition, type PlacedBlock, type Report } from './report.ts'
import { offerWhole, wholePages, wholeRoutes } from './whole-routes.tsx'
import { outlineOf } from '../text/index.ts'

/** Those of them that are the same for everybody who is not signed in. */
export const readingPages: PublicPage[] = [
  { path: '/', query: [] },
  { path: '/reports/:slug', query: [] },
  { path: '/reports/:slug/editions', query: [] },
  { path: '/reports/:slug/editions/:number', query: [] },
  ...partPages,
  { path: '/reports/:slug/passages/:block', query: ['edition'] },
  ...wholePages,
]

/** The reading pages; later modules set their pieces into them through `panels`. */
export function reportRoutes(panels: ReportPanels) {
  return new Hono<Env>()
    .route('/', frontRoutes(panels))
    .route('/', editionRoutes(panels))
    .route('/', textRoutes(panels))
    .route('/', partRoutes(panels))
    .route('/', wholeRoutes(panels))
}

function editionRoutes(panels: ReportPanels) {
  return new Hono<Env>()
    .get('/reports/:slug/editions', async (c) => {
      const report = await requireReport(c.var.db, c.req.param('slug'))
      const editions = await listEditions(c.var.db, report.id)
      const shown = await showPanels(panels.editions, viewingOf(c), { report, editions })
      const page = (
        <EditionsPage frame={frameOf(c)} report={report} editions={editions} panels={shown} />
      )
      return sendPage(c, page)
    })
    .get('/reports/:slug/editions/:number', async (c) => {
      const { report, edition } = await requireEdition(
        c.var.db,
        c.req.param('slug'),
        c.req.param('number'),
      )
      const latest = (await findLatestEdition(c.var.db, report.id)) ?? edition
      const blocks = await listEditionBlocks(c.var.db, edition.id)
      const base = `/${c.var.locale}/reports/${report.slug}/editions/${edition.number}`
      const text = { report, edition, blocks, latest, base }
      const works = can(c.var.actor, 'workshop.open', { reportId: report.id })
      const published = works ? chooseDone(['published'], c.req.query('done')) : null
      const page = (
        <EditionPage
          frame={frameOf(c)}
          report={report}
          edition={edition}
          outline={outlineOf(blocks)}
          opening={await openingText(c, panels, text)}
          panels={await showPanels(panels.edition, viewingOf(c), { report, edition })}
          whole={await offerWhole(c, panels, text)}
          published={published !== null}
          publicUrl={c.var.publicUrl}
        />
      )
      return sendPage(c, page)
    })
}

function textRoutes(panels: ReportPanels) {
  return new Hono<Env>().get('/reports/:slug/passages/:block', async (c) => {
    const report = await requireReport(c.var.db, c.req.param('slug'))
    const found = await findPassage(c, report, c.req.param('block'))
    const { edition, latest, block, history, removedIn } = found
    const headings = await listHeadingsAnd(c.var.db, edition.id, [block.id])
    const subject = { report, edition, block, removedIn }
    const page = (
      <PassagePage
        frame={frameOf(c)}
        {...subject}
        latest={latest.number}
        above={headingsAbove(headings, block.id)}
        pages={await listPageHeadings(c.var.db, edition)}
        notes={await listNotesOf(c.var.db, edition, block)}
        history={history}
        divisions={await listDivisions(c.var.db, block.id)}
        whole={removedIn === null ? undefined : await findWhole(c.var.db, report.id, block.id)}
        panels={await showPanels(panels.passage, viewingOf(c), subject)}
        publicUrl={c.var.publicUrl}
      />
    )
    return sendPage(c, page)
  })
}

async function listNotesOf(db: Db, edition: Edition, block: PlacedBlock): Promise<PlacedBlock[]> {
  if (!refersToNotes(block)) return []
  const notesOf = findNotes(await listNotesAnd(db, edition.id, block.id))
  return notesBelow([block], notesOf)
}

type FoundPassage = {
  edition: Edition
  latest: Edition
  block: PlacedBlock
  history: TextOfEdition[]
  removedIn: number | null
}

/**
 * A passage as the edition asked for has it, or the latest; or as the last one before had it, where that
 * one has it no more.
 */
async function findPassage(
  c: Context<Env>,
  { id, slug }: Report,
  blockId: string,
): Promise<FoundPassage> {
  const { db } = c.var
  const asked = c.req.query('edition') ?? 'latest'
  const { edition: latest } = await requireEdition(db, slug, 'latest')
  const { edition: wanted } = await requireEdition(db, slug, asked)
  const history = await listThroughEditions(db, id, blockId)
  const having = history.flatMap(({ editionNumber, text }) => (text === null ? [] : editionNumber))
  const last = having.findLast((number) => number <= wanted.number)
  if (last === undefined) throw new NotFound('passage')
  const { edition } = await requireEdition(db, slug, String(last))
  const block = await findEditionBlock(db, edition.id, blockId)
  if (!block) throw new NotFound('passage')
  // Its last words are shown with what became of it, whichever way they were asked for.
  const gone = last < wanted.number || (last === having.at(-1) && last < latest.number)
  return { edition, latest, block, history, removedIn: gone ? last + 1 : null }
}
