import { Hono, type Context } from 'hono'
import { authorize } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import { findReportById, requireReport } from '../reports/index.ts'
import { frameOf, sendForm, type Env } from '../request.ts'
import { requireTopic } from '../topics/index.ts'
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

/** Contributing to a passage, to a report as a whole, to a topic, to another contribution. */
export const contributeRoutes = new Hono<Env>()
  .get('/reports/:slug/passages/:block/contribution', (c) => showFresh(c, askedOfPassage))
  .post('/reports/:slug/passages/:block/contributions', (c) => receive(c, askedOfPassage))
  .get('/reports/:slug/contribution', (c) => showFresh(c, askedOfReport))
  .post('/reports/:slug/contributions', (c) => receive(c, askedOfReport))
  .get('/reports/:slug/topics/:topic/contribution', (c) => showFresh(c, askedOfTopic))
  .post('/reports/:slug/topics/:topic/contributions', (c) => receive(c, askedOfTopic))
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
  const over = isOver(place)
  // What somebody kept as a draft is theirs to read, though it can be said here no more.
  if (over === 'target-gone' && !form.kept) throw new NotFound('contribution')
  return page.show(c, place, over ? { ...form, problems: [over] } : form)
}

/** Why nothing can be said there any more. */
function isOver({ about, replyTo }: Place): 'target-gone' | 'topic-closed' | null {
  if (replyTo && replyTo.state !== 'published') return 'target-gone'
  return about && !about.open ? 'topic-closed' : null
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

function formOf(c: Context<Env>, { report, block, about, replyTo }: Place): string {
  if (replyTo) return `/${c.var.locale}/contributions/${replyTo.number}/reply`
  const here = `/${c.var.locale}/reports/${report.slug}`
  if (about) return `${here}/topics/${about.topic.slug}/contribution`
  return block ? `${here}/passages/${block.id}/contribution` : `${here}/contribution`
}

async function askedOfPassage(c: Context<Env>): Promise<Asked> {
  const report = await requireReport(c.var.db, c.req.param('slug') ?? '')
  return { report, blockId: c.req.param('block') ?? '', topicId: null, replyTo: null }
}

async function askedOfReport(c: Context<Env>): Promise<Asked> {
  const report = await requireReport(c.var.db, c.req.param('slug') ?? '')
  return { report, blockId: null, topicId: null, replyTo: null }
}

async function askedOfTopic(c: Context<Env>): Promise<Asked> {
  const { report, topic } = await requireTopic(c)
  if (topic.state !== 'published') throw new NotFound('topic')
  return { report, blockId: null, topicId: topic.id, replyTo: null }
}

async function askedOfContribution(c: Context<Env>): Promise<Asked> {
  const { number, reportId } = await requireContribution(c, c.req.param('number') ?? '')
  const report = await findReportById(c.var.db, reportId)
  if (!report) throw new NotFound('report')
  return { report, blockId: null, topicId: null, replyTo: number }
}
