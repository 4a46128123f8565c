import { Hono, type Context } from 'hono'
import { findContribution } from './contributions/index.ts'
import { NotFound } from './platform/http/problems.ts'
import { negotiateLocale } from './platform/http/negotiate-locale.ts'
import { findReportOfBlock, requireEdition } from './reports/index.ts'
import type { Env } from './request.ts'

/**
 * The addresses without a language, of which the longer ones are those to cite: each leads to its page in the
 * reader's. Never cached.
 */
export const shortAddressRoutes = new Hono<Env>()
  .get('/', (c) => redirectTo(c, ''))
  .get('/p/:block', async (c) => {
    const report = await findReportOfBlock(c.var.db, c.req.param('block'))
    if (!report) throw new NotFound('block')
    const passage = `reports/${report.slug}/passages/${c.req.param('block')}`
    const number = c.req.query('edition')
    if (number === undefined) return redirectTo(c, passage)
    const { edition } = await requireEdition(c.var.db, report.slug, number)
    return redirectTo(c, `${passage}?edition=${edition.number}`)
  })
  .get('/c/:number', async (c) => {
    const number = c.req.param('number')
    const known =
      /^[1-9]\d{0,8}$/.test(number) && (await findContribution(c.var.db, Number(number)))
    if (!known) throw new NotFound('contribution')
    return redirectTo(c, `contributions/${number}`)
  })
  .get('/e/:slug/:number', async (c) => {
    const { report, edition } = await requireEdition(
      c.var.db,
      c.req.param('slug'),
      c.req.param('number'),
    )
    return redirectTo(c, `reports/${report.slug}/editions/${edition.number}`)
  })

function redirectTo(c: Context<Env>, path: string) {
  const locale = negotiateLocale(c.req.header('Accept-Language'))
  c.header('Cache-Control', 'no-store')
  c.header('Vary', 'Accept-Language')
  return c.redirect(path ? `/${locale}/${path}` : `/${locale}`)
}
