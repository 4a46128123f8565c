import { Hono, type Context } from 'hono'
import { requireSubject } from '../contributions/index.ts'
import { authorize, can } from '../permissions.ts'
import { requireReport, type Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { addressesOf } from './addresses.ts'
import { checkGroup } from './answer.ts'
import { answerContributions } from './answer-contributions.ts'
import { parseAbout, parseAnswerForm, parseNumbers } from './answer-form.ts'
import { AnswerPage } from './answer-page.tsx'
import type { AnswerProps, ShownProblem } from './answer-props.ts'
import { findAbout } from './find-about.ts'
import { gatherGroup } from './gather-group.ts'
import { readBack } from './selection.ts'
import { findAnswerTo } from './store.ts'

/** Answering contributions to a report, one or several together. */
export const answerRoutes = new Hono<Env>()
  .get('/workshop/reports/:slug/answer', async (c) => {
    const report = await requireReport(c.var.db, c.req.param('slug'))
    authorize(c.var.actor, 'contribution.answer', { reportId: report.id })
    const numbers = parseNumbers(c.req.queries('c') ?? [])
    const answering = numbers.map((number) => ({ number, read: 0 }))
    const about = parseAbout({
      group: c.req.query('group'),
      controversy: c.req.query('controversy'),
    })
    const form = { ...blank, answering, about, back: readBack(c.req.query('back') ?? '') }
    return showForm(c, report, { form, problems: checkGroup(answering) })
  })
  .post('/workshop/reports/:slug/answers', async (c) => {
    const { db, actor, now, locale, mailing } = c.var
    const report = await requireReport(db, c.req.param('slug'))
    const form = parseAnswerForm(await c.req.parseBody({ all: true }))
    if (actor.kind === 'visitor') {
      return showForm(c, report, { form, problems: [{ number: null, problem: 'signed-out' }] })
    }
    const answered = await answerContributions(db, actor, { ...form, report, mailing }, now)
    if (!answered.ok) return showForm(c, report, { form, problems: answered.problems })
    const { queue } = addressesOf(locale, report)
    const query = new URLSearchParams(form.back)
    query.set('given', String(answered.id))
    return c.redirect(`${queue}?${query.toString()}`, 303)
  })
  .get('/workshop/contributions/:number/answer', async (c) => {
    const { report, contribution } = await requireSubject(c)
    authorize(c.var.actor, 'contribution.answer', { reportId: report.id })
    const { number, state, replyTo } = contribution
    if (state !== 'published' || replyTo !== null || (await findAnswerTo(c.var.db, number))) {
      return c.redirect(`/${c.var.locale}/contributions/${number}`, 303)
    }
    return c.redirect(addressesOf(c.var.locale, report).answering([number]))
  })

const blank = { decision: null, reason: '', wording: null, whole: null, stands: '', typed: [] }

type Shown = {
  form: AnswerProps['form']
  problems: ShownProblem[]
}

/** The form with what was typed; what has no answer to get is named and leaves the group. */
async function showForm(c: Context<Env>, report: Report, { form, problems }: Shown) {
  const { db, actor, locale } = c.var
  const numbers = form.answering.map(({ number }) => number)
  const mayReadWorkingText = can(actor, 'workshop.open', { reportId: report.id })
  const group = await gatherGroup(db, { report, numbers, mayReadWorkingText })
  const named = new Set(problems.map(({ number }) => number))
  const about = form.about && ((await findAbout(db, report.id, form.about)) ?? null)
  const gone = form.about !== null && about === null
  const shown = [
    ...problems.filter(({ problem }) => problem !== 'about-gone'),
    // Sent again, the answer is one to the contributions alone.
    ...(gone ? [{ number: null, problem: 'about-gone' as const }] : []),
    ...group.problems.filter(({ number }) => !named.has(number)),
  ]
  const { back } = form
  const address = addressesOf(locale, report).answering(numbers, { back, about: form.about })
  const page = (
    <AnswerPage
      frame={frameOf(c, address)}
      report={report}
      group={group}
      about={about}
      form={form}
      problems={shown}
    />
  )
  return sendPage(c, page, shown.length > 0 ? 422 : 200)
}
