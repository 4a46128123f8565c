import { Hono, type Context } from 'hono'
import { NotFound, SignInToKeep } from '../platform/http/problems.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import type { Audit, AuditedPage, Finding } from './audit.ts'
import { leadToDeclaration, requireAudit } from './audit-routes.tsx'
import { enterFindings, type Entered } from './enter-audit.ts'
import { markOf, typedFinding } from './finding.ts'
import { FindingsPage } from './findings-page.tsx'
import { parseFindings } from './forms.ts'
import { showRows, type SentFinding } from './merge-findings.ts'
import { listFindings } from './store.ts'
import { criteriaIn, listThemes, themeIn, type ListedTheme, type Theme } from './theme.ts'

const path = '/admin/accessibility/audits/:audit/pages/:page'

/** Entering what was found on one page of an audit, a theme at a time. */
export const findingRoutes = new Hono<Env>()
  .get(path, async (c) => {
    const audit = await requireAudit(c)
    if (audit.publishedAt) return leadToDeclaration(c)
    const place = await findPlace(c, audit)
    return showPlace(c, place, rowsOf(place), null)
  })
  .post(path, async (c) => {
    const { db, actor, now, locale } = c.var
    // Choices are work, too, also where no word goes with them.
    if (actor.kind === 'visitor') throw new SignInToKeep()
    const { go, sent } = parseFindings(await c.req.parseBody({ all: true }))
    const audit = await requireAudit(c)
    const place = await findPlace(c, audit)
    const entering = { id: audit.id, page: place.page.number, rest: go === 'rest', sent }
    const entered = await enterFindings(db, actor, entering, now)
    if (!entered.ok) {
      const stands = await findPlace(c, audit)
      const problems = entered.published ? [] : entered.problems
      return showPlace(c, stands, showRows(sent, stands.here, problems), entered)
    }
    const address = `/${locale}/admin/accessibility/audits/${audit.id}`
    return c.redirect(go === 'stay' ? stayAt(address, place) : nextAfter(address, place), 303)
  })

type Place = {
  audit: Audit
  page: AuditedPage
  theme: Theme
  themes: ListedTheme[]
  /** What is found on that page. */
  here: Finding[]
}

async function findPlace(c: Context<Env>, audit: Audit): Promise<Place> {
  const page = audit.pages.find(({ number }) => String(number) === c.req.param('page'))
  if (!page) throw new NotFound('page of an audit')
  const findings = await listFindings(c.var.db, audit.id)
  const here = findings.filter((finding) => finding.page === page.number)
  const themes = listThemes(here, page.number)
  return { audit, page, here, themes, theme: themeIn(c.req.query('theme')) }
}

function rowsOf({ theme, here }: Place): SentFinding[] {
  return criteriaIn(theme).map((criterion) => {
    const found = here.find((finding) => finding.criterion === criterion)
    const typed = typedFinding(criterion, found)
    return { ...typed, read: markOf(typed) }
  })
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

type Refused = Extract<Entered, { ok: false }>

function showPlace(
  c: Context<Env>,
  place: Place,
  rows: readonly SentFinding[],
  refused: Refused | null,
) {
  const { audit, page } = place
  const address = `/${c.var.locale}/admin/accessibility/audits/${audit.id}/pages/${page.number}`
  const shown = (
    <FindingsPage
      {...place}
      frame={frameOf(c, `${address}?theme=${place.theme}`)}
      rows={rows}
      problems={refused && !refused.published ? refused.problems : []}
      published={refused?.published ?? false}
      done={!refused && c.req.query('done') === 'saved' ? 'saved' : null}
    />
  )
  return sendPage(c, shown, refused ? 422 : 200)
}
