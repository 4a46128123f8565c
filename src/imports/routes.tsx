import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { authorize, can } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import { findReport, listWorkingBlocks, requireReport, type Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import {
  acceptUpload,
  digestPreview,
  findAccepted,
  giveUpload,
  readAgain,
  type Accepted,
} from './accept-upload.ts'
import { correctUpload } from './correct-upload.ts'
import { gatherDifferences } from './gather-differences.ts'
import { ImportPage, type ShownProblem, type Typed } from './import-page.tsx'
import { keepUpload } from './keep-upload.ts'
import { planReading } from './plan-reading.ts'
import { PreviewPage } from './preview-page.tsx'
import type { PreviewProblem } from './preview-props.ts'
import { cutOff } from './receive-file.ts'
import { findRows } from './heading-rows.ts'
import { fileNameOf, type Upload } from './upload.ts'
import { findUpload } from './upload-store.ts'

const importPath = '/workshop/reports/:slug/import'

/** Reading a file into a report: the form, what was understood of it, and taking it over. */
export const importRoutes = new Hono<Env>()
  .get(importPath, async (c) => {
    const report = await requireReport(c.var.db, c.req.param('slug'))
    authorize(c.var.actor, 'report.import', { reportId: report.id })
    return showForm(c, report, { typed: { reason: '', words: '' }, problems: [] })
  })
  .post(importPath, async (c) => {
    const { db, actor, now, locale } = c.var
    const report = await requireReport(db, c.req.param('slug'))
    const { file, tooLarge, ...typed } = await readForm(c)
    if (actor.kind === 'visitor') return showForm(c, report, { typed, problems: ['signed-out'] })
    authorize(actor, 'report.import', { reportId: report.id })
    if (tooLarge) return showForm(c, report, { typed, problems: ['too-large'] })
    const kept = await keepUpload(db, actor, { report, file, ...typed }, now)
    if (!kept.ok) return showForm(c, report, { typed, problems: kept.problems })
    return c.redirect(`/${locale}/workshop/reports/${report.slug}/import/${kept.id}`, 303)
  })
  .get(`${importPath}/:upload`, async (c) => {
    const { db, actor } = c.var
    const report = await requireReport(db, c.req.param('slug'))
    authorize(actor, 'report.import', { reportId: report.id })
    const upload = await requireUpload(c, report)
    return showPreview(c, { report, upload, problem: null })
  })
  .post(`${importPath}/:upload/corrections`, async (c) => {
    const { db, actor } = c.var
    const report = await requireReport(db, c.req.param('slug'))
    const here = hrefOf(c, report, c.req.param('upload'))
    if (actor.kind === 'visitor') return signInThenReturn(c, here)
    const form = correctionsForm.parse(await c.req.parseBody())
    const id = c.req.param('upload')
    const correcting = { report, id, chosen: await readChosen(c), words: form.words }
    const corrected = await correctUpload(db, actor, correcting)
    if (corrected.ok) return c.redirect(`${here}${queryOf(form)}#headings`, 303)
    const upload = await requireUpload(c, report)
    return showPreview(c, { report, upload, problem: corrected.problem, words: form.words })
  })
  .post(`${importPath}/:upload/acceptance`, async (c) => {
    const { db, actor, now } = c.var
    const report = await requireReport(db, c.req.param('slug'))
    const id = c.req.param('upload')
    if (actor.kind === 'visitor') return signInThenReturn(c, hrefOf(c, report, id))
    const form = acceptanceForm.parse(await c.req.parseBody())
    const accepted = await acceptUpload(db, actor, { report, id, digest: form.digest }, now)
    return answerAcceptance(c, { report, accepted, id, sha256: form.sha256 })
  })
  .post(`${importPath}/:upload/end`, async (c) => {
    const { db, actor, locale } = c.var
    const report = await requireReport(db, c.req.param('slug'))
    const id = c.req.param('upload')
    if (actor.kind === 'visitor') return signInThenReturn(c, hrefOf(c, report, id))
    await giveUpload(db, actor, { report, id })
    return c.redirect(`/${locale}/workshop/reports/${report.slug}`, 303)
  })

/** Whether whoever asks may send a file there; what may not be seen looks as what is not there. */
export async function mayImport(c: Context<Env>): Promise<boolean> {
  const slug = c.req.path.split('/').at(-2) ?? ''
  const report = await findReport(c.var.db, decodeURIComponent(slug))
  return report !== undefined && can(c.var.actor, 'report.import', { reportId: report.id })
}

const text = z
  .string()
  .catch('')
  .transform((typed) => typed.replaceAll('\r\n', '\n'))

const importForm = z.object({ reason: text, words: text })
const acceptanceForm = z.object({ digest: text, sha256: text })
const pageNumber = z.coerce.number().int().min(1).max(1_000_000).catch(1)
const search = z
  .string()
  .trim()
  .transform((typed) => typed.slice(0, 200))
  .catch('')
const correctionsForm = z.object({ words: text, page: pageNumber, find: search })
const previewQuery = z.object({ page: pageNumber, find: search, differences: pageNumber })

async function readForm(c: Context<Env>) {
  const form = await c.req.formData()
  const { reason, words } = importForm.parse(Object.fromEntries(form))
  const sent = form.get('file')
  const isFile = sent instanceof File && (sent.size > 0 || sent.name !== '')
  const file = isFile
    ? { name: fileNameOf(sent.name), bytes: new Uint8Array(await sent.arrayBuffer()) }
    : null
  return { reason, words, file, tooLarge: form.has(cutOff) }
}

/** The choices of the corrections' form, by the index of their block. */
async function readChosen(c: Context<Env>): Promise<Map<number, string>> {
  const form = await c.req.formData()
  const chosen = new Map<number, string>()
  for (const [name, value] of form) {
    const index = /^as-(\d{1,7})$/.exec(name)?.[1]
    if (index !== undefined && typeof value === 'string') chosen.set(Number(index), value)
  }
  return chosen
}

function hrefOf(c: Context<Env>, report: Report, id: string): string {
  return `/${c.var.locale}/workshop/reports/${report.slug}/import/${encodeURIComponent(id)}`
}

function queryOf({ page, find }: { page: number; find: string }): string {
  if (find !== '') return `?find=${encodeURIComponent(find)}`
  return page > 1 ? `?page=${page}` : ''
}

/** What waits is kept: whoever comes back finds it. */
function signInThenReturn(c: Context<Env>, here: string) {
  return c.redirect(`/${c.var.locale}/account/sign-in?return=${encodeURIComponent(here)}`, 303)
}

async function requireUpload(c: Context<Env>, report: Report): Promise<Upload> {
  const upload = await findUpload(c.var.db, report.id, c.req.param('upload') ?? '')
  if (!upload) throw new NotFound('upload')
  return upload
}

function showForm(
  c: Context<Env>,
  report: Report,
  { typed, problems }: { typed: Typed; problems: ShownProblem[] },
) {
  const page = <ImportPage frame={frameOf(c)} report={report} typed={typed} problems={problems} />
  if (problems.includes('too-large')) return sendPage(c, page, 413)
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}

type ShownPreview = {
  report: Report
  upload: Upload
  problem: PreviewProblem | null
  /** As typed, where they were refused. */
  words?: string
}

async function showPreview(c: Context<Env>, { report, upload, problem, words }: ShownPreview) {
  const { db, now } = c.var
  const asked = previewQuery.parse(c.req.query())
  const before = await listWorkingBlocks(db, report.id)
  const blocks = readAgain(upload)
  const reading = { reportId: report.id, lang: report.lang, blocks }
  const planning = await planReading(db, before, reading, now)
  const here = hrefOf(c, report, upload.id)
  const wanted = { page: asked.differences, here }
  const page = (
    <PreviewPage
      frame={frameOf(c, here)}
      report={report}
      upload={upload}
      blocks={blocks}
      differences={await gatherDifferences(db, report, planning, wanted)}
      rows={findRows(upload, blocks, asked)}
      digest={digestPreview(upload, before)}
      words={words ?? upload.corrections.propositionWords.join(', ')}
      problem={problem}
    />
  )
  return sendPage(c, page, problem ? 422 : 200)
}

type Answering = { report: Report; accepted: Accepted; id: string; sha256: string }

/** Accepted twice, as by a second click, leads where the first did. */
async function answerAcceptance(c: Context<Env>, { report, accepted, sha256 }: Answering) {
  const { db, locale } = c.var
  const workshop = `/${locale}/workshop/reports/${report.slug}`
  const leadTo = ({ first }: { first: boolean }) =>
    c.redirect(`${workshop}/${first ? 'text' : 'changes'}?done=imported`, 303)
  if (accepted.ok) return leadTo(accepted)
  if (accepted.problem === 'gone') {
    const done = await findAccepted(db, report, sha256)
    if (!done) throw new NotFound('upload')
    return leadTo(done)
  }
  const upload = await requireUpload(c, report)
  return showPreview(c, { report, upload, problem: accepted.problem })
}
