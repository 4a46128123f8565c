import { Hono, type Context } from 'hono'
import { authorize } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import {
  auditLimits,
  byParts,
  countMissing,
  usualReference,
  type Audit,
  type TypedAudit,
} from './audit.ts'
import { auditDone, AuditPage, noProblems, type AuditProblems } from './audit-page.tsx'
import { countCriteria } from './conformity.ts'
import { writeCsv } from './csv.ts'
import { beginAudit, changeAudit, importFindings, removeAudit } from './enter-audit.ts'
import { parseAudit, parseCsv } from './forms.ts'
import { publishAudit } from './publish-audit.ts'
import { sendCsv } from './send-csv.ts'
import { findAudit, listFindings } from './store.ts'

const keeping = '/admin/accessibility'
const one = `${keeping}/audits/:audit`

/** Entering an audit, as a whole. */
export const auditRoutes = new Hono<Env>()
  .get(`${keeping}/audit`, (c) => {
    authorize(c.var.actor, 'accessibility.keep', null)
    return showAudit(c, { audit: null, typed: blankAudit, problems: noProblems })
  })
  .post(`${keeping}/audits`, async (c) => {
    const { db, actor, now, locale } = c.var
    const typed = parseAudit(await c.req.parseBody({ all: true }))
    if (actor.kind === 'visitor') {
      return showAudit(c, { audit: null, typed, problems: { ...noProblems, signedOut: true } })
    }
    const begun = await beginAudit(db, actor, typed, now)
    if (begun.ok) return c.redirect(`/${locale}${keeping}/audits/${begun.id}?done=begun`, 303)
    const problems = { ...noProblems, facts: begun.problems }
    return showAudit(c, { audit: null, typed, problems })
  })
  .get(one, async (c) => {
    const audit = await requireOpen(c)
    if (audit.publishedAt) return c.redirect(`/${c.var.locale}/accessibility`, 303)
    return showAudit(c, { audit, typed: audit, problems: noProblems })
  })
  .post(one, async (c) => {
    const { db, actor, now, locale } = c.var
    const typed = parseAudit(await c.req.parseBody({ all: true }))
    if (actor.kind === 'visitor') {
      return showAudit(c, { audit: null, typed, problems: { ...noProblems, signedOut: true } })
    }
    const audit = await requireOpen(c)
    const changed = await changeAudit(db, actor, { id: audit.id, typed }, now)
    if (changed.ok) return c.redirect(`/${locale}${keeping}/audits/${audit.id}?done=saved`, 303)
    return showAudit(c, { audit, typed, problems: { ...noProblems, facts: changed.problems } })
  })
  .get(`${one}/findings.csv`, async (c) => {
    const audit = await requireOpen(c)
    const findings = await listFindings(c.var.db, audit.id)
    const ordered = findings.toSorted(
      (one, other) => one.page - other.page || byParts(one.criterion, other.criterion),
    )
    return sendCsv(c, audit.id, writeCsv(ordered))
  })
  .post(`${one}/findings`, async (c) => {
    const { db, actor, locale } = c.var
    const csv = parseCsv(await c.req.parseBody({ all: true }))
    const audit = await requireOpen(c)
    const read = await importFindings(db, actor, { id: audit.id, csv })
    if (read.ok) return c.redirect(`/${locale}${keeping}/audits/${audit.id}?done=imported`, 303)
    const problems = { ...noProblems, csv: read.problem }
    return showAudit(c, { audit, typed: audit, csv, problems })
  })
  .post(`${one}/publication`, async (c) => {
    const { db, actor, now, locale } = c.var
    const audit = await requireOpen(c)
    const published = await publishAudit(db, actor, audit.id, now)
    if (published.ok) return c.redirect(`/${locale}/accessibility?done=published`, 303)
    const problems = { ...noProblems, publication: published.problem }
    return showAudit(c, { audit, typed: audit, problems })
  })
  .post(`${one}/removal`, async (c) => {
    const { db, actor, now, locale } = c.var
    const audit = await requireOpen(c)
    await removeAudit(db, actor, audit.id, now)
    return c.redirect(`/${locale}${keeping}?done=removed`, 303)
  })

/** The audit that the address names, for whoever may enter it. */
export async function requireOpen(c: Context<Env>): Promise<Audit> {
  authorize(c.var.actor, 'accessibility.keep', null)
  const named = c.req.param('audit') ?? ''
  const audit = /^[1-9]\d{0,8}$/.test(named) ? await findAudit(c.var.db, Number(named)) : undefined
  if (!audit) throw new NotFound('audit')
  return audit
}

const blankAudit: TypedAudit = {
  auditedOn: '',
  auditor: '',
  reference: usualReference,
  method: '',
  exempted: '',
  pages: [],
}

/** Rows that wait for a page. */
const spareRows = 3

type Shown = { audit: Audit | null; typed: TypedAudit; csv?: string; problems: AuditProblems }

async function showAudit(c: Context<Env>, { audit, typed, csv = '', problems }: Shown) {
  const findings = audit ? await listFindings(c.var.db, audit.id) : []
  const refused = problems !== noProblems
  const page = (
    <AuditPage
      frame={frameOf(c, refused ? `/${c.var.locale}${keeping}` : undefined)}
      audit={audit}
      typed={{ ...typed, pages: withSpare(typed.pages) }}
      csv={csv}
      missing={audit ? countMissing(audit, findings) : new Map()}
      counted={countCriteria(findings)}
      problems={problems}
      done={refused ? null : chooseDone(auditDone, c.req.query('done'))}
    />
  )
  return sendPage(c, page, refused ? 422 : 200)
}

/** The pages that are named, and some rows for more. */
function withSpare(pages: TypedAudit['pages']): TypedAudit['pages'] {
  const named = pages.filter(({ title, address }) => title.trim() !== '' || address.trim() !== '')
  const last = Math.max(0, ...named.map(({ number }) => number))
  const room = Math.max(0, Math.min(spareRows, auditLimits.pages - last))
  const spare = Array.from({ length: room }, (_, at) => ({
    number: last + at + 1,
    title: '',
    address: '',
  }))
  return [...named, ...spare]
}
