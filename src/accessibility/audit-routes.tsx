import { Hono, type Context } from 'hono'
import { authorize } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import { newToken } from '../platform/ids.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import {
  auditLimits,
  byParts,
  countMissing,
  isBlank,
  markOfFacts,
  typedAudit,
  type Audit,
  type AuditProblem,
  type TypedAudit,
  type TypedPage,
} from './audit.ts'
import { auditDone, AuditPage } from './audit-page.tsx'
import { countCriteria } from './conformity.ts'
import { writeCsv } from './csv.ts'
import { beginAudit, changeAudit } from './enter-audit.ts'
import { FactsPage } from './facts-page.tsx'
import { markOfAll } from './finding.ts'
import { parseAudit, parseCsv, parseKey, parseMark } from './forms.ts'
import { importFindings, type CsvProblem } from './import-findings.ts'
import { sendCsv } from './send-csv.ts'
import { findAudit, listFindings } from './store.ts'
import { TablePage } from './table-page.tsx'

const keeping = '/admin/accessibility'
const one = `${keeping}/audits/:audit`

/** Entering an audit, as a whole. */
export const auditRoutes = new Hono<Env>()
  .get(`${keeping}/audit`, (c) => {
    authorize(c.var.actor, 'accessibility.keep', null)
    return showFacts(c, { known: { key: newToken() }, typed: blankAudit, problems: [] })
  })
  // Where a form that was refused is shown: asked for again, it begins anew.
  .get(`${keeping}/audits`, (c) => {
    authorize(c.var.actor, 'accessibility.keep', null)
    return c.redirect(`/${c.var.locale}${keeping}/audit`, 303)
  })
  .post(`${keeping}/audits`, async (c) => {
    const { db, actor, now, locale } = c.var
    const body = await c.req.parseBody({ all: true })
    const [typed, key] = [parseAudit(body), parseKey(body) || newToken()]
    const begun = await beginAudit(db, actor, { typed, key }, now)
    if (begun.ok) return c.redirect(`/${locale}${keeping}/audits/${begun.id}?done=begun`, 303)
    return showFacts(c, { known: { key }, typed, problems: begun.problems })
  })
  .get(one, async (c) => {
    const audit = await requireAudit(c)
    if (audit.publishedAt) return leadToDeclaration(c)
    const findings = await listFindings(c.var.db, audit.id)
    const page = (
      <AuditPage
        frame={frameOf(c)}
        audit={audit}
        missing={countMissing(audit.pages, findings)}
        counted={countCriteria(findings)}
        done={chooseDone(auditDone, c.req.query('done'))}
      />
    )
    return sendPage(c, page)
  })
  .get(`${one}/facts`, async (c) => {
    const audit = await requireAudit(c)
    if (audit.publishedAt) return leadToDeclaration(c)
    const known = { audit, read: markOfFacts(audit) }
    return showFacts(c, { known, typed: typedAudit(audit), problems: [] })
  })
  .post(`${one}/facts`, async (c) => {
    const { db, actor, now, locale } = c.var
    const body = await c.req.parseBody({ all: true })
    const [typed, read] = [parseAudit(body), parseMark(body)]
    const { id } = await requireAudit(c)
    const changed = await changeAudit(db, actor, { id, read, typed }, now)
    if (changed.ok) return c.redirect(`/${locale}${keeping}/audits/${id}?done=saved`, 303)
    const { problems } = changed
    const audit = await requireAudit(c)
    // Whoever has been told, and sends it once more, means it.
    const told = problems.some(({ code }) => code === 'changed-since')
    const known = { audit, read: told ? markOfFacts(audit) : read }
    return showFacts(c, { known, typed, problems })
  })
  .get(`${one}/findings.csv`, async (c) => {
    const audit = await requireAudit(c)
    const findings = await listFindings(c.var.db, audit.id)
    const ordered = findings.toSorted(
      (here, other) => here.page - other.page || byParts(here.criterion, other.criterion),
    )
    return sendCsv(c, audit.id, writeCsv(ordered))
  })
  .get(`${one}/findings`, async (c) => {
    const audit = await requireAudit(c)
    if (audit.publishedAt) return leadToDeclaration(c)
    const read = markOfAll(await listFindings(c.var.db, audit.id))
    return showTable(c, { audit, read, csv: '', problem: null })
  })
  .post(`${one}/findings`, async (c) => {
    const { db, actor, locale, now } = c.var
    const body = await c.req.parseBody({ all: true })
    const [csv, read] = [parseCsv(body), parseMark(body)]
    const audit = await requireAudit(c)
    const { id } = audit
    const imported = await importFindings(db, actor, { id, read, csv }, now)
    if (imported.ok) return c.redirect(`/${locale}${keeping}/audits/${id}?done=imported`, 303)
    const { problem } = imported
    const told = problem.code === 'changed-since'
    const stands = told ? markOfAll(await listFindings(db, id)) : read
    return showTable(c, { audit, read: stands, csv, problem })
  })

/** The audit that the address names, for whoever may enter it. */
export async function requireAudit(c: Context<Env>): Promise<Audit> {
  authorize(c.var.actor, 'accessibility.keep', null)
  const named = c.req.param('audit') ?? ''
  const audit = /^[1-9]\d{0,8}$/.test(named) ? await findAudit(c.var.db, Number(named)) : undefined
  if (!audit) throw new NotFound('audit')
  return audit
}

/** Of an audit that is published there is nothing to enter any more. */
export function leadToDeclaration(c: Context<Env>, done = '') {
  return c.redirect(`/${c.var.locale}/accessibility${done && `?done=${done}`}`, 303)
}

const blankAudit: TypedAudit = { auditedOn: '', auditor: '', method: '', exempted: '', pages: [] }

type ShownFacts = {
  known: { audit: Audit; read: string } | { key: string }
  typed: TypedAudit
  problems: readonly AuditProblem[]
}

function showFacts(c: Context<Env>, { known, typed, problems }: ShownFacts) {
  const refused = problems.length > 0
  const page = (
    <FactsPage
      frame={frameOf(c, refused ? `/${c.var.locale}${keeping}` : undefined)}
      known={known}
      typed={{ ...typed, pages: withSpare(typed.pages) }}
      problems={problems}
    />
  )
  return sendPage(c, page, refused ? 422 : 200)
}

/** Rows that wait for a page. */
const spareRows = 3

/** The pages that there are, also one that is emptied; new ones that are named; and some rows for more. */
function withSpare(pages: readonly TypedPage[]): TypedPage[] {
  const known = pages.filter(({ key }) => !key.startsWith('new-'))
  const added = pages.filter((row) => row.key.startsWith('new-') && !isBlank(row))
  const room = Math.max(0, Math.min(spareRows, auditLimits.pages - known.length - added.length))
  const blank = Array.from({ length: room }, () => ({ title: '', address: '' }))
  const fresh = [...added, ...blank].map((row, at) => ({ ...row, key: `new-${at + 1}` }))
  return [...known, ...fresh]
}

type ShownTable = { audit: Audit; read: string; csv: string; problem: CsvProblem | null }

function showTable(c: Context<Env>, shown: ShownTable) {
  return sendPage(c, <TablePage frame={frameOf(c)} {...shown} />, shown.problem ? 422 : 200)
}
