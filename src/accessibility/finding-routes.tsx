import { Hono, type Context } from 'hono'
import { NotFound } from '../platform/http/problems.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { criteriaOf, type Audit, type AuditedPage, type Finding } from './audit.ts'
import { requireOpen } from './audit-routes.tsx'
import { enterFindings } from './enter-audit.ts'
import type { FindingProblem, TypedFinding } from './finding.ts'
import { FindingsPage, type Row } from './findings-page.tsx'
import { parseFindings } from './forms.ts'
import { listFindings } from './store.ts'
import { criteriaIn, listThemes, themeIn, type Theme } from './theme.ts'

const path = '/admin/accessibility/audits/:audit/pages/:page'

/** Entering what was found on one page of an audit, a theme at a time. */
export const findingRoutes = new Hono<Env>()
  .get(path, async (c) => {
    const audit = await requireOpen(c)
    const place = await findPlace(c, audit)
    return showPlace(c, place, { rows: rowsOf(place), problems: [] })
  })
  .post(path, async (c) => {
    const { db, actor, locale } = c.var
    const { go, typed } = parseFindings(await c.req.parseBody({ all: true }))
    const audit = await requireOpen(c)
    const place = await findPlace(c, audit)
    const filled = go === 'rest' ? typed.map(asNotApplicable) : typed
    const entering = { id: audit.id, page: place.page.number, typed: filled }
    const entered = await enterFindings(db, actor, entering)
    if (!entered.ok) {
      const rows = typed.map((one) => ({ own: place.theme === 'other', typed: one }))
      return showPlace(c, place, { rows, problems: entered.problems })
    }
    const address = `/${locale}/admin/accessibility/audits/${audit.id}`
    return c.redirect(go === 'stay' ? stayAt(address, place) : nextAfter(address, place), 303)
  })

type Place = {
  audit: Audit
  page: AuditedPage
  theme: Theme
  themes: ReturnType<typeof listThemes>
  findings: Finding[]
}

async function findPlace(c: Context<Env>, audit: Audit): Promise<Place> {
  const page = audit.pages.find(({ number }) => String(number) === c.req.param('page'))
  if (!page || audit.publishedAt) throw new NotFound('page of an audit')
  const findings = await listFindings(c.var.db, audit.id)
  const themes = listThemes(audit, findings, page.number)
  return { audit, page, findings, themes, theme: themeIn(c.req.query('theme'), themes) }
}

/** Rows of the form that wait for what an audit names itself. */
const spareRows = 3

function rowsOf({ audit, page, theme, findings }: Place): Row[] {
  const here = findings.filter((finding) => finding.page === page.number)
  const all = criteriaIn(theme, criteriaOf(audit.reference, findings))
  const rows = all.map((criterion) => ({
    own: false,
    typed: typedOf(
      criterion,
      here.find((finding) => finding.criterion === criterion),
    ),
  }))
  return theme === 'other' ? [...rows, ...blankRows()] : rows
}

function blankRows(): Row[] {
  return Array.from({ length: spareRows }, () => ({ own: true, typed: typedOf('', undefined) }))
}

function typedOf(criterion: string, found: Finding | undefined): TypedFinding {
  return {
    criterion,
    result: found?.result ?? '',
    note: found?.note ?? '',
    derogation: found?.derogation ?? '',
    remedyOn: found?.remedyOn ?? '',
  }
}

function asNotApplicable(typed: TypedFinding): TypedFinding {
  return typed.result === '' ? { ...typed, result: 'not-applicable' } : typed
}

function stayAt(address: string, { page, theme }: Place): string {
  return `${address}/pages/${page.number}?theme=${theme}&done=saved`
}

/** The next theme, the next page's first, or the audit where that was the last. */
function nextAfter(address: string, { audit, page, theme, themes }: Place): string {
  const at = themes.findIndex((one) => one.theme === theme)
  const next = themes[at + 1]
  if (next) return `${address}/pages/${page.number}?theme=${next.theme}&done=saved`
  const after = audit.pages.find(({ number }) => number > page.number)
  return after ? `${address}/pages/${after.number}?done=saved` : `${address}?done=saved`
}

type Shown = { rows: readonly Row[]; problems: readonly FindingProblem[] }

function showPlace(c: Context<Env>, place: Place, { rows, problems }: Shown) {
  const { audit, page } = place
  const address = `/${c.var.locale}/admin/accessibility/audits/${audit.id}/pages/${page.number}`
  const shown = (
    <FindingsPage
      {...place}
      frame={frameOf(c, `${address}?theme=${place.theme}`)}
      rows={rows}
      problems={problems}
      done={problems.length === 0 && c.req.query('done') === 'saved' ? 'saved' : null}
    />
  )
  return sendPage(c, shown, problems.length > 0 ? 422 : 200)
}
