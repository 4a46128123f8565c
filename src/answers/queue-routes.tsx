import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { listAnchorsIn, type Anchor } from '../anchors/index.ts'
import { countByKind, isAmendment, listContributions, withCounts } from '../contributions/index.ts'
import { authorize } from '../permissions.ts'
import {
  findLatestEdition,
  listEditionBlocks,
  requireReport,
  type Report,
} from '../reports/index.ts'
import { frameOf, sendPage, showPanels, viewingOf, type Env, type Panel } from '../request.ts'
import { listObstacles, listObstructed } from './obstacle-store.ts'
import { QueuePage } from './queue-page.tsx'
import { countIn, listedBy, parseSelection, type Selection } from './selection.ts'
import { findAnswer, listDecisions } from './store.ts'

export type QueuePanels = { queue: readonly Panel<{ report: Report }>[] }

/** In the queue at once. */
const queueLength = 50

const givenForm = z.object({ given: z.coerce.number().int().min(1).max(2_000_000_000).catch(0) })

/** The workshop's queue: what waits for an answer, and what has one. */
export function queueRoutes(panels: QueuePanels) {
  return new Hono<Env>().get('/workshop/reports/:slug', async (c) => {
    const report = await requireReport(c.var.db, c.req.param('slug'))
    authorize(c.var.actor, 'workshop.open', { reportId: report.id })
    const asked = parseSelection(c.req.query())
    const { blocks, ...found } = await gather(c, report, asked)
    const page = (
      <QueuePage
        frame={frameOf(c)}
        report={report}
        blocks={blocks}
        {...found}
        given={(await findGiven(c, report)) ?? null}
        panels={await showPanels(panels.queue, viewingOf(c), { report })}
      />
    )
    return sendPage(c, page)
  })
}

/** A page of the queue; the last one where fewer are left than were asked for. */
async function gather(c: Context<Env>, report: Report, asked: Selection) {
  const { db, now } = c.var
  const edition = await findLatestEdition(db, report.id)
  const editionId = edition?.id ?? null
  const blocks = edition ? await listEditionBlocks(db, edition.id) : []
  const { obstacle } = asked
  const among = obstacle === null ? undefined : await listObstructed(db, report.id, obstacle)
  const on = listedBy(asked, { reportId: report.id, editionId, blocks, now })
  const listed = { ...on, among }
  const counts = await countByKind(db, listed)
  const count = countIn(counts, asked)
  const pages = Math.max(1, Math.ceil(count / queueLength))
  const selection = { ...asked, page: Math.min(asked.page, pages) }
  const contributions = await listContributions(
    db,
    { ...listed, kind: asked.kind ?? undefined, waiting: !asked.answered },
    { order: asked.order, limit: queueLength, offset: (selection.page - 1) * queueLength },
  )
  const entries = await withCounts(db, contributions)
  const numbers = contributions.map(numberOf)
  const anchors = edition ? await listAnchorsIn(db, edition.id, numbers) : new Map<number, Anchor>()
  const decisions = asked.answered ? await listDecisions(db, numbers) : new Map<number, never>()
  const amended = asked.answered ? [] : contributions.filter(isAmendment)
  const obstacles = await listObstacles(db, report.id, amended.map(numberOf))
  return { blocks, selection, counts, pages, entries, anchors, decisions, obstacles }
}

const numberOf = ({ number }: { number: number }) => number

/** The answer that led here, as it was written down. */
function findGiven(c: Context<Env>, report: Report) {
  const { given } = givenForm.parse(c.req.query())
  return given === 0 ? undefined : findAnswer(c.var.db, report.id, given)
}
