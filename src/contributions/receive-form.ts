import type { Context } from 'hono'
import { z } from 'zod'
import {
  checkItems,
  nothingAttached,
  openAttached,
  parseAttachments,
  type AttachedForm,
} from '../attachments/index.ts'
import { NotFound } from '../platform/http/problems.ts'
import { dayInParis } from '../platform/paris-days.ts'
import { checkTrueName } from '../people/index.ts'
import { findLatestEdition, type Report } from '../reports/index.ts'
import type { Env } from '../request.ts'
import { newFormKey, sendingOf } from '../spam/index.ts'
import { unitOf } from './choices.ts'
import { keepDraft } from './keep-draft.ts'
import { addressOfDraft } from './draft-address.ts'
import { findDraft, findDraftAt } from './draft-store.ts'
import type { ContributionKind } from './contribution.ts'
import { wholePassage } from './choose-passage.ts'
import { findPlace, type Place } from './find-place.ts'
import { findVoice } from './find-voice.ts'
import { emptyFields, parseDraft, parseForm, type FormFields, type SentForm } from './forms.ts'
import { readRows } from './rows.ts'
import { submitContribution, type Refused } from './submit-contribution.ts'
import { checkSubmission, type SubmissionProblem } from './submission.ts'

export type FormProblem = SubmissionProblem | 'edition-unknown' | 'signed-out' | 'too-many-drafts'

/** A form as it is shown: again, with what was typed, or for the first time. */
export type ShownForm = {
  fields: FormFields
  attached: AttachedForm
  key: string
  problems: FormProblem[]
  /** Nothing keeps it from being published: it is shown as it will read. */
  preview: boolean
  /** It is kept as a draft. */
  kept: boolean
  /** It answers a form that was sent. */
  sent: boolean
  /** Where a draft of the same kind, of the same thing, can be gone on with. */
  waiting: string | null
  published: number | null
  notBefore: Date | null
  /** As typed, where it was asked for: it is in no draft. */
  trueName: string
}

/** What it shows can be got again: nothing was typed yet, or it is kept as a draft. */
export function isSafe({ sent, kept }: ShownForm): boolean {
  return !sent || kept
}

/** What an address says is spoken of. */
export type Asked = {
  report: Report
  blockId: string | null
  topicId: number | null
  replyTo: number | null
}

/** The page that shows a form, and where that page can be got. */
export type FormPage = {
  show(c: Context<Env>, place: Place, shown: ShownForm): Response | Promise<Response>
  addressOf(c: Context<Env>, place: Place, fields: FormFields): URL
}

/** PostgreSQL looks for no NUL, and no form of ours has a key with one. */
const draftKey = z
  .string()
  .regex(/^\P{Cc}+$/u)
  .catch('')

/**
 * The form for the first time, or a draft of the viewer's that is gone on with; one that they were
 * writing there is offered.
 */
export async function openForm(
  c: Context<Env>,
  place: Place,
  fields: Partial<FormFields>,
): Promise<ShownForm> {
  const { db, actor } = c.var
  const key = draftKey.parse(c.req.query('draft'))
  const draft = actor.personId === null ? undefined : await findDraft(db, actor.personId, key)
  if (draft) {
    const kept = parseDraft(draft.fields)
    const attached = await openFiles(c, kept.attachments)
    return { ...blank, sent: false, fields: kept, attached, key, kept: true }
  }
  const { kind = null } = fields
  const waiting =
    actor.personId === null || kind === null
      ? undefined
      : await findDraftAt(db, actor.personId, { ...namesOf(place), kind })
  return {
    ...blank,
    sent: false,
    fields: { ...emptyFields, ...fields },
    key: newFormKey(c.var.mailing.key, c.var.now),
    waiting: waiting ? addressOfDraft(c.var.locale, waiting) : null,
  }
}

/** Receives a form: shows it again, keeps it as a draft, or publishes it and leads to its receipt. */
export async function receiveForm(
  c: Context<Env>,
  asked: Asked,
  page: FormPage,
  kind?: ContributionKind,
): Promise<Response> {
  const body = await c.req.parseBody({ all: true })
  const sent = parseForm(body)
  const form = kind ? { ...sent, kind } : sent
  const key = form.key || newFormKey(c.var.mailing.key, c.var.now)
  const read = await findPlace(c.var.db, { ...asked, ...readBy(c, form) })
  const place = read ?? (await findLatestPlace(c, asked))
  const said = { ...form, wording: wordingIn(form, place) }
  const attached = await openAttached(c.var.db, c.var.actor.personId, parseAttachments(body))
  const shown = { ...blank, fields: said, attached, key, trueName: form.trueName }
  if (!read) {
    // Sentences are numbered by edition: those that were ticked could be others in this one.
    const fields = { ...said, choice: wholePassage }
    return page.show(c, place, { ...shown, fields, problems: ['edition-unknown'] })
  }

  const problems = [...checkSubmission(said, place), ...(await checkVoice(c, place, form))]
  if (c.var.actor.personId === null) {
    const preview = problems.length === 0
    return page.show(c, place, { ...shown, preview, problems: [...problems, 'signed-out'] })
  }
  if (attached.arranged) return showArranged(c, { place, shown, page })
  if (form.step === 'draft') return keepAndShow(c, { place, form: said, key, page })
  return goOn(c, { asked, place, form: said, shown: checkFiles(shown, problems), page, body })
}

/** With what is wrong of the files beside what is wrong of the words. */
function checkFiles(shown: ShownForm, problems: FormProblem[]): ShownForm {
  const wrong = checkItems(shown.attached.items)
  const all = wrong.length > 0 ? [...problems, 'attachments' as const] : problems
  return { ...shown, problems: all, attached: { ...shown.attached, problems: wrong } }
}

/** Publishes what nothing is wrong with, or shows how it will read. */
async function goOn(c: Context<Env>, { shown, ...publishing }: Publishing): Promise<Response> {
  const { place, form, page } = publishing
  if (shown.problems.length > 0) return page.show(c, place, shown)
  if (form.step === 'publish') return publish(c, { ...publishing, shown })
  const kept = await keep(c, place, form, shown.key)
  return page.show(c, place, { ...shown, preview: true, kept })
}

/** What keeps whoever is signed in from speaking in that name, and whether they said who they are. */
async function checkVoice(
  c: Context<Env>,
  { report }: Place,
  { speaker, trueName, step }: SentForm,
): Promise<FormProblem[]> {
  const { db, actor, now } = c.var
  if (actor.personId === null || step === 'draft') return []
  const { mandates, needsTrueName } = await findVoice(db, actor, report, now)
  const unmandated = speaker !== '' && !mandates.some(({ slug }) => slug === speaker)
  const named = needsTrueName ? checkTrueName(trueName) : { ok: true as const }
  return [...(unmandated ? ['no-mandate' as const] : []), ...(named.ok ? [] : [named.problem])]
}

type Publishing = {
  asked: Asked
  place: Place
  form: SentForm
  shown: ShownForm
  page: FormPage
  /** The form as it came in. */
  body: { [name: string]: unknown }
}

async function publish(c: Context<Env>, { asked, place, form, shown, page, body }: Publishing) {
  const { db, actor, now, locale } = c.var
  const submitted = await submitContribution(
    db,
    actor,
    {
      ...form,
      ...asked,
      editionNumber: form.edition || null,
      lang: form.lang ?? (locale === 'qps' ? 'en' : locale),
      idempotencyKey: shown.key,
      sending: sendingOf(c, shown.key, body),
    },
    now,
  )
  if (submitted.ok) return c.redirect(`/${locale}/contributions/${submitted.number}/receipt`, 303)
  return showRefused(c, { place, shown, refused: submitted, page })
}

const blank = {
  attached: nothingAttached,
  problems: [],
  preview: false,
  kept: false,
  sent: true,
  waiting: null,
  published: null,
  notBefore: null,
  trueName: '',
}

/** What a form says was read, and on which day it is sent. */
function readBy(c: Context<Env>, { edition }: Pick<FormFields, 'edition'>) {
  return { editionNumber: edition || null, today: dayInParis(c.var.now) }
}

/** What is spoken of as it stands in the edition now read. */
export async function findLatestPlace(c: Context<Env>, asked: Asked): Promise<Place> {
  const latest = await findLatestEdition(c.var.db, asked.report.id)
  const read = readBy(c, { edition: latest?.number ?? 0 })
  const place = await findPlace(c.var.db, { ...asked, ...read })
  if (!place) throw new NotFound('what is spoken of')
  return place
}

type Refusal = { place: Place; shown: ShownForm; refused: Refused; page: FormPage }

/** Its draft is kept; other words sent with a form that was received make a new one. */
async function showRefused(c: Context<Env>, { place, shown, refused, page }: Refusal) {
  const { problems, published = null, notBefore = null } = refused
  const key = published === null ? shown.key : newFormKey(c.var.mailing.key, c.var.now)
  const kept = await keep(c, place, shown.fields, key)
  return page.show(c, place, { ...shown, key, kept, problems, published, notBefore })
}

/** With what came or was moved, and nothing checked but that: it goes on being written. */
async function showArranged(
  c: Context<Env>,
  { place, shown, page }: { place: Place; shown: ShownForm; page: FormPage },
) {
  const refused = shown.attached.problems.length > 0
  const kept = await keep(c, place, shown.fields, shown.key)
  return page.show(c, place, { ...shown, kept, problems: refused ? ['attachments'] : [] })
}

/** The files of a draft as they are there now. */
function openFiles(c: Context<Env>, attachments: FormFields['attachments']): Promise<AttachedForm> {
  const { db, actor } = c.var
  return openAttached(db, actor.personId, { attachments, refused: [], arranged: false })
}

type Keeping = { place: Place; form: SentForm; key: string; page: FormPage }

async function keepAndShow(c: Context<Env>, { place, form, key, page }: Keeping) {
  const kept = await keep(c, place, form, key)
  if (kept) {
    const address = page.addressOf(c, place, form)
    address.searchParams.set('draft', key)
    return c.redirect(address.pathname + address.search, 303)
  }
  const attached = await openFiles(c, form.attachments)
  return page.show(c, place, {
    ...blank,
    fields: form,
    attached,
    key,
    problems: ['too-many-drafts'],
  })
}

function keep(c: Context<Env>, place: Place, fields: FormFields, key: string): Promise<boolean> {
  const draft = { ...namesOf(place), kind: fields.kind ?? 'remark', key, fields }
  return keepDraft(c.var.db, c.var.actor, draft, c.var.now)
}

function namesOf({ report, block, about, replyTo }: Place) {
  return {
    reportId: report.id,
    blockId: block?.id ?? null,
    topicId: replyTo ? null : (about?.topic.id ?? null),
    replyTo: replyTo?.number ?? null,
  }
}

/** A table's rows are typed with bars between their cells. */
function wordingIn({ wording }: FormFields, { block }: Place): string {
  return block && unitOf(block) === 'row' ? readRows(wording) : wording
}
