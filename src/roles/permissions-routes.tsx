import { Hono } from 'hono'
import { rolesOf } from '../permissions.ts'
import { listReports } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { explainPermissions } from './explain-permissions.ts'
import { doneHere, PermissionsPage } from './permissions-page.tsx'

/** What whoever reads it may do here, and why not. */
export const permissionRoutes = new Hono<Env>().get('/permissions', async (c) => {
  const reports = await listReports(c.var.db)
  const asked = c.req.query('report')
  // Where nothing is asked, the report in which the reader has a role, if there is one.
  const held = new Set(
    c.var.actor.grants.flatMap(({ scope }) => (scope.kind === 'report' ? scope.id : [])),
  )
  const report =
    asked === undefined
      ? reports.find(({ id }) => held.has(id))
      : reports.find(({ slug }) => slug === asked)
  const thing = report ? { reportId: report.id } : null
  const page = (
    <PermissionsPage
      frame={frameOf(c)}
      roles={rolesOf(c.var.actor, thing)}
      reports={reports}
      report={report ?? null}
      explained={explainPermissions(c.var.actor, thing)}
      done={chooseDone(doneHere, c.req.query('done'))}
    />
  )
  return sendPage(c, page)
})
