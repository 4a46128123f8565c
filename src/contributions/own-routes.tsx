import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { checkItems, openAttached, parseAttachments, typedOf } from '../attachments/index.ts'
import { authorize } from '../permissions.ts'
import { frameOf, sendForm, sendPage, type Env } from '../request.ts'
import { newFormKey, sendingOf } from '../spam/index.ts'
import { unitOf } from './choices.ts'
import { isOpen, type Contribution } from './contribution.ts'
import { deleteDraft } from './draft-store.ts'
import { parseForm } from './forms.ts'
import { findModerationSetting } from './hold-store.ts'
import { writerOf } from './keep-typed.tsx'
import { readBlockOf } from './read-block.ts'
import { fileNameOf, receiptDocument } from './receipt.ts'
import { ReceiptPage } from './receipt-page.tsx'
import { listReceipts } from './receipt-store.ts'
import { requirePersonId } from './record-own-act.ts'
import { requireSent, requireSubject, type ContributionSubject } from './require-contribution.ts'
import { checkWords, reviseContribution, type ReviseProblem } from './revise-contribution.ts'
import { RevisionPage, type ShownRevision } from './revision-page.tsx'
import { readRows } from './rows.ts'
import { completeReceipts } from './send-receipt.ts'
import { findContribution, findSubmissionKey } from './store.ts'
import { supportContribution, withdrawSupport } from './support-contribution.ts'
import { withdrawContribution } from './withdraw-contribution.ts'
import { WithdrawalPage } from './withdrawal-page.tsx'

const whole = z.coerce.number().int().min(0).max(1_000_000).catch(0)

/** What somebody does with contributions, their own and others': revise, withdraw, support, keep receipts. */
export const ownRoutes = new Hono<Env>()
  .get('/contributions/:number/revision', async (c) => {
    const subject = await requireOwn(c, 'contribution.revise')
    const { settledAt, revision } = subject.contribution
    const own = await ownWords(c, subject.contribution)
    if (!isOpen(subject.contribution)) return goTo(c, subject.contribution)
    if (settledAt) return goTo(c, subject.contribution, 'refused=settled')
    const { wording, title, body, explanation, link, place } = own.content
    const typed = {
      title: title ?? '',
      body,
      explanation: explanation ?? '',
      link: link ?? '',
      place: place ?? '',
    }
    const revising = {
      read: revision,
      typed,
      wording: wording ?? '',
      attachments: typedOf(own.attachments),
      attached: await openAttached(c.var.db, c.var.actor.personId, {
        attachments: typedOf(own.attachments),
        refused: [],
        arranged: false,
      }),
      key: newFormKey(c.var.mailing.key, c.var.now),
    }
    return showRevision(c, subject, { revising, problems: [], preview: false, sent: false })
  })
  .post('/contributions/:number/revisions', async (c) => {
    const subject = await requireSent(c)
    const revising = await readRevising(c, subject.contribution)
    if (c.var.actor.kind === 'visitor') {
      return showRevision(c, subject, { revising, problems: ['signed-out'], preview: false })
    }
    authorize(c.var.actor, 'contribution.revise', subject.contribution)
    const { attached } = revising
    if (attached.arranged) {
      const problems = attached.problems.length > 0 ? ['attachments' as const] : []
      return showRevision(c, subject, { revising, problems, preview: false })
    }
    revising.attached = { ...attached, problems: checkItems(attached.items) }
    if (revising.step === 'preview') {
      const problems = await checkRevising(c, subject.contribution, revising)
      return showRevision(c, subject, { revising, problems, preview: problems.length === 0 })
    }
    const { number } = subject.contribution
    const revised = await reviseContribution(
      c.var.db,
      c.var.actor,
      { ...revising, number },
      c.var.now,
    )
    if (!revised.ok) {
      const { problems, notBefore } = revised
      return showRevision(c, subject, { revising, problems, preview: false, notBefore })
    }
    return goTo(
      c,
      subject.contribution,
      `done=revised&received=${encodeURIComponent(revising.key)}`,
    )
  })
  .get('/contributions/:number/withdrawal', async (c) => {
    const { contribution, report } = await requireOwn(c, 'contribution.withdraw')
    if (!isOpen(contribution)) return goTo(c, contribution)
    const page = <WithdrawalPage frame={frameOf(c)} report={report} contribution={contribution} />
    return sendPage(c, page)
  })
  .post('/contributions/:number/withdrawal', async (c) => {
    const { contribution } = await requireSubject(c)
    const { db, actor, now } = c.var
    const withdrawn = await withdrawContribution(db, actor, contribution.number, now)
    return goTo(c, contribution, withdrawn.ok ? 'done=withdrawn' : 'refused=not-published')
  })
  // Where the terms are asked for before a support: asked for again, it is the contribution.
  .get('/contributions/:number/support', async (c) => {
    const { contribution } = await requireSubject(c)
    return goTo(c, contribution)
  })
  .post('/contributions/:number/support', async (c) => {
    const { contribution } = await requireSubject(c)
    const { db, actor, now, locale } = c.var
    if (actor.kind === 'visitor') {
      const here = `/${locale}/contributions/${contribution.number}`
      return c.redirect(`/${locale}/account/sign-in?return=${encodeURIComponent(here)}`, 303)
    }
    const supported = await supportContribution(db, actor, contribution.number, now)
    return goTo(c, contribution, supported.ok ? 'done=supported' : `refused=${supported.problem}`)
  })
  .post('/contributions/:number/support/end', async (c) => {
    const { contribution } = await requireSubject(c)
    await withdrawSupport(c.var.db, c.var.actor, contribution.number)
    return goTo(c, contribution, 'done=support-withdrawn')
  })
  .get('/contributions/:number/receipt', async (c) => {
    const { contribution, report } = await requireOwn(c, 'contribution.withdraw')
    const receipts = await ownReceipts(c, contribution)
    const page = (
      <ReceiptPage
        frame={frameOf(c)}
        report={report}
        contribution={contribution}
        receipts={receipts}
        publicUrl={c.var.publicUrl}
        received={await findSubmissionKey(c.var.db, contribution.number)}
      />
    )
    return sendPage(c, page)
  })
  .get('/contributions/:number/receipt.json', async (c) => {
    const { contribution } = await requireOwn(c, 'contribution.withdraw')
    const receipts = await ownReceipts(c, contribution)
    c.header('Content-Disposition', `attachment; filename="${fileNameOf(contribution)}"`)
    return c.json(receipts.map(receiptDocument))
  })
  .post('/account/drafts/end', async (c) => {
    const { key } = z.object({ key: z.string().catch('') }).parse(await c.req.parseBody())
    await deleteDraft(c.var.db, requirePersonId(c.var.actor), key)
    return c.redirect(`/${c.var.locale}/account#drafts`, 303)
  })

async function requireOwn(
  c: Context<Env>,
  action: 'contribution.revise' | 'contribution.withdraw',
) {
  const subject = await requireSubject(c)
  authorize(c.var.actor, action, subject.contribution)
  return subject
}

/** With what moderation cut, which is theirs. */
async function ownWords(c: Context<Env>, shown: Contribution): Promise<Contribution> {
  return (await findContribution(c.var.db, shown.number)) ?? shown
}

async function checkRevising(c: Context<Env>, said: Contribution, revising: ShownRevision) {
  const problems = checkWords(said, revising, await readBlockOf(c.var.db, said))
  return revising.attached.problems.length > 0 ? [...problems, 'attachments' as const] : problems
}

async function ownReceipts(c: Context<Env>, { number }: Contribution) {
  const personId = requirePersonId(c.var.actor)
  await completeReceipts(c.var.db, personId, number)
  return listReceipts(c.var.db, personId, number)
}

async function readRevising(
  c: Context<Env>,
  said: Contribution,
): Promise<ShownRevision & { step: string }> {
  const body = await c.req.parseBody({ all: true })
  const { typed, wording, step, key, attachments } = parseForm(body)
  const block = await readBlockOf(c.var.db, said)
  const formKey = key || newFormKey(c.var.mailing.key, c.var.now)
  const inRows = block !== null && unitOf(block) === 'row'
  return {
    read: whole.parse(body['revision']),
    typed,
    wording: inRows ? readRows(wording) : wording,
    attachments,
    attached: await openAttached(c.var.db, c.var.actor.personId, parseAttachments(body)),
    step,
    key: formKey,
    sending: sendingOf(c, formKey, body),
  }
}

type Shown = {
  revising: ShownRevision
  problems: (ReviseProblem | 'signed-out')[]
  preview: boolean
  notBefore?: Date | undefined
  sent?: boolean
}

async function showRevision(c: Context<Env>, subject: ContributionSubject, shown: Shown) {
  const address = `/${c.var.locale}/contributions/${subject.contribution.number}/revision`
  const page = (
    <RevisionPage
      frame={frameOf(c, address)}
      {...subject}
      block={await readBlockOf(c.var.db, subject.contribution)}
      writer={writerOf(c.var.actor)}
      moderation={await findModerationSetting(c.var.db, subject.report.id)}
      sent
      {...shown}
    />
  )
  return sendForm(c, page, shown)
}

function goTo(c: Context<Env>, { number }: Contribution, query = '') {
  return c.redirect(`/${c.var.locale}/contributions/${number}${query && `?${query}`}`, 303)
}
