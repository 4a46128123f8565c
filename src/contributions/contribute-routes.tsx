import { Hono, type Context } from 'hono'
import { authorize } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import { findReportById, requireReport } from '../reports/index.ts'
import { frameOf, sendForm, type Env } from '../request.ts'
import { withChoice } from './choice-address.ts'
import { wholePassage } from './choose-passage.ts'
import { ContributePage } from './contribute-page.tsx'
import { kindsFor } from './contribution.ts'
import { targetKindOf, type Place } from './find-place.ts'
import {
  findLatestPlace,
  openForm,
  receiveForm,
  type Asked,
  type FormPage,
} from './receive-form.ts'
import { requireContribution } from './require-contribution.ts'
import { findVoice } from './find-voice.ts'
import { parseForm } from './forms.ts'
import { writerOf } from './keep-typed.tsx'

/** Contributing to a passage, to a report as a whole, to another contribution. */
export const contributeRoutes = new Hono<Env>()
  .get('/reports/:slug/passages/:block/contribution', (c) => showFresh(c, askedOfPassage))
  .post('/reports/:slug/passages/:block/contributions', (c) => receive(c, askedOfPassage))
  .get('/reports/:slug/contribution', (c) => showFresh(c, askedOfReport))
  .post('/reports/:slug/contributions', (c) => receive(c, askedOfReport))
  .get('/contributions/:number/reply', (c) => showFresh(c, askedOfContribution))
  .post('/contributions/:number/replies', (c) => receive(c, askedOfContribution))

type Asking = (c: Context<Env>) => Promise<Asked>

async function showFresh(c: Context<Env>, asking: Asking): Promise<Response> {
  const asked = await asking(c)
  authorize(c.var.actor, 'contribution.submit', { reportId: asked.report.id })
  const place = await findLatestPlace(c, asked)
  const { kind, choice } = parseForm(c.req.query())
  // Sentences are rewritten on a page of their own.
  const written =
    kind && kind !== 'amendment' && kindsFor(targetKindOf(place)).includes(kind) ? kind : null
  const form = await openForm(c, place, {
    kind: written,
    choice: place.block ? choice : wholePassage,
  })
  const gone = place.replyTo !== null && place.replyTo.state !== 'published'
  // What somebody kept as a draft is theirs to read, though it can be said here no more.
  if (gone && !form.kept) throw new NotFound('contribution')
  return page.show(c, place, gone ? { ...form, problems: ['target-gone'] } : form)
}

async function receive(c: Context<Env>, asking: Asking): Promise<Response> {
  return receiveForm(c, await asking(c), page)
}

const page: FormPage = {
  show: async (c, place, shown) => {
    const here = formOf(c, place)
    const { pathname, search } = page.addressOf(c, place, shown.fields)
    const frame = frameOf(c, pathname + search)
    return sendForm(
      c,
      <ContributePage
        {...{ frame, place, shown, here }}
        receiver={receiverOf(here, place)}
        writer={writerOf(c.var.actor)}
        voice={await findVoice(c.var.db, c.var.actor, place.report, c.var.now)}
      />,
      shown,
    )
  },
  addressOf: (c, place, { kind, choice }) => {
    const form = formOf(c, place)
    return new URL(withChoice(kind ? `${form}?kind=${kind}` : form, choice), c.req.url)
  },
}

function receiverOf(form: string, { replyTo }: Place): string {
  return replyTo ? form.replace(/reply$/, 'replies') : `${form}s`
}

function formOf(c: Context<Env>, { report, block, replyTo }: Place): string {
  if (replyTo) return `/${c.var.locale}/contributions/${replyTo.number}/reply`
  const here = `/${c.var.locale}/reports/${report.slug}`
  return block ? `${here}/passages/${block.id}/contribution` : `${here}/contribution`
}

async function askedOfPassage(c: Context<Env>): Promise<Asked> {
  const report = await requireReport(c.var.db, c.req.param('slug') ?? '')
  return { report, blockId: c.req.param('block') ?? '', replyTo: null }
}

async function askedOfReport(c: Context<Env>): Promise<Asked> {
  const report = await requireReport(c.var.db, c.req.param('slug') ?? '')
  return { report, blockId: null, replyTo: null }
}

async function askedOfContribution(c: Context<Env>): Promise<Asked> {
  const { number, reportId } = await requireContribution(c, c.req.param('number') ?? '')
  const report = await findReportById(c.var.db, reportId)
  if (!report) throw new NotFound('report')
  return { report, blockId: null, replyTo: number }
}
