import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { listCredits } from '../contributions/index.ts'
import { authorize, can } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import type { PublicPage } from '../platform/pages/public-page.ts'
import {
  choosePart,
  groupAlike,
  listEditions,
  placeChanges,
  requireEdition,
  requireReport,
  type Edition,
  type Report,
} from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { changesAddress, comparisonAddress } from './addresses.ts'
import { ChangesPage } from './changes-page.tsx'
import { comparisonRoutes } from './comparison-routes.tsx'
import { gatherCheckList } from './check-list.ts'
import { listChangedBlocks, reasonsOf } from './list-changed-blocks.ts'
import { numbersTold } from './numbers-told.ts'
import { PublicationPage } from './publication-page.tsx'
import { publishEdition, type PublicationProblem } from './publish-edition.ts'

export const changesPages: PublicPage[] = [
  {
    path: '/reports/:slug/editions/:number/changes',
    query: ['page', 'at', 'from'],
  },
  { path: '/reports/:slug/comparison', query: ['from', 'to'] },
]

/** What changed and why; publishing the next edition. */
export const editionRoutes = new Hono<Env>()
  .route('/', comparisonRoutes)
  .get('/reports/:slug/editions/:number/changes', async (c) => {
    const { report, edition } = await requireEdition(
      c.var.db,
      c.req.param('slug'),
      c.req.param('number'),
    )
    const editions = await listEditions(c.var.db, report.id)
    const { from, ...wanted } = partForm.parse(c.req.query())
    const other = from === null ? null : editions.find(({ number }) => number === from)
    if (other === undefined || other?.number === edition.number)
      throw new NotFound('no other edition to compare with')
    if (other && other.number > edition.number) {
      const address = changesAddress(c.var.locale, report, other.number)
      return c.redirect(comparisonAddress(address, { from: edition.number }), 302)
    }
    if (!other && edition.number === 1) throw new NotFound('the first edition changed nothing')
    return showChanges(c, { report, edition, editions, from: other, wanted })
  })
  .get('/workshop/reports/:slug/publication', async (c) => {
    const report = await requireReport(c.var.db, c.req.param('slug'))
    authorize(c.var.actor, 'workshop.open', { reportId: report.id })
    return showCheckList(c, report, null)
  })
  .post('/workshop/reports/:slug/editions', async (c) => {
    const report = await requireReport(c.var.db, c.req.param('slug'))
    authorize(c.var.actor, 'edition.publish', { reportId: report.id })
    const { unanswered, seen } = publicationForm.parse(await c.req.parseBody())
    const { db, actor, now } = c.var
    const publication = { report, unansweredConfirmed: unanswered, seen }
    const published = await publishEdition(db, actor, publication, now)
    if (!published.ok) return showCheckList(c, report, published.problem)
    const there = `/${c.var.locale}/reports/${report.slug}/editions/${published.number}`
    return c.redirect(`${there}?done=published`, 303)
  })

const publicationForm = z.object({
  unanswered: z
    .literal('confirmed')
    .transform(() => true)
    .catch(false),
  seen: z.string().nullable().catch(null),
})

const partForm = z.object({
  page: z.coerce.number().int().min(1).nullable().catch(null).default(null),
  at: z.string().nullable().catch(null).default(null),
  from: z.coerce.number().int().nullable().catch(-1).default(null),
})

type Comparison = {
  report: Report
  edition: Edition
  editions: Edition[]
  /** Null for the edition before. */
  from: Edition | null
  wanted: { page: number | null; at: string | null }
}

async function showChanges(c: Context<Env>, { report, edition, editions, ...asked }: Comparison) {
  const { db, locale } = c.var
  const previous = editions.find(({ number }) => number === edition.number - 1)
  // The edition before is what an edition is compared with unasked.
  const from = asked.from?.id === previous?.id ? null : asked.from
  const { changed, unchanging, scale } = await listChangedBlocks(db, from ?? previous, edition)
  const groups = groupAlike(changed, reasonsOf)
  const part = choosePart(groups, asked.wanted)
  const told = part.page === part.pages && !from
  const numbers = numbersTold({
    changed: part.groups.flatMap(({ first, alike }) => [first, ...alike]),
    answers: told ? unchanging : [],
    unanswered: told ? edition.unanswered : [],
  })
  const address = changesAddress(locale, report, edition.number)
  const addressOf = ({ blockId: at }: { blockId: string }) =>
    comparisonAddress(address, { from: from?.number ?? null, at })
  const page = (
    <ChangesPage
      frame={frameOf(c)}
      report={report}
      edition={edition}
      from={from}
      editions={editions}
      part={part}
      placed={placeChanges(groups, { page: part.page, addressOf })}
      scale={scale}
      count={changed.length}
      unchanging={unchanging}
      credits={await listCredits(db, numbers)}
    />
  )
  return sendPage(c, page)
}

async function showCheckList(c: Context<Env>, report: Report, problem: PublicationProblem | null) {
  const page = (
    <PublicationPage
      frame={frameOf(c, `/${c.var.locale}/workshop/reports/${report.slug}/publication`)}
      report={report}
      list={await gatherCheckList(c.var.db, report)}
      mayPublish={can(c.var.actor, 'edition.publish', { reportId: report.id })}
      problem={problem}
    />
  )
  return sendPage(c, page, problem ? 422 : 200)
}
