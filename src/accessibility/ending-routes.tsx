import { Hono, type Context } from 'hono'
import { dayInParis } from '../platform/paris-days.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { hashOfAudit, type Audit } from './audit.ts'
import { leadToDeclaration, requireAudit } from './audit-routes.tsx'
import { conformityOf, countCriteria, endOfValidity } from './conformity.ts'
import { PublicationPage, RemovalPage } from './ending-page.tsx'
import { parseMark } from './forms.ts'
import { hindranceOf, publishAudit, removeAudit } from './publish-audit.ts'
import { findAudit, findPublishedCount, listFindings } from './store.ts'

const keeping = '/admin/accessibility'
const one = `${keeping}/audits/:audit`

/** What an audit comes to: it is published, or thrown away. Neither can be taken back, so that each is shown first. */
export const endingRoutes = new Hono<Env>()
  .get(`${one}/publication`, async (c) => {
    const audit = await requireAudit(c)
    return audit.publishedAt ? leadToDeclaration(c) : showPublication(c, audit, false)
  })
  .post(`${one}/publication`, async (c) => {
    const { db, actor, now } = c.var
    const read = parseMark(await c.req.parseBody({ all: true }))
    const audit = await requireAudit(c)
    const published = await publishAudit(db, actor, { id: audit.id, read }, now)
    if (!published.ok) return showPublication(c, await requireAudit(c), true)
    return leadToDeclaration(c, published.already ? 'published-already' : 'published')
  })
  .get(`${one}/removal`, async (c) => {
    const audit = await requireAudit(c)
    if (audit.publishedAt) return leadToDeclaration(c)
    const findings = (await listFindings(c.var.db, audit.id)).length
    return sendPage(c, <RemovalPage frame={frameOf(c)} audit={audit} findings={findings} />)
  })
  .post(`${one}/removal`, async (c) => {
    const { db, actor, now, locale } = c.var
    const named = c.req.param('audit')
    const id = /^[1-9]\d{0,8}$/.test(named) ? Number(named) : 0
    const done = await removeAudit(db, actor, id, now)
    return c.redirect(`/${locale}${keeping}?done=${done}`, 303)
  })

async function showPublication(c: Context<Env>, audit: Audit, changed: boolean) {
  const { db, now } = c.var
  const today = dayInParis(now)
  const findings = await listFindings(db, audit.id)
  const counted = countCriteria(findings)
  const standing = await findPublishedCount(db)
  const page = (
    <PublicationPage
      frame={frameOf(c)}
      audit={audit}
      counted={counted}
      conformity={conformityOf({ ...counted, auditedOn: audit.auditedOn }, today)}
      over={today >= endOfValidity(audit.auditedOn)}
      standing={standing ? ((await findAudit(db, standing.id)) ?? null) : null}
      hindrance={hindranceOf(audit, findings, today)}
      read={hashOfAudit(audit, findings)}
      changed={changed}
    />
  )
  return sendPage(c, page, changed ? 422 : 200)
}
