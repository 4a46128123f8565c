import { Hono, type Context } from 'hono'
import {
  countAnchors,
  countDoubtful,
  decideAnchors,
  listNumbersOf,
  listToReview,
  undoDecisions,
  type AnchorDecision,
} from '../anchors/index.ts'
import {
  checkChoice,
  parseChoice,
  rangeOf,
  type Choice,
  type ChoiceProblem,
} from '../contributions/index.ts'
import { authorize } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import {
  findEditionBlock,
  findLatestEdition,
  headingsAbove,
  listEditionBlocks,
  requireEdition,
  type Edition,
  type Report,
} from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { reviewAddresses, withQuery } from './addresses.ts'
import { AnchorsPage, deeds, type ReviewProblem } from './anchors-page.tsx'
import { AttachPage } from './attach-page.tsx'
import { decisionForm, parseIds, placeQuery, reviewQuery } from './forms.ts'
import { gatherGroup, gatherReview } from './gather-review.ts'
import { orphanRoutes } from './orphan-routes.tsx'

/** What editors make sure of once an edition is there: where the contributions' passages stand in it. */
export const reviewRoutes = new Hono<Env>()
  .route('/', orphanRoutes)
  .get('/workshop/reports/:slug/editions/:number/anchors', async (c) => {
    const asked = await requireReviewed(c)
    authorize(c.var.actor, 'workshop.open', { reportId: asked.report.id })
    return showReview(c, asked, null)
  })
  .post('/workshop/reports/:slug/editions/:number/anchors/decisions', async (c) => {
    const asked = await requireReviewed(c)
    const body = await c.req.parseBody({ all: true })
    const { decision, block, page } = decisionForm.parse(body)
    const seen = parseIds(body['a'])
    if (decision === 'attached') {
      return attach(c, asked, { seen, block, choice: parseChoice(body) })
    }
    if (decision === null) {
      authorize(c.var.actor, 'anchor.decide', { reportId: asked.report.id })
      return showReview(c, asked, { problem: 'no-decision', seen })
    }
    return decide(c, asked, { seen, decision: { rule: decision }, page })
  })
  .post('/workshop/reports/:slug/editions/:number/anchors/decisions/end', async (c) => {
    const { report, edition } = await requireReviewed(c)
    const body = await c.req.parseBody({ all: true })
    const seen = parseIds(body['a'])
    const { db, actor, now, locale } = c.var
    const undoing = { report, editionNumber: edition.number, seen }
    const undone = await undoDecisions(db, actor, undoing, now)
    if (!undone.ok) return showReview(c, { report, edition }, { problem: undone.problem, seen })
    const { anchors } = reviewAddresses(locale, report, edition.number)
    return c.redirect(withQuery(anchors, { show: 'decided', done: 'undone' }), 303)
  })
  .get('/workshop/reports/:slug/editions/:number/anchors/place', async (c) => {
    const asked = await requireReviewed(c)
    authorize(c.var.actor, 'anchor.decide', { reportId: asked.report.id })
    const ids = parseIds(c.req.queries('a'))
    const { q, under, block } = placeQuery.parse(c.req.query())
    const choice = parseChoice({})
    return showAttach(c, asked, { ids, q, under, block, choice, problem: null })
  })

type Reviewed = { report: Report; edition: Edition }

/** No edition before the second has carried anything. */
async function requireReviewed(c: Context<Env>): Promise<Reviewed> {
  const { slug = '', number = '' } = c.req.param()
  return requireEdition(c.var.db, slug, number)
}

type Refused = { problem: ReviewProblem; seen: readonly number[] }

async function showReview(c: Context<Env>, { report, edition }: Reviewed, refused: Refused | null) {
  const { db } = c.var
  const latest = await findLatestEdition(db, report.id)
  const { show, page } = reviewQuery.parse(c.req.query())
  const meanwhile = refused?.problem === 'decided-meanwhile'
  const which = meanwhile ? await listNumbersOf(db, edition.id, refused.seen) : show
  const { anchors } = reviewAddresses(c.var.locale, report, edition.number)
  return sendPage(
    c,
    <AnchorsPage
      frame={frameOf(c, refused ? anchors : undefined)}
      report={report}
      edition={edition}
      latest={latest?.number ?? edition.number}
      show={meanwhile ? null : show}
      {...await gatherReview(db, edition, which, page)}
      counts={{
        doubtful: await countDoubtful(db, edition.id),
        decided: (await listToReview(db, edition.id, 'decided')).length,
        states: await countAnchors(db, edition.id),
      }}
      done={chooseDone(deeds, c.req.query('done'))}
      problem={refused?.problem ?? null}
    />,
    refused ? 422 : 200,
  )
}

type Deciding = { seen: readonly number[]; decision: AnchorDecision; page: number }

async function decide(
  c: Context<Env>,
  { report, edition }: Reviewed,
  { seen, decision, page }: Deciding,
) {
  const { db, actor, now, locale } = c.var
  const deciding = { report, editionNumber: edition.number, seen, decision }
  const decided = await decideAnchors(db, actor, deciding, now)
  if (!decided.ok) return showReview(c, { report, edition }, { problem: decided.problem, seen })
  const { anchors } = reviewAddresses(locale, report, edition.number)
  return c.redirect(withQuery(anchors, { page: page > 1 ? page : null, done: decision.rule }), 303)
}

type Attaching = { seen: readonly number[]; block: string | null; choice: Choice }

/** An edition is frozen: the words that were chosen in it are there when they are attached to. */
async function attach(c: Context<Env>, asked: Reviewed, { seen, block: id, choice }: Attaching) {
  const { db, actor } = c.var
  const reportId = asked.report.id
  const block = id === null ? undefined : await findEditionBlock(db, asked.edition.id, id)
  const shown = { ids: seen, q: '', under: null, block: id, choice }
  authorize(actor, 'anchor.decide', { reportId })
  if (!block) throw new NotFound('passage')
  const problem = checkChoice(block, choice)
  const range = problem ? null : rangeOf(block, choice)
  if (!range) return showAttach(c, asked, { ...shown, problem: problem ?? 'words-not-found' })
  const decision = { rule: 'attached' as const, place: { blockId: block.id, ...range } }
  return decide(c, asked, { seen, decision, page: 1 })
}

type Showing = {
  ids: readonly number[]
  q: string
  under: string | null
  block: string | null
  choice: Choice
  problem: ChoiceProblem | null
}

async function showAttach(
  c: Context<Env>,
  { report, edition }: Reviewed,
  { block: id, ...shown }: Showing,
) {
  const { db, locale } = c.var
  const numbers = await listNumbersOf(db, edition.id, shown.ids)
  const group = await gatherGroup(db, edition, numbers)
  if (!group) throw new NotFound('anchors')
  const blocks = await listEditionBlocks(db, edition.id)
  const { place, homeId } = group.anchor
  const near = place ? headingsAbove(blocks, place.blockId).at(-1)?.id : homeId
  const { place: here } = reviewAddresses(locale, report, edition.number)
  const page = (
    <AttachPage
      frame={frameOf(c, withQuery(here, { a: shown.ids, block: id }))}
      report={report}
      edition={edition}
      blocks={blocks}
      group={group}
      near={near ?? null}
      block={blocks.find((one) => one.id === id) ?? null}
      {...shown}
    />
  )
  return sendPage(c, page, shown.problem ? 422 : 200)
}
