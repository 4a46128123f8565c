import { Hono } from 'hono'
import { authorize } from '../permissions.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { AdministrationPage } from './administration-page.tsx'
import { findDuties } from './find-duties.ts'

/** Where administrators begin. */
export const administrationRoutes = new Hono<Env>().get('/admin', async (c) => {
  const { db, actor, now } = c.var
  authorize(actor, 'administration.open', null)
  const duties = await findDuties(db, now)
  return sendPage(c, <AdministrationPage frame={frameOf(c)} duties={duties} />)
})
