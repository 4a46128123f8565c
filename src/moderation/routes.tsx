import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { requireSubject, type ContributionSubject } from '../contributions/index.ts'
import { authorize } from '../permissions.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { ReleasePage } from './release-page.tsx'
import { listWithholdings } from './store.ts'
import { releaseContribution, withholdContribution } from './withhold-contribution.ts'
import { WithholdingPage, type ShownProblem } from './withholding-page.tsx'

const withholdingForm = z.object({
  reason: z
    .string()
    .catch('')
    .transform((typed) => typed.replaceAll('\r\n', '\n')),
})

/** Taking contributions out of sight, with a public reason, and showing them again. */
export const moderationRoutes = new Hono<Env>()
  .get('/workshop/contributions/:number/withholding', async (c) => {
    const subject = await requireSubject(c)
    authorize(c.var.actor, 'contribution.withhold', { reportId: subject.report.id })
    const { number, state } = subject.contribution
    if (state !== 'withheld') return show(c, subject, { reason: '', problem: null })
    const [withholding] = await listWithholdings(c.var.db, number)
    return sendPage(c, <ReleasePage frame={frameOf(c)} {...subject} withholding={withholding} />)
  })
  .post('/workshop/contributions/:number/withholding', async (c) => {
    const subject = await requireSubject(c)
    const { reason } = withholdingForm.parse(await c.req.parseBody())
    const { db, actor, now, locale, mailing } = c.var
    if (actor.kind === 'visitor') return show(c, subject, { reason, problem: 'signed-out' })
    const { number } = subject.contribution
    const withheld = await withholdContribution(db, actor, { number, reason, mailing }, now)
    if (!withheld.ok) return show(c, subject, { reason, problem: withheld.problem })
    return c.redirect(`/${locale}/contributions/${number}?done=withheld`, 303)
  })
  .post('/workshop/contributions/:number/withholding/end', async (c) => {
    const { contribution } = await requireSubject(c)
    const { db, actor, now, locale, mailing } = c.var
    const { number } = contribution
    const released = await releaseContribution(db, actor, { number, mailing }, now)
    return c.redirect(
      `/${locale}/contributions/${number}${released.ok ? '?done=released' : ''}`,
      303,
    )
  })

function show(
  c: Context<Env>,
  subject: ContributionSubject,
  shown: { reason: string; problem: ShownProblem | null },
) {
  const address = `/${c.var.locale}/workshop/contributions/${subject.contribution.number}/withholding`
  const page = <WithholdingPage frame={frameOf(c, address)} {...subject} {...shown} />
  return sendPage(c, page, shown.problem ? 422 : 200)
}
