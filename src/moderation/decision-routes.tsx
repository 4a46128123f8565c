import { Hono, type Context } from 'hono'
import {
  findContribution,
  findModerationSetting,
  findOpenHold,
  requireSent,
  requireSubject,
  type ContributionSubject,
} from '../contributions/index.ts'
import { authorize, can } from '../permissions.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { addressesOf, addressesOn } from './addresses.ts'
import { requireCharter } from './charter-store.ts'
import { decideContribution, undoDecision } from './decide-contribution.ts'
import type { TypedDecision } from './decision.ts'
import { DecisionPage } from './decision-page.tsx'
import { doneBefore, type ShownProblem } from './decision-props.ts'
import { parseDecision } from './forms.ts'
import { countHistory, listWaiting } from './queue-store.ts'
import { listDecisions } from './store.ts'

const address = '/workshop/contributions/:number/moderation'

/** Deciding on one contribution, and taking the last decision back. */
export const decisionRoutes = new Hono<Env>()
  .get(address, async (c) => {
    const subject = await requireSubject(c)
    authorize(c.var.actor, 'contribution.moderate', { reportId: subject.report.id })
    const { typed, fromQueue } = parseDecision(c.req.query())
    return show(c, subject, { typed: { ...typed, choice: null }, fromQueue, problem: null })
  })
  .post(address, async (c) => {
    const { typed, fromQueue } = parseDecision(await c.req.parseBody({ all: true }))
    const subject = await requireSent(c)
    const { db, actor, now, locale, mailing } = c.var
    if (actor.kind === 'visitor')
      return show(c, subject, { typed, fromQueue, problem: 'signed-out' })
    const { number } = subject.contribution
    const decided = await decideContribution(db, actor, { number, typed, mailing }, now)
    if (!decided.ok) {
      const after = await requireSubject(c)
      return show(c, after, { typed, fromQueue, problem: decided.problem })
    }
    const done = typed.choice ?? ''
    if (fromQueue) return leadOn(c, subject, done)
    return c.redirect(`${addressesOn(locale, { number }).public}?done=${done}`, 303)
  })
  .post(`${address}/undo`, async (c) => {
    const { typed, fromQueue, decision } = parseDecision(await c.req.parseBody({ all: true }))
    const subject = await requireSubject(c)
    const { db, actor, now, locale, mailing } = c.var
    const { number } = subject.contribution
    const undone = await undoDecision(db, actor, { number, decision, mailing }, now)
    if (!undone.ok) {
      const after = await requireSubject(c)
      return show(c, after, { typed, fromQueue, problem: undone.problem })
    }
    return c.redirect(`${addressesOn(locale, { number }).public}?done=undone`, 303)
  })

/** To the one that has waited longest, or back to the queue where none does. */
async function leadOn(c: Context<Env>, { report }: ContributionSubject, done: string) {
  const [next] = await listWaiting(c.var.db, { reportId: report.id }, { limit: 1, offset: 0 })
  const { locale } = c.var
  const there = next
    ? `${addressesOn(locale, next).here}?from=queue&done=${done}`
    : `${addressesOf(locale, report).queue}?done=${done}`
  return c.redirect(there, 303)
}

type Shown = { typed: TypedDecision; fromQueue: boolean; problem: ShownProblem | null }

async function show(c: Context<Env>, subject: ContributionSubject, shown: Shown) {
  const { db, actor, locale } = c.var
  const { report } = subject
  // With the words that were cut: they are judged again.
  const contribution =
    (await findContribution(db, subject.contribution.number)) ?? subject.contribution
  const { here } = addressesOn(locale, contribution)
  const page = (
    <DecisionPage
      frame={frameOf(c, shown.fromQueue ? `${here}?from=queue` : here)}
      {...{ report, contribution }}
      {...shown}
      history={await countHistory(db, contribution.authorId)}
      charter={await requireCharter(db)}
      decisions={await listDecisions(db, contribution.number)}
      hold={
        contribution.state === 'pending' ? await findOpenHold(db, contribution.number) : undefined
      }
      setting={await findModerationSetting(db, report.id)}
      done={chooseDone(doneBefore, c.req.query('done'))}
      readable={can(actor, 'contribution.moderate', { reportId: report.id })}
    />
  )
  return sendPage(c, page, shown.problem ? 422 : 200)
}
