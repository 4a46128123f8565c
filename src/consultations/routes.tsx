import { Hono } from 'hono'
import { NotFound } from '../platform/http/problems.ts'
import type { PublicPage } from '../platform/pages/public-page.ts'
import { findReportById } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { ConsultationPage } from './consultation-page.tsx'
import { countImported, findConsultation } from './store.ts'

export const consultationPages: PublicPage[] = [{ path: '/consultations/:id', query: [] }]

/** Where imported contributions and totals come from. */
export const consultationRoutes = new Hono<Env>().get('/consultations/:id', async (c) => {
  const { db } = c.var
  const id = c.req.param('id')
  const consultation = /^[1-9]\d{0,8}$/.test(id)
    ? await findConsultation(db, Number(id))
    : undefined
  const report = consultation && (await findReportById(db, consultation.reportId))
  if (!consultation || !report) throw new NotFound('consultation')
  const page = (
    <ConsultationPage
      frame={frameOf(c)}
      report={report}
      consultation={consultation}
      counts={await countImported(db, consultation.id)}
    />
  )
  return sendPage(c, page)
})
