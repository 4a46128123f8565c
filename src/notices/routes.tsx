import { Hono, type Context } from 'hono'
import { authorize } from '../permissions.ts'
import { NotFound, SignInNeeded } from '../platform/http/problems.ts'
import { findReportOfBlock } from '../reports/index.ts'
import { frameOf, sendForm, sendPage, type Env } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { addressesOf, topicPath } from './addresses.ts'
import { DigestPage } from './digest-page.tsx'
import { findDigest } from './digest-store.ts'
import { endFollowing, followThing } from './follow-thing.ts'
import { pageForm, parseAsked, parseSetting, type TypedSetting } from './forms.ts'
import { describeTold, findDetails } from './gather-details.ts'
import { endAll, endByClaim, keepSetting } from './keep-setting.ts'
import { listFollowers } from './list-followers.ts'
import { nameFollow } from './name-follow.ts'
import { gatherNews, indexNews } from './news.ts'
import { listNews } from './news-store.ts'
import { NoticesPage, doneHere } from './notices-page.tsx'
import { showNotices } from './show-notices.ts'
import { findSetting, findSubscription } from './store.ts'
import type { Asked } from './subscription.ts'
import { UnsubscriptionPage } from './unsubscription-page.tsx'
import { readToken, type Claim } from './unsubscription-token.ts'

const unsubscriptions = '/unsubscriptions/:token'

/** Whether a request there is good without its page: what is sent is authorised by the address alone. */
export function endsInOneStep(path: string): boolean {
  return /^\/[a-z]+\/unsubscriptions\/[^/]+$/.test(path)
}

/** Following things, choosing how to be told of them, and ending it, from a mail too. */
export const followRoutes = new Hono<Env>()
  .post('/account/subscriptions', async (c) => {
    const asked = await requireAsked(c)
    await followThing(c.var.db, c.var.actor, asked, c.var.now)
    return c.redirect(`${await pageOf(c, asked)}#follow`, 303)
  })
  .post('/account/subscriptions/end', async (c) => {
    const body = await c.req.parseBody()
    const asked = await requireAsked(c)
    await endFollowing(c.var.db, c.var.actor, asked, c.var.now)
    const { notices } = addressesOf(c.var.locale)
    const { page } = pageForm.parse({ page: body['page'] })
    const listed = body['from'] === 'list'
    return c.redirect(
      listed ? `${notices}?done=stopped&page=${page}` : `${await pageOf(c, asked)}#follow`,
      303,
    )
  })
  .get('/account/notices', async (c) => {
    const personId = requireFollower(c)
    const setting = await findSetting(c.var.db, personId)
    return sendNotices(c, personId, setting)
  })
  .post('/account/notices/setting', async (c) => {
    const personId = requireFollower(c)
    const typed = parseSetting(await c.req.parseBody({ all: true }))
    const { cadence, weekday, answers } = typed
    if (cadence === null || weekday === null) return sendNotices(c, personId, typed)
    await keepSetting(c.var.db, c.var.actor, { cadence, weekday, answers }, c.var.now)
    return c.redirect(`${addressesOf(c.var.locale).notices}?done=saved`, 303)
  })
  .post('/account/notices/end', async (c) => {
    await endAll(c.var.db, c.var.actor, c.var.now)
    return c.redirect(`${addressesOf(c.var.locale).notices}?done=ended`, 303)
  })
  .get('/account/notices/:notice', (c) => showDigest(c))
  .use('/unsubscriptions/*', async (c, next) => {
    // Such a link is for whoever has it: no cache keeps its page.
    c.header('Cache-Control', 'private, no-store')
    await next()
  })
  .get(unsubscriptions, async (c) => {
    const claim = requireClaim(c)
    const name = await nameOfClaim(c, claim)
    return sendPage(c, <UnsubscriptionPage frame={frameOf(c)} {...{ claim, name }} />)
  })
  .post(unsubscriptions, async (c) => {
    const claim = requireClaim(c)
    await endByClaim(c.var.db, claim)
    return sendPage(c, <UnsubscriptionPage frame={frameOf(c)} claim={claim} name={null} />)
  })

function requireFollower({ var: { actor } }: Context<Env>): number {
  authorize(actor, 'subscription.keep', null)
  if (actor.personId === null) throw new SignInNeeded()
  return actor.personId
}

async function requireAsked(c: Context<Env>): Promise<Asked> {
  requireFollower(c)
  const asked = parseAsked(await c.req.parseBody({ all: true }))
  if (!asked) throw new NotFound('what can be followed')
  return asked
}

/** Where what is followed is read. */
async function pageOf(c: Context<Env>, { kind, id }: Asked): Promise<string> {
  const { db, locale } = c.var
  if (kind === 'report') return `/${locale}/reports/${id}`
  if (kind === 'topic') return topicPath(locale, id)
  if (kind !== 'passage') return `/${locale}/contributions/${id}`
  const report = await findReportOfBlock(db, id)
  return `/${locale}/reports/${report?.slug}/passages/${id}`
}

async function sendNotices(c: Context<Env>, personId: number, typed: TypedSetting) {
  const { page } = pageForm.parse(c.req.query())
  const shown = await showNotices(c.var.db, personId, page)
  const problems = [
    ...(typed.cadence === null ? (['cadence'] as const) : []),
    ...(typed.weekday === null ? (['weekday'] as const) : []),
  ]
  const props = {
    frame: frameOf(c, c.req.method === 'POST' ? addressesOf(c.var.locale).notices : undefined),
    done: chooseDone(doneHere, c.req.query('done')),
    days: c.var.periods.mails,
    ...shown,
    typed,
    problems,
  }
  return sendForm(c, <NoticesPage {...props} />, { problems })
}

const digestLength = 50

async function showDigest(c: Context<Env>) {
  const { db } = c.var
  const personId = requireFollower(c)
  const id = c.req.param('notice') ?? ''
  const digest = /^[1-9]\d{0,8}$/.test(id) ? await findDigest(db, personId, Number(id)) : undefined
  if (!digest) throw new NotFound('digest')
  const { answers: answersAtOnce } = await findSetting(db, personId)
  const asking = { personId, toldUntil: digest.after, answersAtOnce }
  const follower = (await listFollowers(db, [asking])).get(personId)
  const news = await listNews(db, digest)
  const told = follower ? gatherNews(indexNews(news), follower) : []
  const pages = Math.max(1, Math.ceil(told.length / digestLength))
  const page = Math.min(pages, pageForm.parse(c.req.query()).page)
  const shown = told.slice((page - 1) * digestLength, page * digestLength)
  const parts = describeTold(shown, await findDetails(db, shown))
  const props = {
    frame: frameOf(c),
    id: Number(id),
    digest,
    count: told.length,
    parts,
    page,
    pages,
  }
  return sendPage(c, <DigestPage {...props} />)
}

function requireClaim(c: Context<Env>): Claim {
  const claim = readToken(c.var.mailing.key, c.req.param('token') ?? '')
  if (!claim) throw new NotFound('what a mail ends')
  return claim
}

/** What there is to end, in words; null where it has ended. */
async function nameOfClaim(c: Context<Env>, { ends, id }: Claim): Promise<string | null> {
  const { db, locale } = c.var
  if (ends === 'subscription') {
    const subscription = await findSubscription(db, id)
    return subscription ? ((await nameFollow(db, [id])).get(id)?.(locale) ?? '') : null
  }
  const { cadence, answers } = await findSetting(db, id)
  return (ends === 'digests' ? cadence !== 'none' : answers) ? '' : null
}
