import { Hono, type Context } from 'hono'
import { findNotice } from '../legal-notice/index.ts'
import { authorize, can } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import type { PublicPage } from '../platform/pages/public-page.ts'
import { dayInParis } from '../platform/paris-days.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { auditRoutes } from './audit-routes.tsx'
import { conformityOf, endOfValidity } from './conformity.ts'
import { writeCsv } from './csv.ts'
import { declarationDone, DeclarationPage, type Declaration } from './declaration-page.tsx'
import { endingRoutes } from './ending-routes.tsx'
import { findingRoutes } from './finding-routes.tsx'
import { findResults } from './automated-store.ts'
import { parseResults, parseSetting } from './forms.ts'
import { keepResults } from './keep-results.ts'
import { keepSetting } from './keep-setting.ts'
import { keepingDone, KeepingPage, type ShownSettingProblem } from './keeping-page.tsx'
import { sendCsv } from './send-csv.ts'
import { noSetting, type Setting } from './setting.ts'
import { findSetting, findSettingKeeping, type KeptSetting } from './setting-store.ts'
import { findAudit, findPublishedCount, listAudits, listFindings } from './store.ts'

/** The same for everybody who is not signed in. */
export const accessibilityPages: PublicPage[] = [
  { path: '/accessibility', query: [] },
  { path: '/accessibility/audits/:file{[1-9][0-9]{0,8}\\.csv}', query: [] },
]

const keeping = '/admin/accessibility'

/** What the site declares of its accessibility, and the audit that it is made from. */
export const accessibilityRoutes = new Hono<Env>()
  .get('/accessibility', async (c) => {
    const page = (
      <DeclarationPage
        {...await findDeclaration(c)}
        frame={frameOf(c)}
        mayKeep={can(c.var.actor, 'accessibility.keep', null)}
        done={chooseDone(declarationDone, c.req.query('done'))}
      />
    )
    return sendPage(c, page)
  })
  .get('/accessibility/audits/:file{[1-9][0-9]{0,8}\\.csv}', async (c) => {
    const audit = await findAudit(c.var.db, Number.parseInt(c.req.param('file'), 10))
    if (!audit?.publishedAt) throw new NotFound('audit')
    return sendCsv(c, audit.id, writeCsv(await listFindings(c.var.db, audit.id)))
  })
  .get(keeping, async (c) => {
    authorize(c.var.actor, 'accessibility.keep', null)
    const setting = await findSetting(c.var.db)
    return showKeeping(c, { ...typedSetting(setting), problems: [] })
  })
  // Where forms that were refused are shown: asked for again, they begin anew.
  .get(`${keeping}/setting`, leadToForms)
  .get(`${keeping}/automated-results`, leadToForms)
  .post(`${keeping}/setting`, async (c) => {
    const { db, actor, now, locale } = c.var
    const sent = parseSetting(await c.req.parseBody({ all: true }))
    const kept = await keepSetting(db, actor, sent, now)
    if (kept.ok) return c.redirect(`/${locale}${keeping}?done=saved`, 303)
    const { problems } = kept
    if (!problems.includes('changed-since')) return showKeeping(c, { ...sent, problems })
    // Whoever has been told, and sends it once more, means it.
    const read = (await findSetting(db))?.id ?? 0
    return showKeeping(c, { ...sent, read, problems })
  })
  .post(`${keeping}/automated-results`, async (c) => {
    const { db, actor, now, locale } = c.var
    const { pasted, results } = parseResults(await c.req.parseBody({ all: true }))
    const shown = { ...typedSetting(await findSetting(db)), pasted }
    const kept = await keepResults(db, actor, results, now)
    if (kept.ok) return c.redirect(`/${locale}${keeping}?done=results-kept`, 303)
    return showKeeping(c, { ...shown, problems: [kept.problem] })
  })
  .route('/', auditRoutes)
  .route('/', endingRoutes)
  .route('/', findingRoutes)

function leadToForms(c: Context<Env>) {
  authorize(c.var.actor, 'accessibility.keep', null)
  return c.redirect(`/${c.var.locale}${keeping}`, 303)
}

async function findDeclaration(c: Context<Env>): Promise<Declaration> {
  const { db, now } = c.var
  const today = dayInParis(now)
  const counted = await findPublishedCount(db)
  const audit = counted && (await findAudit(db, counted.id))
  const notice = await findNotice(db)
  return {
    conformity: conformityOf(counted, today),
    audit: audit ?? null,
    over: counted !== undefined && today >= endOfValidity(counted.auditedOn),
    findings: audit ? await listFindings(db, audit.id) : [],
    setting: (await findSetting(db)) ?? noSetting,
    publisher: notice?.notice.publisher ?? '',
    results: (await findResults(db)) ?? null,
  }
}

/** As the form begins. */
function typedSetting(setting: KeptSetting | undefined) {
  return { read: setting?.id ?? 0, typed: setting ?? noSetting }
}

type ShownSetting = {
  read: number
  typed: Setting
  pasted?: string
  problems: readonly ShownSettingProblem[]
}

async function showKeeping(c: Context<Env>, { pasted = '', ...shown }: ShownSetting) {
  const { db, locale } = c.var
  const { problems } = shown
  const page = (
    <KeepingPage
      {...shown}
      pasted={pasted}
      results={(await findResults(db)) ?? null}
      frame={frameOf(c, `/${locale}${keeping}`)}
      audits={await listAudits(db)}
      standing={(await findPublishedCount(db))?.id ?? null}
      keptBy={problems.includes('changed-since') ? await findSettingKeeping(db) : null}
      done={problems.length > 0 ? null : chooseDone(keepingDone, c.req.query('done'))}
    />
  )
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}
