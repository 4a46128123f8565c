import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { can } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import type { PublicPage } from '../platform/pages/public-page.ts'
import {
  findEditionBlock,
  findLatestEdition,
  requireReport,
  type PlacedBlock,
  type Report,
} from '../reports/index.ts'
import { frameOf, sendPage, showPanels, viewingOf, type Env, type Panel } from '../request.ts'
import { findTopic, listPhases, type TopicSubject } from '../topics/index.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { amendmentRoutes } from './amendment-routes.tsx'
import { sidesOf } from './both-sides.tsx'
import { contributeRoutes } from './contribute-routes.tsx'
import { isRevisable, kinds, type Contribution } from './contribution.ts'
import { ContributionPage, deeds, refusals } from './contribution-page.tsx'
import { ContributionsPage, orders, type Selection } from './contributions-page.tsx'
import { listPage } from './list-entries.ts'
import { countListed, type Listed } from './list-store.ts'
import { ownRoutes } from './own-routes.tsx'
import { readBlockOf } from './read-block.ts'
import { participantPages, participantRoutes } from './participant-routes.tsx'
import { readingListRoutes } from './reading-list-routes.tsx'
import { requireSubject, type ContributionSubject } from './require-contribution.ts'
import { RevisionsPage } from './revisions-page.tsx'
import { findContribution, listPublicRevisions, listRevisions, listThread } from './store.ts'
import { countSupports, listImportedTotals } from './support-store.ts'
import { orderThread } from './thread.tsx'
import { trueNamesRoutes } from './true-names-routes.tsx'

export type ContributionPanels = { contribution: readonly Panel<ContributionSubject>[] }

/** On one page of a list, and in one thread: what a small screen and a poor link still bear. */
const pageLength = 20
const threadLength = 500
const threadPage = 30
const revisionsPage = 10

const pageForm = z.object({ page: z.coerce.number().int().min(1).max(1_000_000).catch(1) })

const named = z
  .string()
  .regex(/^\P{Cc}*$/u)
  .nullable()
  .catch(null)

const selectionForm = z.object({
  kind: z.enum(kinds).nullable().catch(null),
  order: z.enum(orders).catch('newest'),
  waiting: z.literal('1').nullable().catch(null),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  passage: named,
  topic: named,
  phase: z.coerce.number().int().min(1).max(1_000_000).nullable().catch(null),
})

/** Those of them that are the same for everybody who is not signed in. */
export const contributionPages: PublicPage[] = [
  ...participantPages,
  { path: '/contributions/:number', query: ['page'] },
  { path: '/contributions/:number/revisions', query: ['page'] },
  { path: '/reports/:slug/contributions', query: Object.keys(selectionForm.shape) },
]

/** Reading contributions and making them. */
export function contributionRoutes(panels: ContributionPanels) {
  return new Hono<Env>()
    .route('/', amendmentRoutes)
    .route('/', contributeRoutes)
    .route('/', ownRoutes)
    .route('/', participantRoutes)
    .route('/', readingListRoutes)
    .route('/', trueNamesRoutes)
    .get('/contributions/:number', async (c) =>
      showContribution(c, await requireSubject(c), panels),
    )
    .get('/contributions/:number/revisions', async (c) => {
      const { report, contribution } = await requireSubject(c)
      if (contribution.state === 'withheld') throw new NotFound('revisions')
      const readsAll = can(c.var.actor, 'contribution.read-pending', contribution)
      const list = readsAll ? listRevisions : listPublicRevisions
      const revisions = await list(c.var.db, contribution.number)
      const pages = Math.max(1, Math.ceil(revisions.length / revisionsPage))
      const page = Math.min(pages, pageForm.parse(c.req.query()).page)
      return sendPage(
        c,
        <RevisionsPage
          frame={frameOf(c)}
          report={report}
          contribution={contribution}
          revisions={revisions}
          from={(page - 1) * revisionsPage}
          to={page * revisionsPage}
          page={page}
          pages={pages}
        />,
      )
    })
    .get('/reports/:slug/contributions', async (c) => {
      const report = await requireReport(c.var.db, c.req.param('slug'))
      return showList(c, report)
    })
}

async function showContribution(
  c: Context<Env>,
  subject: ContributionSubject,
  panels: ContributionPanels,
) {
  const { db, actor } = c.var
  const { contribution } = subject
  const { number, replyTo } = contribution
  const replies = repliesBelow(
    await listThread(db, contribution.thread ?? number, threadLength),
    number,
  )
  const ordered = orderThread(replies, number)
  const pages = Math.max(1, Math.ceil(ordered.length / threadPage))
  const page = Math.min(pages, pageForm.parse(c.req.query()).page)
  const shown = ordered.slice((page - 1) * threadPage, page * threadPage)
  const numbers = [number, ...shown.map(({ contribution: { number } }) => number)]
  const supports = await countSupports(db, numbers, actor.personId)
  const shownPage = (
    <ContributionPage
      frame={frameOf(c)}
      {...subject}
      replyTo={replyTo === null ? null : ((await findContribution(db, replyTo)) ?? null)}
      block={await readBlockOf(db, contribution)}
      supports={{
        here: supports.get(number) ?? null,
        imported: (await listImportedTotals(db, [number])).get(number) ?? null,
      }}
      sides={await sidesOf(db, number, replies)}
      thread={{
        entries: shown.map((reply) => ({
          ...reply,
          supports: supports.get(reply.contribution.number)?.count ?? 0,
        })),
        count: ordered.length,
        page,
        pages,
      }}
      may={rightsOf(c, contribution)}
      done={chooseDone(deeds, c.req.query('done'))}
      received={c.req.query('received') ?? null}
      refused={chooseDone(refusals, c.req.query('refused'))}
      panels={await showPanels(panels.contribution, viewingOf(c), subject)}
    />
  )
  return sendPage(c, shownPage)
}

/** Those of a thread that stand below this contribution. */
function repliesBelow(thread: readonly Contribution[], number: number): Contribution[] {
  const below = new Set([number])
  return thread.filter((reply) => {
    if (reply.replyTo === null || !below.has(reply.replyTo)) return false
    below.add(reply.number)
    return true
  })
}

/** A visitor is offered what signing in leads to. */
function rightsOf(c: Context<Env>, contribution: Contribution) {
  const { actor } = c.var
  const open = contribution.state === 'published'
  const own = can(actor, 'contribution.withdraw', contribution)
  const takesPart = actor.kind === 'visitor' || can(actor, 'contribution.submit', contribution)
  return {
    reply: open && takesPart,
    support: open && !own && takesPart,
    endSupport: open && can(actor, 'support.withdraw', contribution),
    revise: can(actor, 'contribution.revise', contribution) && isRevisable(contribution),
    withdraw: own,
    flag: !own && (open || contribution.state === 'withdrawn'),
  }
}

async function showList(c: Context<Env>, report: Report) {
  const { passage, topic: slug, phase, waiting, ...rest } = selectionForm.parse(c.req.query())
  const topic = slug === null ? null : await requireTopicOf(c, report, slug)
  const selection = { ...rest, phase: topic && phase, waiting: waiting !== null }
  const read = passage === null ? null : await requireNowRead(c, report, passage)
  const block = read && read.block
  const wanted = wantedBy(report, selection, { read, topic })
  const { listed, count } = await listPage(c.var.db, wanted, {
    order: selection.order,
    limit: pageLength,
    offset: (selection.page - 1) * pageLength,
  })
  const pages = Math.max(1, Math.ceil(count / pageLength))
  if (selection.page > pages) throw new NotFound('page')
  const address = `/${c.var.locale}/reports/${report.slug}/contributions`
  return sendPage(
    c,
    <ContributionsPage
      frame={frameOf(c)}
      report={report}
      block={block}
      topic={topic}
      listed={listed}
      count={count}
      hidden={await countListed(c.var.db, { ...wanted, hidden: true })}
      selection={selection}
      pages={pages}
      hrefOf={(page) => `${address}?${queryOf({ ...selection, page }, { block, topic })}`}
    />,
  )
}

/** What people can read of it: a draft has no contributions. */
async function requireTopicOf(
  { var: { db } }: Context<Env>,
  report: Report,
  slug: string,
): Promise<TopicSubject> {
  const topic = await findTopic(db, report.id, slug)
  if (!topic || topic.state === 'draft') throw new NotFound('topic')
  return { report, topic, phases: await listPhases(db, topic.id) }
}

async function requireNowRead(c: Context<Env>, report: Report, id: string) {
  const edition = await findLatestEdition(c.var.db, report.id)
  const block = edition && (await findEditionBlock(c.var.db, edition.id, id))
  if (!edition || !block) throw new NotFound('passage')
  return { editionId: edition.id, block }
}

type Within = { read: { editionId: number; block: PlacedBlock } | null; topic: TopicSubject | null }

function wantedBy(report: Report, selection: Selection, { read, topic }: Within): Listed {
  return {
    reportId: report.id,
    on: read ? { editionId: read.editionId, blockIds: [read.block.id] } : undefined,
    topicId: topic?.topic.id,
    phase: selection.phase ?? undefined,
    kind: selection.kind ?? undefined,
    waiting: selection.waiting || undefined,
  }
}

type Of = { block: PlacedBlock | null; topic: TopicSubject | null }

function queryOf({ kind, phase, order, waiting, page }: Selection, { block, topic }: Of): string {
  const query = new URLSearchParams()
  if (block) query.set('passage', block.id)
  if (topic) query.set('topic', topic.topic.slug)
  if (phase) query.set('phase', String(phase))
  if (kind) query.set('kind', kind)
  if (order !== 'newest') query.set('order', order)
  if (waiting) query.set('waiting', '1')
  if (page > 1) query.set('page', String(page))
  return query.toString()
}
