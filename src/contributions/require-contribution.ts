import type { Context } from 'hono'
import { NotFound } from '../platform/http/problems.ts'
import type { Env } from '../request.ts'
import type { Contribution } from './contribution.ts'
import { findContribution } from './store.ts'

/** The contribution that the address names. */
export async function requireContribution(c: Context<Env>, number: string): Promise<Contribution> {
  const found = /^[1-9]\d{0,8}$/.test(number)
    ? await findContribution(c.var.db, Number(number))
    : undefined
  if (!found) throw new NotFound('contribution')
  return found
}
