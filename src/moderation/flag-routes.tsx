import { Hono, type Context } from 'hono'
import {
  findContribution,
  findModerationSetting,
  type Contribution,
} from '../contributions/index.ts'
import { sha256 } from '../platform/canonical.ts'
import { NotFound } from '../platform/http/problems.ts'
import { findReportById, stepTo } from '../reports/index.ts'
import { frameOf, sendForm, sendPage, type Env } from '../request.ts'
import { newFormKey, sendingOf } from '../spam/index.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { isVerdictContestable, type ContestProblem } from './appeal.ts'
import { listAppeals } from './appeal-store.ts'
import { requireCharter } from './charter-store.ts'
import { contestUntil } from './contest.ts'
import { contestVerdict, withdrawFlagAppeal } from './contest-decision.ts'
import { ContestPage } from './contest-page.tsx'
import { blankFlag, isReference, type FlagProblem, type TypedFlag } from './flag.ts'
import { doneInFollowing, FlagFollowPage } from './flag-follow-page.tsx'
import { FlagPage } from './flag-page.tsx'
import { FlagReceivedPage } from './flag-received-page.tsx'
import { makeFlagLink } from './flag-mail.ts'
import { findFlagByToken, findFlagOf, findVerdict } from './flag-store.ts'
import { parseFlag, parseKey, parseReason, parseReference } from './forms.ts'
import { receiveFlag, requireFlaggable } from './receive-flag.ts'
import { requirePerson } from './require-person.ts'
import { dueAt } from './setting.ts'
import { words } from './words.ts'

const form = '/contributions/:number/flag'
const page = '/flags/:token'

/** Flagging what anybody can read, and following what became of it by a secret link. */
export const flagRoutes = new Hono<Env>()
  .use('/flags/*', async (c, next) => {
    // Such a link is for whoever has it: no cache keeps its page.
    c.header('Cache-Control', 'private, no-store')
    await next()
  })
  .get(form, async (c) => {
    const said = await requireNamed(c)
    const own = said.authorId !== null && said.authorId === c.var.actor.personId
    const typed = { ...blankFlag, read: said.revision }
    return showForm(c, said, { typed, problems: own ? ['flag-own'] : [], key: newKeyFor(c) })
  })
  .post(form, async (c) => {
    const body = await c.req.parseBody({ all: true })
    const typed = parseFlag(body)
    const said = await requireNamed(c)
    const { db, actor, now, mailing, locale } = c.var
    const key = parseKey(body) || newKeyFor(c)
    const sending = sendingOf(c, key, body)
    const flagging = { number: said.number, typed, mailing, locale: readIn(c), sending }
    const flagged = await receiveFlag(db, actor, flagging, now)
    if (!flagged.ok) {
      const { problems, notBefore = null } = flagged
      return showForm(c, said, { typed, problems, key, notBefore })
    }
    const { path, again, reference, suspect } = flagged
    if (path) return c.redirect(`/${locale}${path}?done=${again ? 'again' : 'received'}`, 303)
    const mailed = typed.email.trim() !== ''
    const there = `/${locale}/contributions/${said.number}/flag/received`
    const mail = suspect ? 'later' : '1'
    return c.redirect(`${there}?flag=${reference}${mailed ? `&mailed=${mail}` : ''}`, 303)
  })
  .get(`${form}/received`, async (c) => {
    const contribution = await requireNamed(c)
    const reference = c.req.query('flag') ?? ''
    // Not looked up: the journal has every reference, and whoever tries them is not to learn what was flagged.
    if (!isReference(reference)) throw new NotFound('flag')
    const report = await requireReportOf(c, contribution)
    const { promisedDays: days } = await findModerationSetting(c.var.db, report.id)
    const mail = mailedAs[c.req.query('mailed') ?? ''] ?? null
    const shown = { report, contribution, reference, mail, days }
    return sendPage(c, <FlagReceivedPage frame={frameOf(c)} {...shown} />)
  })
  .post('/account/flags', async (c) => {
    const { db, actor, locale } = c.var
    const personId = requirePerson(actor)
    const reference = parseReference(await c.req.parseBody())
    const flag = await findFlagOf(db, { personId, reference })
    if (!flag) throw new NotFound('flag')
    return c.redirect(`/${locale}${await makeFlagLink(db, flag, null)}`, 303)
  })
  .get(page, (c) => showFlag(c))
  .get(`${page}/appeal`, (c) => showContest(c, '', null))
  .post(`${page}/appeal`, async (c) => {
    const reason = parseReason(await c.req.parseBody())
    const { db, locale, mailing, now } = c.var
    const token = c.req.param('token')
    const contested = await contestVerdict(db, { token, reason, mailing }, now)
    if (!contested.ok) return showContest(c, reason, contested.problem)
    return c.redirect(`/${locale}/flags/${token}?done=contested`, 303)
  })
  .post(`${page}/appeal/withdrawal`, async (c) => {
    const token = c.req.param('token')
    const withdrawn = await withdrawFlagAppeal(c.var.db, token, c.var.now)
    const done = withdrawn.ok ? 'withdrawn' : 'decided'
    return c.redirect(`/${c.var.locale}/flags/${token}?done=${done}`, 303)
  })

/** In which language whoever flags is written to. */
function readIn(c: Context<Env>) {
  return c.var.locale === 'qps' ? 'en' : c.var.locale
}

async function requireNamed(c: Context<Env>): Promise<Contribution> {
  const number = c.req.param('number') ?? ''
  if (!/^[1-9]\d{0,8}$/.test(number)) throw new NotFound('contribution')
  return requireFlaggable(c.var.db, Number(number))
}

async function requireReportOf(c: Context<Env>, { reportId }: Pick<Contribution, 'reportId'>) {
  const report = await findReportById(c.var.db, reportId)
  if (!report) throw new NotFound('report')
  return report
}

/** What the address of the page says of the mail. */
const mailedAs: Partial<Record<string, 'sent' | 'later'>> = { '1': 'sent', later: 'later' }

/** `key`: of the form. */
type Shown = { typed: TypedFlag; problems: FlagProblem[]; key: string; notBefore?: Date | null }

function newKeyFor(c: Context<Env>): string {
  return newFormKey(c.var.mailing.key, c.var.now)
}

async function showForm(c: Context<Env>, contribution: Contribution, shown: Shown) {
  const frame = frameOf(c, `/${c.var.locale}/contributions/${contribution.number}/flag`)
  const report = await requireReportOf(c, contribution)
  const charter = await requireCharter(c.var.db)
  const { notBefore = null } = shown
  const props = { frame, report, contribution, charter, ...shown, notBefore }
  return sendForm(c, <FlagPage {...props} />, shown)
}

/** The flag of the link, and all that became of it. */
async function requireFollowed(c: Context<Env>) {
  const { db, now } = c.var
  const flag = await findFlagByToken(db, sha256(c.req.param('token') ?? ''))
  const said = flag && (await findContribution(db, flag.contributionNumber))
  if (!flag || !said) throw new NotFound('flag')
  const verdict = flag.verdictId === null ? undefined : await findVerdict(db, flag.verdictId)
  const appeals = await listAppeals(db, said.number)
  const appeal = appeals.find((one) => one.flagId === flag.id && one.withdrawnAt === null)
  const contestable = verdict ? isVerdictContestable({ flag, verdict, appeals }, now) : 'not-open'
  return { flag, verdict, appeal, contestable, report: await requireReportOf(c, said) } as const
}

async function showFlag(c: Context<Env>) {
  const { db, now, locale } = c.var
  const followed = await requireFollowed(c)
  const setting = await findModerationSetting(db, followed.report.id)
  const here = `/${locale}/flags/${c.req.param('token')}`
  return sendPage(
    c,
    <FlagFollowPage
      frame={frameOf(c, here)}
      {...followed}
      {...{ now, here }}
      until={dueAt(followed.flag.receivedAt, setting)}
      appealUntil={dueAt(followed.appeal?.receivedAt ?? now, setting)}
      done={chooseDone(doneInFollowing, c.req.query('done'))}
    />,
  )
}

async function showContest(c: Context<Env>, typed: string, problem: ContestProblem | null) {
  const { locale } = c.var
  const { flag, verdict, contestable, report } = await requireFollowed(c)
  if (!verdict || (problem === null && contestable !== 'yes')) throw new NotFound('an open verdict')
  const back = `/${locale}/flags/${c.req.param('token')}`
  const { decidedAt } = verdict
  const about = {
    kind: 'flagger' as const,
    number: flag.contributionNumber,
    decidedAt,
    until: contestUntil(decidedAt),
  }
  const label = words(locale)('follow-title', { reference: flag.reference })
  const steps = [stepTo(locale, report), { href: back, label }]
  const action = `${back}/appeal`
  const frame = frameOf(c, action)
  return sendPage(
    c,
    <ContestPage {...{ frame, steps, about, typed, problem, action, back }} />,
    problem ? 422 : 200,
  )
}
