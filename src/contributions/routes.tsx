import { Hono, type Context } from 'hono'
import { authorize } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import { newToken } from '../platform/ids.ts'
import {
  findEditionBlock,
  findReportById,
  requireEdition,
  requireReport,
} from '../reports/index.ts'
import type { Edition, PlacedBlock, Report } from '../reports/index.ts'
import { frameOf, sendPage, showPanels, viewingOf, type Env, type Panel } from '../request.ts'
import { AmendmentPage } from './amendment-page.tsx'
import {
  checkProposal,
  coveredRange,
  type Amendment,
  type AmendmentProblem,
  type Proposal,
} from './contribution.ts'
import { ContributionPage } from './contribution-page.tsx'
import { ContributionsPage } from './contributions-page.tsx'
import { amendmentForm, parseSentences } from './forms.ts'
import { findContribution, listContributions } from './store.ts'
import { submitAmendment } from './submit-amendment.ts'

export type ContributionPanels = {
  contribution: readonly Panel<{ report: Report; contribution: Amendment }>[]
}

/** Reading contributions and making them. */
export function contributionRoutes(panels: ContributionPanels) {
  return new Hono<Env>()
    .get('/contributions/:number', async (c) => {
      const contribution = await requireContribution(c, c.req.param('number'))
      const report = await findReportById(c.var.db, contribution.reportId)
      if (!report) throw new NotFound('report')
      const subject = { report, contribution }
      const page = (
        <ContributionPage
          frame={frameOf(c)}
          {...subject}
          panels={await showPanels(panels.contribution, viewingOf(c), subject)}
        />
      )
      return sendPage(c, page)
    })
    .get('/reports/:slug/contributions', async (c) => {
      const report = await requireReport(c.var.db, c.req.param('slug'))
      const contributions = await listContributions(c.var.db, report.id)
      return sendPage(
        c,
        <ContributionsPage frame={frameOf(c)} report={report} contributions={contributions} />,
      )
    })
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
}

/** The contribution that the address names. */
export async function requireContribution(c: Context<Env>, number: string): Promise<Amendment> {
  const found = /^[1-9]\d{0,8}$/.test(number)
    ? await findContribution(c.var.db, Number(number))
    : undefined
  if (!found) throw new NotFound('contribution')
  return found
}

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
