import { Hono } from 'hono'
import { can } from '../permissions.ts'
import type { PublicPage } from '../platform/pages/public-page.ts'
import { requireReport, type Report } from '../reports/index.ts'
import { frameOf, sendPage, showPanels, viewingOf, type Env, type Panel } from '../request.ts'
import { countMembers } from './count-store.ts'
import { listGroupPage, listMembers, requireGroup } from './find-group.ts'
import type { Group } from './group.ts'
import { GroupPage } from './group-page.tsx'
import { GroupsPage } from './groups-page.tsx'
import { keepingRoutes } from './keeping-routes.tsx'
import { makingRoutes } from './making-routes.tsx'
import { listGroupActs } from './store.ts'

/** What other modules add to a group's page: its answer, and the way to give one. */
export type GroupPanels = {
  group: readonly Panel<{ report: Report; group: Group }>[]
}

/** What may be kept in memory. */
export const groupPages: PublicPage[] = [
  { path: '/reports/:slug/groups', query: ['page'] },
  { path: '/reports/:slug/groups/:group', query: ['page'] },
]

/** Contributions that say alike: read by everybody, kept by editors. */
export function groupRoutes(panels: GroupPanels) {
  return new Hono<Env>()
    .get('/reports/:slug/groups', async (c) => {
      const report = await requireReport(c.var.db, c.req.param('slug'))
      const list = await listGroupPage(c, report)
      const mayKeep = can(c.var.actor, 'group.keep', { reportId: report.id })
      return sendPage(c, <GroupsPage frame={frameOf(c)} {...{ report, list, mayKeep }} />)
    })
    .get('/reports/:slug/groups/:group', async (c) => {
      const { db, actor } = c.var
      const report = await requireReport(db, c.req.param('slug'))
      const group = await requireGroup(c, report)
      return sendPage(
        c,
        <GroupPage
          frame={frameOf(c)}
          {...{ report, group }}
          {...await listMembers(c, group)}
          counts={await countMembers(db, group.numbers)}
          acts={await listGroupActs(db, group.id)}
          mayKeep={can(actor, 'group.keep', { reportId: report.id })}
          panels={await showPanels(panels.group, viewingOf(c), { report, group })}
        />,
      )
    })
    .route('/', makingRoutes)
    .route('/', keepingRoutes(panels))
}
