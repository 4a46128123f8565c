import type { Scope } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { NotFound } from '../platform/http/problems.ts'
import { findReportById } from '../reports/index.ts'
import { findOrganisationObject } from './store.ts'
import { reportDomain, siteDomain, type Domain } from './domain.ts'

/** What a scope is, from its ids. */
export async function findDomain(db: Db, scope: Scope): Promise<Domain> {
  if (scope.kind === 'site') return siteDomain
  if (scope.kind === 'organisation')
    return { scope, object: await findOrganisationObject(db, scope.id) }
  const report = await findReportById(db, scope.id)
  if (!report) throw new NotFound('report')
  return reportDomain(report)
}
