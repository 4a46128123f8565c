import { Hono, type Context } from 'hono'
import { authorize, can, reportScope, wholeSite } from '../permissions.ts'
import { NotFound, SignInNeeded } from '../platform/http/problems.ts'
import { findReportById, requireReport } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { thingOf } from '../roles/index.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { addressesOf, listAddress } from './addresses.ts'
import { checkContest, checkOutcome, isInForce, type Ban, type ContestProblem } from './ban.ts'
import { BanPage, doneOnBan, type BanPageProps } from './ban-page.tsx'
import { contestBan, decideContest, listLater } from './contest-ban.ts'
import { findReasons } from './find-reasons.ts'
import { banFormRoutes } from './form-routes.tsx'
import { parseWords } from './forms.ts'
import { liftBan } from './lift-ban.ts'
import { BanListPage } from './list-page.tsx'
import { doneOnOwn, OwnBanPage } from './own-ban-page.tsx'
import { findBan, listBansOf } from './store.ts'
import { words } from './words.ts'

/** Keeping people from taking part for a time, and what they can do about it. */
export const banRoutes = new Hono<Env>()
  .route('/', banFormRoutes)
  .get('/workshop/reports/:slug/bans', async (c) => {
    const report = await requireReport(c.var.db, c.req.param('slug'))
    authorize(c.var.actor, 'ban.read', { reportId: report.id })
    const bans = await listBansOf(c.var.db, reportScope(report.id))
    return sendPage(c, <BanListPage frame={frameOf(c)} {...{ report, bans }} now={c.var.now} />)
  })
  .get('/admin/bans', async (c) => {
    authorize(c.var.actor, 'ban.read', null)
    const bans = await listBansOf(c.var.db, wholeSite)
    return sendPage(c, <BanListPage frame={frameOf(c)} report={null} bans={bans} now={c.var.now} />)
  })
  .get('/workshop/bans/:ban', async (c) => {
    if (c.var.actor.kind === 'visitor') throw new SignInNeeded()
    const ban = await requireBan(c)
    authorize(c.var.actor, 'ban.read', thingOf(ban.scope))
    return showBan(c, ban, { typed: nothingTyped, refused: null })
  })
  .post('/workshop/bans/:ban/lift', async (c) => {
    const { reason } = parseWords(await c.req.parseBody({ all: true }))
    const { db, actor, now, mailing } = c.var
    if (actor.kind === 'visitor') throw new SignInNeeded()
    const { id } = await requireBan(c)
    const lifted = await liftBan(db, actor, { id, reason, mailing }, now)
    if (lifted.ok) return leadTo(c, id, 'lifted')
    const refused = { form: 'lift' as const, problem: lifted.problem }
    return showBan(c, await requireBan(c), { typed: { reason, outcome: null }, refused })
  })
  .post('/workshop/bans/:ban/outcome', async (c) => {
    const { reason, outcome } = parseWords(await c.req.parseBody({ all: true }))
    const { db, actor, now, mailing } = c.var
    if (actor.kind === 'visitor') throw new SignInNeeded()
    const { id } = await requireBan(c)
    const decided = await decideContest(db, actor, { id, outcome, reason, mailing }, now)
    if (decided.ok) return leadTo(c, id, 'decided')
    const refused = { form: 'outcome' as const, problem: decided.problem }
    return showBan(c, await requireBan(c), { typed: { reason, outcome }, refused })
  })
  .get('/account/bans/:ban', async (c) => {
    if (c.var.actor.kind === 'visitor') throw new SignInNeeded()
    const ban = await requireBan(c)
    authorize(c.var.actor, 'ban.contest', { concernedId: ban.personId })
    return showOwn(c, ban, '', null)
  })
  .post('/account/bans/:ban/contestation', async (c) => {
    const { reason } = parseWords(await c.req.parseBody({ all: true }))
    const { db, actor, now, locale } = c.var
    if (actor.kind === 'visitor') throw new SignInNeeded()
    const { id } = await requireBan(c)
    const contested = await contestBan(db, actor, { id, words: reason }, now)
    if (contested.ok) return c.redirect(`${addressesOf(locale, id).own}?done=contested`, 303)
    return showOwn(c, await requireBan(c), reason, contested.problem)
  })

const nothingTyped = { reason: '', outcome: null }

async function requireBan(c: Context<Env>): Promise<Ban> {
  const given = c.req.param('ban') ?? ''
  const ban = /^[1-9]\d{0,8}$/.test(given) ? await findBan(c.var.db, Number(given)) : undefined
  if (!ban) throw new NotFound('ban')
  return ban
}

function leadTo(c: Context<Env>, id: number, done: (typeof doneOnBan)[number]) {
  return c.redirect(`${addressesOf(c.var.locale, id).here}?done=${done}`, 303)
}

async function showBan(
  c: Context<Env>,
  ban: Ban,
  { typed, refused }: Pick<BanPageProps, 'typed' | 'refused'>,
) {
  const { db, actor, now, locale } = c.var
  const { kind, id } = ban.scope
  const report = kind === 'report' ? ((await findReportById(db, id)) ?? null) : null
  const thing = thingOf(ban.scope)
  const own = ban.personId === actor.personId
  const later = await listLater(db, ban)
  const page = (
    <BanPage
      frame={frameOf(c, addressesOf(locale, ban.id).here)}
      reasons={await findReasons(db, ban)}
      now={now}
      list={{ href: listAddress(locale, report), label: words(locale)('bans') }}
      may={{
        lift: !own && can(actor, 'ban.lift', thing),
        set: !own && can(actor, 'ban.set', thing),
        decide: can(actor, 'ban.decide-contest', thing) && mayDecideOn(ban, later, actor.personId),
      }}
      successor={later.find((one) => isInForce(one, now))}
      {...{ typed, refused }}
      done={refused ? null : chooseDone(doneOnBan, c.req.query('done'))}
    />
  )
  return sendPage(c, page, refused ? 422 : 200)
}

/** Whether anything but what they still have to say keeps that person from deciding. */
function mayDecideOn(ban: Ban, later: readonly Ban[], personId: number | null): boolean {
  const deciding = { outcome: 'upheld' as const, reason: '–', deciderId: personId ?? 0 }
  return checkOutcome(deciding, ban, later) === null
}

async function showOwn(c: Context<Env>, ban: Ban, typed: string, problem: ContestProblem | null) {
  const { db, now, locale } = c.var
  const page = (
    <OwnBanPage
      frame={frameOf(c, addressesOf(locale, ban.id).own)}
      reasons={await findReasons(db, ban)}
      now={now}
      contestable={checkContest('–', ban, now) === null}
      {...{ typed, problem }}
      done={problem ? null : chooseDone(doneOnOwn, c.req.query('done'))}
    />
  )
  return sendPage(c, page, problem ? 422 : 200)
}
