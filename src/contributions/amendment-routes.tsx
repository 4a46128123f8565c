import { Hono, type Context } from 'hono'
import { authorize } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import { newToken } from '../platform/ids.ts'
import { findEdition, findEditionBlock, requireEdition, requireReport } from '../reports/index.ts'
import type { Edition, PlacedBlock, Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { AmendmentPage } from './amendment-page.tsx'
import { choicesOf, readRows, trimWords, unitOf } from './choices.ts'
import {
  checkProposal,
  coveredRange,
  type AmendmentProblem,
  type Proposal,
} from './contribution.ts'
import { amendmentForm, parseSentences } from './forms.ts'
import { submitAmendment } from './submit-amendment.ts'

/** Amending: tick sentences, rewrite them, look at the redline, publish. */
export const amendmentRoutes = new Hono<Env>()
  .get('/reports/:slug/passages/:block/amendment', async (c) => {
    const place = await requirePlace(c)
    authorize(c.var.actor, 'contribution.submit', { reportId: place.report.id })
    const ticked = parseSentences(c.req.queries('sentence'))
    const [only, ...others] = choicesOf(place.block)
    const sentences = ticked.length === 0 && others.length === 0 ? (only?.sentences ?? []) : ticked
    const range = coveredRange(place.block, sentences)
    const asked = c.req.query('step') === 'rewrite' || sentences.length > 0
    return showForm(c, place, {
      ...fresh,
      proposal: { sentences, wording: range ? wordsOf(place.block, range) : '', body: '' },
      problems: range || !asked ? [] : chooseProblem(sentences),
      key: newToken(),
    })
  })
  .post('/reports/:slug/passages/:block/amendments', async (c) => {
    const body = await c.req.parseBody({ all: true })
    const form = amendmentForm.parse(body)
    const key = form.key || newToken()
    const place = await findPlace(c, form.edition)
    if (!place) {
      const proposal = { ...form, sentences: [] }
      return showForm(c, await requirePlace(c), {
        ...fresh,
        proposal,
        problems: ['edition-unknown'],
        key,
      })
    }
    const proposal = {
      body: form.body,
      wording: unitOf(place.block) === 'row' ? readRows(form.wording) : form.wording,
      sentences: parseSentences([body['sentence']].flat().map(String)),
    }
    const problems = checkProposal(place.block, proposal)
    const shown = { ...fresh, proposal, key, problems, preview: problems.length === 0 }
    if (c.var.actor.kind === 'visitor') {
      return showForm(c, place, { ...shown, problems: [...problems, 'signed-out'] })
    }
    if (problems.length > 0 || form.step !== 'publish') return showForm(c, place, shown)

    const submitted = await submitAmendment(
      c.var.db,
      c.var.actor,
      {
        ...proposal,
        report: place.report,
        blockId: place.block.id,
        editionNumber: place.edition.number,
        lang: c.var.locale === 'qps' ? 'en' : c.var.locale,
        idempotencyKey: key,
      },
      c.var.now,
    )
    if (!submitted.ok) {
      const { problems, published = null } = submitted
      return showForm(c, place, { ...shown, problems, published, key: newToken() })
    }
    return c.redirect(`/${c.var.locale}/contributions/${submitted.number}`, 303)
  })

type Place = { report: Report; edition: Edition; block: PlacedBlock }

/** The passage as it stands in the edition now read. */
async function requirePlace(c: Context<Env>): Promise<Place> {
  const { db } = c.var
  const { report, edition } = await requireEdition(db, c.req.param('slug') ?? '', 'latest')
  const block = await findEditionBlock(db, edition.id, c.req.param('block') ?? '')
  if (!block) throw new NotFound('passage')
  return { report, edition, block }
}

/** The passage in the edition that the form says was read; undefined when it stands in none such. */
async function findPlace(c: Context<Env>, editionNumber: number): Promise<Place | undefined> {
  const { db } = c.var
  const report = await requireReport(db, c.req.param('slug') ?? '')
  const edition = await findEdition(db, report.id, editionNumber)
  const block = edition && (await findEditionBlock(db, edition.id, c.req.param('block') ?? ''))
  return block && { report, edition, block }
}

type Shown = {
  proposal: Proposal
  problems: AmendmentProblem[]
  preview: boolean
  published: number | null
  key: string
}

const fresh = { preview: false, published: null }

function showForm(c: Context<Env>, place: Place, { proposal, key, ...shown }: Shown) {
  const { report, block } = place
  const range = coveredRange(block, proposal.sentences)
  const query = proposal.sentences.length > 0 ? `?sentence=${proposal.sentences.join('-')}` : ''
  const passage = `/${c.var.locale}/reports/${report.slug}/passages/${block.id}`
  const page = (
    <AmendmentPage
      frame={frameOf(c, `${passage}/amendment${query}`)}
      {...place}
      {...shown}
      proposal={proposal}
      current={range && wordsOf(block, range)}
      idempotencyKey={key}
    />
  )
  return sendPage(c, page, shown.problems.length > 0 ? 422 : 200)
}

function wordsOf(block: PlacedBlock, { start, end }: { start: number; end: number }): string {
  return trimWords(block.text.slice(start, end))
}

function chooseProblem(sentences: number[]): AmendmentProblem[] {
  return [sentences.length === 0 ? 'no-sentence-chosen' : 'sentences-not-consecutive']
}
