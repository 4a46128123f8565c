import type { Context } from 'hono'
import { NotFound } from '../platform/http/problems.ts'
import { requireReport } from '../reports/index.ts'
import type { Env } from '../request.ts'
import type { ShownGrant } from './store.ts'
import { findGrant } from './store.ts'
import type { Team } from './team.ts'

/** The team of the address: of a report, or of the site where it names none. */
export async function requireTeam(c: Context<Env>): Promise<Team> {
  const slug = c.req.param('slug')
  return { report: slug === undefined ? null : await requireReport(c.var.db, slug) }
}

export function idOf(c: Context<Env>, name: string): number {
  const given = c.req.param(name) ?? ''
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new NotFound(name)
  return Number(given)
}

export async function requireGrant(c: Context<Env>): Promise<ShownGrant> {
  const grant = await findGrant(c.var.db, idOf(c, 'grant'))
  if (!grant) throw new NotFound('grant')
  return grant
}
