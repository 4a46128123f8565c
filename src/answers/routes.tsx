import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { listPage, requireSubject, type ContributionSubject } from '../contributions/index.ts'
import { authorize } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import { requireReport, type Report } from '../reports/index.ts'
import { frameOf, sendPage, showPanels, viewingOf, type Env, type Panel } from '../request.ts'
import { decisions, type Decision } from './answer.ts'
import { answerContribution } from './answer-contribution.ts'
import { AnswerPage, type ShownProblem } from './answer-page.tsx'
import { QueuePage } from './queue-page.tsx'
import { findAnswerTo } from './store.ts'

export type AnswerPanels = { queue: readonly Panel<{ report: Report }>[] }

/** In the queue at once. */
const queueLength = 50
const pageForm = z.object({ page: z.coerce.number().int().min(1).max(1_000_000).catch(1) })

const answerForm = z.object({
  revision: z.coerce.number().int().min(1).max(1_000_000).catch(0),
  decision: z.enum(decisions).nullable().catch(null),
  reason: z
    .string()
    .catch('')
    .transform((typed) => typed.replaceAll('\r\n', '\n')),
})

/** The workshop: what waits for an answer, and answering it. */
export function answerRoutes(panels: AnswerPanels) {
  return new Hono<Env>()
    .get('/workshop/reports/:slug', async (c) => {
      const { db, actor } = c.var
      const report = await requireReport(db, c.req.param('slug'))
      authorize(actor, 'workshop.open', { reportId: report.id })
      const asked = pageForm.parse(c.req.query())
      const offset = (asked.page - 1) * queueLength
      const of = { reportId: report.id }
      const waiting = await listPage(
        db,
        { ...of, waiting: true },
        { order: 'oldest', limit: queueLength, offset },
      )
      const answered = await listPage(
        db,
        { ...of, waiting: false },
        { order: 'newest', limit: queueLength, offset: 0 },
      )
      const pages = Math.max(1, Math.ceil(waiting.count / queueLength))
      if (asked.page > pages) throw new NotFound('page')
      const page = (
        <QueuePage
          frame={frameOf(c)}
          report={report}
          waiting={waiting}
          answered={answered}
          page={asked.page}
          pages={pages}
          panels={await showPanels(panels.queue, viewingOf(c), { report })}
        />
      )
      return sendPage(c, page)
    })
    .get('/workshop/contributions/:number/answer', async (c) => {
      const subject = await requireSubject(c)
      authorize(c.var.actor, 'contribution.answer', { reportId: subject.report.id })
      const { number, state } = subject.contribution
      if (state !== 'published' || (await findAnswerTo(c.var.db, number))) {
        return c.redirect(`/${c.var.locale}/contributions/${number}`, 303)
      }
      return showForm(c, subject, { problems: [], decision: null, reason: '' })
    })
    .post('/workshop/contributions/:number/answer', async (c) => {
      const subject = await requireSubject(c)
      const form = answerForm.parse(await c.req.parseBody())
      if (c.var.actor.kind === 'visitor') {
        return showForm(c, subject, { ...form, problems: ['signed-out'] })
      }
      const answered = await answerContribution(
        c.var.db,
        c.var.actor,
        { ...subject, ...form, read: form.revision, mailing: c.var.mailing },
        c.var.now,
      )
      if (!answered.ok) return showForm(c, subject, { ...form, problems: answered.problems })
      return c.redirect(`/${c.var.locale}/contributions/${subject.contribution.number}`, 303)
    })
}

type Shown = { problems: ShownProblem[]; decision: Decision | null; reason: string }

function showForm(c: Context<Env>, subject: ContributionSubject, shown: Shown) {
  const address = `/${c.var.locale}/workshop/contributions/${subject.contribution.number}/answer`
  const page = <AnswerPage frame={frameOf(c, address)} {...subject} {...shown} />
  return sendPage(c, page, shown.problems.length > 0 ? 422 : 200)
}
