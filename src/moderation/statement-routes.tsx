import { Hono, type Context } from 'hono'
import {
  findModerationSetting,
  nameOf,
  requireDecided,
  requireSent,
  requireSubject,
  type ContributionSubject,
} from '../contributions/index.ts'
import { authorize, can } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import { stepTo } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { isDecisionContestable } from './appeal.ts'
import { listAppeals } from './appeal-store.ts'
import { contestUntil } from './contest.ts'
import { contestDecision, withdrawAppeal } from './contest-decision.ts'
import { ContestPage, type ShownContestProblem } from './contest-page.tsx'
import { findReasons } from './find-reasons.ts'
import { parseReason } from './forms.ts'
import { dueAt } from './setting.ts'
import { doneOnStatement, StatementPage } from './statement-page.tsx'
import { listDecisions } from './store.ts'
import { words } from './words.ts'

const address = '/contributions/:number/decisions/:decision'

/** The reasons of one decision, for the author of what was decided on, moderators and the guarantor; contesting it. */
export const statementRoutes = new Hono<Env>()
  .get(address, async (c) => {
    return show(c, await requireDecided(c))
  })
  .get(`${address}/appeal`, async (c) => {
    const subject = await requireSubject(c)
    authorize(c.var.actor, 'decision.contest', subject.contribution)
    return showContest(c, subject, '', null)
  })
  .post(`${address}/appeal`, async (c) => {
    const reason = parseReason(await c.req.parseBody())
    const subject = await requireSent(c)
    const { db, actor, locale, mailing, now } = c.var
    if (actor.kind === 'visitor') return showContest(c, subject, reason, 'contest-signed-out')
    authorize(actor, 'decision.contest', subject.contribution)
    const on = { number: subject.contribution.number, decisionId: decisionIn(c) }
    const contested = await contestDecision(db, actor, { ...on, reason, mailing }, now)
    if (!contested.ok) return showContest(c, subject, reason, contested.problem)
    return c.redirect(`${hrefOf(locale, on)}?done=contested`, 303)
  })
  .post(`${address}/appeal/withdrawal`, async (c) => {
    const subject = await requireSubject(c)
    const { db, actor, locale, now } = c.var
    const on = { number: subject.contribution.number, decisionId: decisionIn(c) }
    const withdrawn = await withdrawAppeal(db, actor, on, now)
    const done = withdrawn.ok ? 'appeal-withdrawn' : 'appeal-decided'
    return c.redirect(`${hrefOf(locale, on)}?done=${done}`, 303)
  })

function decisionIn(c: Context<Env>): number {
  const id = c.req.param('decision') ?? ''
  return /^[1-9]\d{0,8}$/.test(id) ? Number(id) : 0
}

function hrefOf(locale: string, on: { number: number; decisionId: number }): string {
  return `/${locale}/contributions/${on.number}/decisions/${on.decisionId}`
}

/** The decision that the address names, and what its author has against it. */
async function requireDecision(c: Context<Env>, { contribution }: ContributionSubject) {
  const { db, now } = c.var
  const decisions = await listDecisions(db, contribution.number)
  const decision = decisions.find(({ id }) => id === decisionIn(c))
  if (!decision || decision.reason === '') throw new NotFound('decision')
  const appeals = await listAppeals(db, contribution.number)
  const appeal = appeals.find((one) => one.decisionId === decision.id && !one.withdrawnAt)
  return {
    decision,
    appeal,
    contestable: isDecisionContestable({ decision, decisions, appeals }, now),
  }
}

async function show(c: Context<Env>, subject: ContributionSubject) {
  const { db, actor, now } = c.var
  const { report, contribution } = subject
  const { decision, appeal, contestable } = await requireDecision(c, subject)
  const own = can(actor, 'decision.contest', contribution)
  const states = { yes: 'open', already: 'done', 'not-open': 'over', 'too-often': 'over' } as const
  const page = (
    <StatementPage
      frame={frameOf(c)}
      {...{ report, contribution }}
      decision={decision.id}
      reasons={{ ...(await findReasons(db, decision)), contest: states[contestable] }}
      readable={
        contribution.state !== 'pending' || can(actor, 'contribution.read-pending', contribution)
      }
      contestable={own && contestable === 'yes'}
      appeal={own ? appeal : undefined}
      until={dueAt(appeal?.receivedAt ?? now, await findModerationSetting(db, report.id))}
      done={chooseDone(doneOnStatement, c.req.query('done'))}
    />
  )
  return sendPage(c, page)
}

async function showContest(
  c: Context<Env>,
  subject: ContributionSubject,
  typed: string,
  problem: ShownContestProblem | null,
) {
  const { locale } = c.var
  const { report, contribution } = subject
  const { decision, contestable } = await requireDecision(c, subject)
  if (problem === null && contestable !== 'yes') throw new NotFound('an open decision')
  const { number } = contribution
  const { decidedAt, id: decisionId } = decision
  const back = hrefOf(locale, { number, decisionId })
  const about = { kind: 'author' as const, number, decidedAt, until: contestUntil(decidedAt) }
  const steps = [
    stepTo(locale, report),
    { href: `/${locale}/contributions/${number}`, label: nameOf(locale, contribution) },
    { href: back, label: words(locale)('st-title') },
  ]
  const action = `${back}/appeal`
  const frame = frameOf(c, action)
  return sendPage(
    c,
    <ContestPage {...{ frame, steps, about, typed, problem, action, back }} />,
    problem ? 422 : 200,
  )
}
