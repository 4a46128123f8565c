import { Hono, type Context } from 'hono'
import { requireSent, requireSubject, type ContributionSubject } from '../contributions/index.ts'
import { requireCharter } from '../moderation/index.ts'
import { authorize, can, reportScope, wholeSite } from '../permissions.ts'
import { SignInNeeded } from '../platform/http/problems.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { thingOf } from '../roles/index.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { addressesOf, addressesOn } from './addresses.ts'
import { checkPerson, type BanProblem, type Typed } from './ban.ts'
import { BanFormPage } from './ban-form-page.tsx'
import { ConfirmPage } from './confirm-page.tsx'
import { parseBan, parseWarning } from './forms.ts'
import { giveWarning } from './give-warning.ts'
import type { History } from './history.tsx'
import { checkTyped, findInForce, knowPerson, scopesFor, setBan } from './set-ban.ts'
import { listBansOn } from './store.ts'
import type { TypedWarning, WarningProblem } from './warning.ts'
import { doneWithWarning, WarningPage } from './warning-page.tsx'
import { findNewestWarning, listWarnings } from './warning-store.ts'

const warning = '/workshop/contributions/:number/warning'
const ban = '/workshop/contributions/:number/ban'

/** Warning whoever wrote a contribution, and keeping them from taking part: said, looked at, confirmed. */
export const banFormRoutes = new Hono<Env>()
  .get(warning, async (c) => {
    const subject = await requireSubject(c)
    authorize(c.var.actor, 'warning.give', { reportId: subject.report.id })
    return showWarning(c, subject, { rule: null, reason: '', seen: null }, [])
  })
  .post(warning, async (c) => {
    const typed = parseWarning(await c.req.parseBody({ all: true }))
    const subject = await requireSent(c)
    const { db, actor, now, locale, mailing } = c.var
    if (actor.kind === 'visitor') throw new SignInNeeded()
    const { number } = subject.contribution
    const given = await giveWarning(db, actor, { number, typed, mailing }, now)
    if (!given.ok) return showWarning(c, subject, typed, given.problems)
    return c.redirect(`${addressesOn(locale, number).warning}?done=warned`, 303)
  })
  .get(ban, async (c) => {
    const subject = await requireSubject(c)
    authorize(c.var.actor, 'ban.set', { reportId: subject.report.id })
    const { typed } = parseBan({})
    return showForm(c, subject, { typed, problems: [] })
  })
  .post(ban, async (c) => {
    const { typed, step } = parseBan(await c.req.parseBody({ all: true }))
    const subject = await requireSent(c)
    const { db, actor, now, locale, mailing } = c.var
    if (actor.kind === 'visitor') throw new SignInNeeded()
    authorize(actor, 'ban.set', { reportId: subject.report.id })
    if (step === 'edit') return showForm(c, subject, { typed, problems: [] })
    if (step === 'look') return look(c, subject, typed)
    const { number } = subject.contribution
    const set = await setBan(db, actor, { number, typed, mailing }, now)
    if (!set.ok) return showForm(c, subject, { typed, problems: set.problems })
    return c.redirect(`${addressesOf(locale, set.id).here}?done=set`, 303)
  })

/** What the reader may know of whoever wrote it. */
async function historyFor(c: Context<Env>, personId: number): Promise<History> {
  const { db, actor } = c.var
  const warnings = await listWarnings(db, personId)
  const bans = await listBansOn(db, personId)
  return {
    warnings: warnings.filter(({ reportId }) => can(actor, 'ban.read', { reportId })),
    bans: bans.filter(({ scope }) => can(actor, 'ban.read', thingOf(scope))),
  }
}

async function showWarning(
  c: Context<Env>,
  subject: ContributionSubject,
  typed: TypedWarning,
  problems: readonly WarningProblem[],
) {
  const { number, authorId } = subject.contribution
  const page = (
    <WarningPage
      frame={frameOf(c, addressesOn(c.var.locale, number).warning)}
      {...subject}
      charter={await requireCharter(c.var.db)}
      history={await historyFor(c, authorId)}
      now={c.var.now}
      {...{ typed, problems }}
      newest={await findNewestWarning(c.var.db, {
        personId: authorId,
        reportId: subject.report.id,
      })}
      done={problems.length > 0 ? null : chooseDone(doneWithWarning, c.req.query('done'))}
    />
  )
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}

type Shown = { typed: Typed; problems: readonly BanProblem[] }

async function showForm(c: Context<Env>, subject: ContributionSubject, shown: Shown) {
  const props = await propsOf(c, subject, shown.typed)
  const page = <BanFormPage {...props} problems={shown.problems} />
  return sendPage(c, page, shown.problems.length > 0 ? 422 : 200)
}

/** What it would do, where nothing keeps it from being set. */
async function look(c: Context<Env>, subject: ContributionSubject, typed: Typed) {
  const { db, actor, now } = c.var
  const checked = await checkTyped(db, actor, { said: subject.contribution, typed }, now)
  if (!checked.ok) return showForm(c, subject, { typed, problems: checked.problems })
  const props = await propsOf(c, subject, typed)
  return sendPage(c, <ConfirmPage {...props} until={checked.until} />)
}

async function propsOf(c: Context<Env>, subject: ContributionSubject, typed: Typed) {
  const { db, actor, now, locale } = c.var
  const { number, authorId, reportId } = subject.contribution
  const scope = typed.scope === 'site' ? wholeSite : reportScope(reportId)
  return {
    frame: frameOf(c, addressesOn(locale, number).ban),
    ...subject,
    charter: await requireCharter(db),
    history: await historyFor(c, authorId),
    now,
    scopes: scopesFor(actor, reportId),
    typed,
    before: await findInForce(db, authorId, scope, now),
    shut: checkPerson(await knowPerson(db, actor, authorId, { scope, now })),
  }
}
