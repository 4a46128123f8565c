import { Hono, type Context } from 'hono'
import { authorize, can, reportScope } from '../permissions.ts'
import { NotFound, SignInNeeded, SignInToKeep } from '../platform/http/problems.ts'
import { newToken } from '../platform/ids.ts'
import { moderationLogAddress } from '../moderation-log/index.ts'
import { listEditions, requireReport, type Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { isGrantInForce, listGrantsOf } from '../roles/index.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { addressesOf } from './addresses.ts'
import { parseOpinion, parseVersion } from './forms.ts'
import { GuaranteePage } from './guarantee-page.tsx'
import type { Opinion, OpinionProblem, TypedOpinion } from './opinion.ts'
import { OpinionFormPage } from './opinion-form-page.tsx'
import { doneOnOpinion, OpinionPage } from './opinion-page.tsx'
import { correctOpinion, publishOpinion } from './publish-opinion.ts'
import { recordRoutes } from './record-routes.tsx'
import { findOpinion, listOpinions, listVersions } from './store.ts'
import { listVerifications } from './verification-store.ts'

const page = '/reports/:slug/guarantee'
const record = '/workshop/reports/:slug/guarantee'

/** What a report's guarantor watches and says: read by everybody, written by them alone. */
export const guaranteeRoutes = new Hono<Env>()
  .route('/', recordRoutes)
  .get(page, async (c) => {
    const { db, actor, now, locale } = c.var
    const report = await requireReport(db, c.req.param('slug'))
    const grants = (await listGrantsOf(db, reportScope(report.id))).filter(
      ({ role }) => role === 'guarantor',
    )
    const verifications = await listVerifications(db, 2)
    return sendPage(
      c,
      <GuaranteePage
        frame={frameOf(c)}
        report={report}
        guarantors={grants.filter((grant) => isGrantInForce(grant, now))}
        former={grants.filter((grant) => !isGrantInForce(grant, now))}
        opinions={await listOpinions(db, report.id)}
        verification={verifications.find(({ done }) => done !== null)}
        mayRead={can(actor, 'record.read', { reportId: report.id })}
        log={moderationLogAddress(locale, report)}
      />,
    )
  })
  .get(`${page}/opinions/:opinion`, async (c) => {
    const { db, actor } = c.var
    const report = await requireReport(db, c.req.param('slug'))
    const opinion = await requireOpinion(c, report)
    const versions = await listVersions(db, opinion.id)
    const asked = parseVersion(c.req.query('version')) ?? opinion.current.version
    const version = versions.find((one) => one.version === asked)
    if (!version) throw new NotFound('version')
    return sendPage(
      c,
      <OpinionPage
        frame={frameOf(c)}
        {...{ report, opinion, version, versions }}
        mayCorrect={
          can(actor, 'opinion.publish', { reportId: report.id }) &&
          opinion.authorId === actor.personId
        }
        done={chooseDone(doneOnOpinion, c.req.query('done'))}
      />,
    )
  })
  .get(`${record}/opinion`, async (c) => {
    const report = await requireReport(c.var.db, c.req.param('slug'))
    authorize(c.var.actor, 'opinion.publish', { reportId: report.id })
    const blank = { title: '', body: '', edition: '', reason: '', read: 0 }
    return showForm(c, report, null, {
      typed: { ...blank, lang: report.lang, key: newToken() },
      problems: [],
    })
  })
  .post(`${record}/opinions`, async (c) => {
    const typed = parseOpinion(await c.req.parseBody({ all: true }))
    const { db, actor, now, locale } = c.var
    const report = await requireReport(db, c.req.param('slug'))
    if (actor.kind === 'visitor') throw new SignInToKeep()
    const keyed = { ...typed, key: typed.key || newToken() }
    const published = await publishOpinion(db, actor, { report, typed: keyed }, now)
    if (!published.ok) {
      const { problems, published: first } = published
      // What is not published yet is a second opinion, if it is sent once more.
      const again = first === undefined ? keyed : { ...keyed, key: newToken() }
      return showForm(c, report, null, { typed: again, problems, first })
    }
    const there = addressesOf(locale, report).opinion(published.id)
    return c.redirect(`${there}?done=published`, 303)
  })
  .get(`${record}/opinions/:opinion`, async (c) => {
    const { db, actor } = c.var
    if (actor.kind === 'visitor') throw new SignInNeeded()
    const report = await requireReport(db, c.req.param('slug'))
    authorize(actor, 'opinion.publish', { reportId: report.id })
    const opinion = await requireOpinion(c, report)
    if (opinion.authorId !== actor.personId) throw new NotFound('opinion')
    const { title, body, lang, version } = opinion.current
    const typed = { title, body, lang, edition: '', reason: '', key: '', read: version }
    return showForm(c, report, opinion, { typed, problems: [] })
  })
  .post(`${record}/opinions/:opinion/versions`, async (c) => {
    const typed = parseOpinion(await c.req.parseBody({ all: true }))
    const { db, actor, now, locale } = c.var
    if (actor.kind === 'visitor') throw new SignInToKeep()
    const report = await requireReport(db, c.req.param('slug'))
    const { id } = await requireOpinion(c, report)
    const corrected = await correctOpinion(db, actor, { report, id, typed }, now)
    if (!corrected.ok) {
      const { problems } = corrected
      const standing = await requireOpinion(c, report)
      // Whoever has been told of a newer version, and sends theirs again, means it.
      const told = problems.includes('corrected-meanwhile')
      const read = told ? standing.current.version : typed.read
      return showForm(c, report, standing, { typed: { ...typed, read }, problems })
    }
    return c.redirect(`${addressesOf(locale, report).opinion(id)}?done=published`, 303)
  })

async function requireOpinion(c: Context<Env>, report: Report): Promise<Opinion> {
  const given = c.req.param('opinion') ?? ''
  const found = /^[1-9]\d{0,8}$/.test(given)
    ? await findOpinion(c.var.db, Number(given))
    : undefined
  if (found?.reportId !== report.id) throw new NotFound('opinion')
  return found
}

type Shown = {
  typed: TypedOpinion
  problems: readonly OpinionProblem[]
  first?: number | undefined
}

async function showForm(
  c: Context<Env>,
  report: Report,
  opinion: Opinion | null,
  { typed, problems, first }: Shown,
) {
  const there = addressesOf(c.var.locale, report)
  const editions = await listEditions(c.var.db, report.id)
  const form = (
    <OpinionFormPage
      frame={frameOf(c, opinion ? there.correcting(opinion.id) : there.writing)}
      {...{ report, opinion, typed, problems, first }}
      editions={editions.map(({ number }) => number)}
    />
  )
  return sendPage(c, form, problems.length > 0 ? 422 : 200)
}
