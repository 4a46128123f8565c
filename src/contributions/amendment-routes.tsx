import { Hono, type Context } from 'hono'
import { authorize } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import { newToken } from '../platform/ids.ts'
import { findEditionBlock, requireEdition } from '../reports/index.ts'
import type { Edition, PlacedBlock, Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { AmendmentPage } from './amendment-page.tsx'
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
    const place = await requirePlace(c, 'latest')
    const ticked = parseSentences(c.req.queries('sentence'))
    const only = place.block.sentences.length === 1 ? place.block.sentences.map(({ n }) => n) : []
    const sentences = ticked.length > 0 ? ticked : only
    const range = coveredRange(place.block, sentences)
    const asked = c.req.query('step') === 'rewrite' || sentences.length > 0
    return showForm(c, place, {
      proposal: { sentences, wording: range ? wordsOf(place.block, range) : '', body: '' },
      problems: range || !asked ? [] : chooseProblem(sentences),
      preview: false,
      key: newToken(),
    })
  })
  .post('/reports/:slug/passages/:block/amendments', async (c) => {
    const body = await c.req.parseBody({ all: true })
    const form = amendmentForm.parse(body)
    const place = await requirePlace(c, form.edition === 0 ? 'latest' : String(form.edition))
    const proposal = { ...form, sentences: parseSentences([body['sentence']].flat().map(String)) }
    const key = form.key || newToken()
    const shown = {
      proposal,
      key,
      preview: false,
      problems: checkProposal(place.block, proposal),
    }
    if (shown.problems.length > 0) return showForm(c, place, shown)
    if (form.step !== 'publish') return showForm(c, place, { ...shown, preview: true })

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
    if (!submitted.ok) return showForm(c, place, { ...shown, problems: submitted.problems })
    return c.redirect(`/${c.var.locale}/contributions/${submitted.number}`, 303)
  })

type Place = { report: Report; edition: Edition; block: PlacedBlock }

async function requirePlace(c: Context<Env>, editionNumber: string): Promise<Place> {
  const { db, actor } = c.var
  const { report, edition } = await requireEdition(db, c.req.param('slug') ?? '', editionNumber)
  const block = await findEditionBlock(db, edition.id, c.req.param('block') ?? '')
  if (!block) throw new NotFound('passage')
  authorize(actor, 'contribution.submit', { reportId: report.id })
  return { report, edition, block }
}

type Shown = { proposal: Proposal; problems: AmendmentProblem[]; preview: boolean; key: string }

function showForm(c: Context<Env>, place: Place, { proposal, problems, preview, key }: Shown) {
  const range = coveredRange(place.block, proposal.sentences)
  const page = (
    <AmendmentPage
      frame={frameOf(c)}
      {...place}
      proposal={proposal}
      problems={problems}
      preview={preview}
      current={range && wordsOf(place.block, range)}
      idempotencyKey={key}
    />
  )
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}

function wordsOf(block: PlacedBlock, { start, end }: { start: number; end: number }): string {
  return block.text.slice(start, end).trim()
}

function chooseProblem(sentences: number[]): AmendmentProblem[] {
  return [sentences.length === 0 ? 'no-sentence-chosen' : 'sentences-not-consecutive']
}
