import type { Context } from 'hono'
import { authorize } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import type { Env } from '../request.ts'
import type { Member } from './mandate.ts'
import { findMember } from './member-store.ts'
import type { Organisation } from './organisation.ts'
import { findOrganisation } from './store.ts'

/** The organisation of the address. */
export async function requireOrganisation(c: Context<Env>): Promise<Organisation> {
  const slug = c.req.param('organisation') ?? ''
  const found = /^[a-z0-9-]{1,100}$/.test(slug) ? await findOrganisation(c.var.db, slug) : undefined
  if (!found) throw new NotFound('organisation')
  return found
}

/** The same for those who keep it; not found for others. */
export async function requireKept(c: Context<Env>): Promise<Organisation> {
  const organisation = await requireOrganisation(c)
  authorize(c.var.actor, 'organisation.keep', { organisationId: organisation.id })
  return organisation
}

/** The member of the address, who is one: who only asks has no page. */
export async function requireMember(c: Context<Env>, { id }: Organisation): Promise<Member> {
  const member = await findMember(c.var.db, id, numberIn(c, 'member'))
  if (!member?.since) throw new NotFound('member')
  return member
}

export function numberIn(c: Context<Env>, name: string): number {
  const given = c.req.param(name) ?? ''
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new NotFound(name)
  return Number(given)
}
