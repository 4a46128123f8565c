import { Hono, type Context } from 'hono'
import { findContribution, findModerationSetting } from '../contributions/index.ts'
import { authorize, can } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import { findReportById, requireReport } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { addressesOf, addressOfAppeal } from './addresses.ts'
import { barFromAppeal, type Appeal, type TypedAnswer } from './appeal.ts'
import { AppealPage, type ShownAnswerProblem } from './appeal-page.tsx'
import { findAppeal, listAppealsOf } from './appeal-store.ts'
import { AppealsPage } from './appeals-page.tsx'
import { requireCharter } from './charter-store.ts'
import { decideAppeal, findDecider } from './decide-appeal.ts'
import { findFlag, findVerdict } from './flag-store.ts'
import { parseAnswer } from './forms.ts'
import { dueAt } from './setting.ts'
import { listDecisions } from './store.ts'

const address = '/workshop/appeals/:appeal'

/** What is contested: listed, read and decided on, by somebody else than whoever decided. */
export const appealRoutes = new Hono<Env>()
  .get('/workshop/reports/:slug/moderation/appeals', async (c) => {
    const report = await requireReport(c.var.db, c.req.param('slug'))
    const { db, actor, now } = c.var
    authorize(actor, 'appeal.decide', { reportId: report.id })
    const setting = await findModerationSetting(db, report.id)
    const appeals = await listAppealsOf(db, report.id)
    const listed = await Promise.all(
      appeals.map(async (appeal) => {
        const said = await requireSaid(c, appeal)
        const { others } = await findDecider(db, actor, { appeal, said }, now)
        return { appeal, others, until: dueAt(appeal.receivedAt, setting) }
      }),
    )
    const done = chooseDone(['answered'] as const, c.req.query('done'))
    return sendPage(c, <AppealsPage frame={frameOf(c)} {...{ report, listed, now, done }} />)
  })
  .get(address, async (c) => {
    const appeal = await requireAppeal(c)
    authorize(c.var.actor, 'appeal.decide', await requireSaid(c, appeal))
    return show(c, appeal, { typed: null, problem: null })
  })
  .post(address, async (c) => {
    const typed = parseAnswer(await c.req.parseBody({ all: true }))
    const appeal = await requireAppeal(c)
    const { db, actor, now, mailing, locale } = c.var
    if (actor.kind === 'visitor') return show(c, appeal, { typed, problem: 'signed-out' })
    const decided = await decideAppeal(db, actor, { id: appeal.id, typed, mailing }, now)
    if (!decided.ok) return show(c, await requireAppeal(c), { typed, problem: decided.problem })
    const report = await requireReportOf(c, await requireSaid(c, appeal))
    return c.redirect(`${addressesOf(locale, report).appeals}?done=answered`, 303)
  })

async function requireAppeal(c: Context<Env>): Promise<Appeal> {
  const id = c.req.param('appeal') ?? ''
  const found = /^[1-9]\d{0,8}$/.test(id) ? await findAppeal(c.var.db, Number(id)) : undefined
  if (!found) throw new NotFound('appeal')
  return found
}

/** With the words that were cut: they are judged again. */
async function requireSaid(c: Context<Env>, { contributionNumber }: Appeal) {
  const said = await findContribution(c.var.db, contributionNumber)
  if (!said) throw new NotFound('contribution')
  return said
}

async function requireReportOf(c: Context<Env>, { reportId }: { reportId: number }) {
  const report = await findReportById(c.var.db, reportId)
  if (!report) throw new NotFound('report')
  return report
}

type Shown = { typed: TypedAnswer | null; problem: ShownAnswerProblem | null }

async function show(c: Context<Env>, appeal: Appeal, { typed, problem }: Shown) {
  const { db, actor, now, locale } = c.var
  const contribution = await requireSaid(c, appeal)
  const report = await requireReportOf(c, contribution)
  const thing = { reportId: report.id }
  const decider = await findDecider(db, actor, { appeal, said: contribution }, now)
  const flag = appeal.flagId === null ? undefined : await findFlag(db, appeal.flagId)
  const decisions = await listDecisions(db, contribution.number)
  const bar = barFromAppeal(appeal, decider)
  const page = (
    <AppealPage
      frame={frameOf(c, addressOfAppeal(locale, appeal.id))}
      {...{ report, contribution, appeal, flag, problem }}
      decision={decisions.find(({ id }) => id === appeal.decisionId)}
      verdict={appeal.verdictId === null ? undefined : await findVerdict(db, appeal.verdictId)}
      charter={await requireCharter(db)}
      until={dueAt(appeal.receivedAt, await findModerationSetting(db, report.id))}
      typed={typed ?? answerFrom(flag?.ground)}
      bar={problem === 'signed-out' ? null : bar}
      others={decider.others}
      moderates={can(actor, 'contribution.moderate', thing)}
      // Who could decide only if nobody else did reads no more than that.
      readable={can(actor, 'appeal.decide', thing) && bar !== 'appeal-for-moderators'}
    />
  )
  return sendPage(c, page, problem ? 422 : 200)
}

/** As long as nobody has typed anything: what whoever flagged says is broken. */
function answerFrom(ground: { rule: number } | { law: string } | undefined): TypedAnswer {
  const law = ground && 'law' in ground ? ground.law : ''
  const rule = ground && 'rule' in ground ? ground.rule : null
  return { outcome: null, answer: '', ground: law === '' ? rule : 'law', law }
}
