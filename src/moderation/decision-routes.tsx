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
import { addressesOf, addressesOn, addressOfWaiting } from './addresses.ts'
import { listOpenAppeals } from './appeal-store.ts'
import { requireCharter } from './charter-store.ts'
import { decideContribution, undoDecision } from './decide-contribution.ts'
import { decideFlags, isWaiting, undoFlags } from './decide-flags.ts'
import type { TypedDecision } from './decision.ts'
import { DecisionPage } from './decision-page.tsx'
import {
  doneBefore,
  type DecisionProps,
  type ShownProblem,
  type ShownVerdictProblem,
} from './decision-props.ts'
import type { TypedVerdict } from './flag.ts'
import { listFlags, listVerdicts } from './flag-store.ts'
import { parseDecision, parseUndoing, parseVerdict } from './forms.ts'
import { countHistory, listWaiting } from './queue-store.ts'
import { requirePerson } from './require-person.ts'
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
  .post(`${address}/flags`, async (c) => {
    const typed = parseVerdict(await c.req.parseBody())
    const subject = await requireSent(c)
    const { db, actor, now, locale, mailing } = c.var
    if (actor.kind === 'visitor') return showVerdict(c, subject, typed, 'signed-out')
    const { number } = subject.contribution
    const decided = await decideFlags(db, actor, { number, typed, mailing }, now)
    if (!decided.ok) return showVerdict(c, await requireSubject(c), typed, decided.problem)
    return c.redirect(`${addressesOn(locale, { number }).here}?done=flags`, 303)
  })
  .post(`${address}/flags/undo`, async (c) => {
    const verdictId = parseUndoing(await c.req.parseBody())
    const subject = await requireSubject(c)
    const { db, actor, now, locale, mailing } = c.var
    const { number } = subject.contribution
    const undone = await undoFlags(db, actor, { number, verdictId, mailing }, now)
    if (!undone.ok) {
      return showVerdict(c, subject, noVerdict.typed, undone.problem)
    }
    return c.redirect(`${addressesOn(locale, { number }).here}?done=flags-undone`, 303)
  })

function showVerdict(
  c: Context<Env>,
  subject: ContributionSubject,
  typed: TypedVerdict,
  problem: ShownVerdictProblem,
) {
  const { typed: blank, fromQueue } = parseDecision({})
  const verdict = { typed, problem }
  return show(c, subject, { typed: blank, fromQueue, problem: null, verdict })
}

/** What stands in the form for answering flags, where it was not sent. */
const noVerdict: DecisionProps['verdict'] = {
  typed: { outcome: null, reason: '', flags: [] },
  problem: null,
}

/** To the one that has waited longest, or back to the queue where none does. */
async function leadOn(c: Context<Env>, { report }: ContributionSubject, done: string) {
  const { locale, actor } = c.var
  const asked = { reportId: report.id, deciderId: requirePerson(actor) }
  const [next] = await listWaiting(c.var.db, asked, { limit: 1, offset: 0 })
  const there = next
    ? `${addressOfWaiting(locale, next)}?from=queue&done=${done}`
    : `${addressesOf(locale, report).queue}?done=${done}`
  return c.redirect(there, 303)
}

type Shown = {
  typed: TypedDecision
  fromQueue: boolean
  problem: ShownProblem | null
  verdict?: DecisionProps['verdict']
}

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
      verdict={noVerdict}
      {...shown}
      history={await countHistory(db, contribution.authorId)}
      charter={await requireCharter(db)}
      decisions={await listDecisions(db, contribution.number)}
      hold={
        contribution.state === 'pending' ? await findOpenHold(db, contribution.number) : undefined
      }
      setting={await findModerationSetting(db, report.id)}
      flags={(await listFlags(db, contribution.number)).filter(isWaiting)}
      verdicts={await listVerdicts(db, contribution.number)}
      appeals={await listOpenAppeals(db, contribution.number)}
      done={chooseDone(doneBefore, c.req.query('done'))}
      readable={can(actor, 'contribution.moderate', { reportId: report.id })}
    />
  )
  return sendPage(c, page, (shown.problem ?? shown.verdict?.problem) ? 422 : 200)
}
