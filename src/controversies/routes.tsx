import { Hono, type Context } from 'hono'
import { listByNumbers, withCounts } from '../contributions/index.ts'
import { can } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import type { Db } from '../platform/db/connect.ts'
import type { PublicPage } from '../platform/pages/public-page.ts'
import { requireReport, type Report } from '../reports/index.ts'
import { frameOf, sendPage, showPanels, viewingOf, type Env, type Panel } from '../request.ts'
import type { Controversy } from './controversy.ts'
import { ControversyPage } from './controversy-page.tsx'
import { showControversies } from './find-controversy.tsx'
import { parseId } from './forms.ts'
import { keepingRoutes } from './keeping-routes.tsx'
import { settlementRoutes } from './settlement-routes.tsx'
import { listControversyActs } from './act-store.ts'
import { findControversy, listHolders } from './store.ts'

/** What other modules add to a controversy's page: its answer, and the way to give one. */
export type ControversyPanels = {
  controversy: readonly Panel<{ report: Report; controversy: Controversy }>[]
}

/** What may be kept in memory. */
export const controversyPages: PublicPage[] = [
  { path: '/reports/:slug/controversies', query: ['page'] },
  { path: '/reports/:slug/controversies/:controversy', query: [] },
]

/** Questions on which contributions differ: read by everybody, kept by editors. */
export function controversyRoutes(panels: ControversyPanels) {
  return new Hono<Env>()
    .get('/reports/:slug/controversies', async (c) => {
      const report = await requireReport(c.var.db, c.req.param('slug'))
      return showControversies(c, report, false)
    })
    .get('/reports/:slug/controversies/:controversy', async (c) => {
      const { db, actor } = c.var
      const report = await requireReport(db, c.req.param('slug'))
      const controversy = await requirePublic(c, report)
      return sendPage(
        c,
        <ControversyPage
          frame={frameOf(c)}
          {...{ report, controversy }}
          argued={await listArgued(db, controversy)}
          holders={await listHolders(db, controversy.id)}
          acts={sinceDraft(await listControversyActs(db, controversy.id))}
          mayKeep={can(actor, 'controversy.keep', { reportId: report.id })}
          panels={await showPanels(panels.controversy, viewingOf(c), { report, controversy })}
        />,
      )
    })
    .route('/', keepingRoutes(panels))
    .route('/', settlementRoutes)
}

async function requirePublic(c: Context<Env>, report: Report): Promise<Controversy> {
  const id = parseId(c.req.param('controversy'))
  const found = id === null ? undefined : await findControversy(c.var.db, report.id, id)
  if (!found || found.state === 'draft') throw new NotFound('controversy')
  return found
}

/** What was done while it was a draft is of no matter to readers. */
function sinceDraft<Act extends { deed: string }>(acts: readonly Act[]): Act[] {
  return acts.slice(acts.findIndex(({ deed }) => deed === 'published'))
}

async function listArgued(db: Db, { positions }: Controversy) {
  const numbers = positions.flatMap((position) => position.numbers)
  const listed = await withCounts(db, (await listByNumbers(db, numbers)).toReversed())
  return new Map(
    positions.map(({ position, numbers: own }) => [
      position,
      listed.filter(({ contribution }) => own.includes(contribution.number)),
    ]),
  )
}
