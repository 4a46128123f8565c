import { Hono, type Context } from 'hono'
import { blankArticle, carryArticles } from '../articles/index.ts'
import { authorize, can } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import type { PublicPage } from '../platform/pages/public-page.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { acceptTerms } from './accept-terms.ts'
import { ComparisonPage } from './comparison-page.tsx'
import { comparisonQuery, parseComparison, parseConsent, parseTerms } from './forms.ts'
import { checkTerms, keepTerms } from './keep-terms.ts'
import {
  findConsent,
  findHolding,
  findKeeper,
  findLastArticle,
  findTerms,
  listTerms,
  requireTerms,
} from './store.ts'
import {
  owes,
  typedTerms,
  type ConsentProblem,
  type Terms,
  type TermsFormProblem,
  type TypedTerms,
} from './terms.ts'
import { TermsFormPage } from './terms-form-page.tsx'
import { termsDone, TermsPage } from './terms-page.tsx'

/** The same for everybody who is not signed in. */
export const termsPages: PublicPage[] = [
  { path: '/terms', query: [] },
  { path: '/terms/versions/:version', query: [] },
  { path: '/terms/comparison', query: comparisonQuery },
]

const form = '/admin/terms'

/** The terms of use: read by everybody, accepted by whoever has an account, kept by administrators. */
export const termsRoutes = new Hono<Env>()
  .get('/terms', (c) => showTerms(c, 'newest', null))
  .get('/terms/versions/:version', (c) => {
    const version = c.req.param('version')
    if (!/^[1-9]\d{0,5}$/.test(version)) throw new NotFound('version')
    return showTerms(c, Number(version), null)
  })
  .get('/terms/comparison', async (c) => {
    const { db } = c.var
    const versions = await listTerms(db)
    const [newest, previous] = versions.map(({ version }) => version)
    const asked = parseComparison(c.req.query())
    const to = await findTerms(db, asked.to ?? newest ?? 0)
    const from = await findTerms(db, asked.from ?? previous ?? newest ?? 0)
    if (!to || !from) throw new NotFound('version')
    const compared = versions.length > 1 ? { from, to } : null
    return sendPage(c, <ComparisonPage frame={frameOf(c)} {...{ compared, versions }} />)
  })
  .post('/terms/consents', async (c) => {
    const { db, actor, now, locale } = c.var
    const accepted = await acceptTerms(db, actor, parseConsent(await c.req.parseBody()), now)
    if (accepted.ok) return c.redirect(`/${locale}/terms?done=accepted-now`, 303)
    return showTerms(c, 'newest', accepted.problem)
  })
  .get(form, async (c) => {
    authorize(c.var.actor, 'terms.keep', null)
    const newest = await requireTerms(c.var.db)
    const typed = typedTerms(newest)
    const articles = [...typed.articles, blankArticle((await findLastArticle(c.var.db)) + 1)]
    const { version: read } = newest
    return showForm(c, { read, newest, typed: { ...typed, articles }, preview: false }, [])
  })
  .post(form, async (c) => {
    const { db, actor, now, locale } = c.var
    const last = await findLastArticle(db)
    const { read, typed, step } = parseTerms(await c.req.parseBody({ all: true }), last + 1)
    const newest = await requireTerms(db)
    const shown = { read, newest, typed, preview: false }
    authorize(actor, 'terms.keep', null)
    if (step === 'preview') {
      const checked = checkTerms({ read, typed }, newest)
      if (!checked.ok) return showRefused(c, { read, typed }, checked.problems)
      return showForm(c, { ...shown, preview: true }, [])
    }
    const kept = await keepTerms(db, actor, { read, typed }, now)
    if (kept.ok) return c.redirect(`/${locale}/terms?done=kept`, 303)
    return showRefused(c, { read, typed }, kept.problems)
  })

async function showTerms(
  c: Context<Env>,
  version: number | 'newest',
  problem: ConsentProblem | null,
) {
  const { db, actor, locale } = c.var
  const terms = await findTerms(db, version)
  if (!terms) throw new NotFound('version')
  const page = (
    <TermsPage
      frame={frameOf(c, problem ? `/${locale}/terms` : undefined)}
      terms={terms}
      versions={await listTerms(db)}
      mayKeep={can(actor, 'terms.keep', null)}
      consent={actor.personId === null ? null : await consentOf(c, actor.personId)}
      problem={problem}
      done={problem ? null : chooseDone(termsDone, c.req.query('done'))}
    />
  )
  return sendPage(c, page, problem ? 422 : 200)
}

async function consentOf(c: Context<Env>, personId: number) {
  const last = await findConsent(c.var.db, personId)
  return { last, owed: owes(last?.version ?? null, await findHolding(c.var.db)) }
}

type Refused = { read: number; typed: TypedTerms }

/** Whoever has been told of another version, and sends theirs once more, means it: the form goes on from what stands now. */
async function showRefused(
  c: Context<Env>,
  { read, typed }: Refused,
  problems: readonly TermsFormProblem[],
) {
  const { db } = c.var
  const newest = await requireTerms(db)
  if (!problems.some(({ code }) => code === 'changed-since')) {
    return showForm(c, { read, newest, typed, preview: false }, problems)
  }
  const [known, last] = [await findLastArticle(db, read), await findLastArticle(db)]
  const standing = typedTerms(newest).articles
  const articles = carryArticles(typed.articles, standing, { known, last })
  const { version } = newest
  const shown = { read: version, newest, typed: { ...typed, articles }, preview: false }
  return showForm(c, { ...shown, keptBy: await findKeeper(db, version) }, problems)
}

type ShownForm = {
  read: number
  newest: Terms
  typed: TypedTerms
  preview: boolean
  keptBy?: Keeper
}
type Keeper = Awaited<ReturnType<typeof findKeeper>>

function showForm(
  c: Context<Env>,
  { keptBy = null, ...shown }: ShownForm,
  problems: readonly TermsFormProblem[],
) {
  const frame = frameOf(c, `/${c.var.locale}${form}`)
  const page = <TermsFormPage {...shown} keptBy={keptBy} frame={frame} problems={problems} />
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}
