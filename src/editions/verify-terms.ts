import { typedArticles } from '../articles/index.ts'
import { listActs } from '../journal/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { findTerms, listConsents, listTerms, payloadOfTerms } from '../terms/index.ts'
import { compareAccounts, type AccountFinding } from './verify-accounts.ts'

export type TermsFinding = AccountFinding & { kind: 'terms' }

/**
 * Every version of the terms but the first is as the journal says, and nobody is said to have accepted one without
 * having done so. A consent that is gone is no finding: it goes with the account that it belonged to.
 */
export async function verifyTerms(db: Db): Promise<TermsFinding[]> {
  const findings = [...(await verifyVersions(db)), ...(await verifyConsents(db))]
  return findings.map((finding) => ({ kind: 'terms', ...finding }))
}

async function verifyVersions(db: Db): Promise<AccountFinding[]> {
  const kept = (await listTerms(db)).filter(({ version }) => version > 1).toReversed()
  const accounts = await Promise.all(
    kept.map(async ({ version, keptAt, asks, pseudonym }) => {
      const terms = await findTerms(db, version)
      const articles = typedArticles(terms?.articles ?? [])
      const summary = Object.fromEntries(terms?.summary ?? [])
      const says = payloadOfTerms({ version, asks, articles }, summary)
      return { object: 'terms', at: keptAt, actor: pseudonym, says }
    }),
  )
  return compareAccounts(accounts, await listActs(db, ['terms.kept']))
}

async function verifyConsents(db: Db): Promise<AccountFinding[]> {
  const consents = await listConsents(db)
  const accounts = consents.map(({ version, acceptedAt, pseudonym }) => ({
    object: `terms/${version}/${pseudonym}`,
    at: acceptedAt,
    actor: pseudonym,
    says: { version },
  }))
  const held = new Set(accounts.map(({ object }) => object))
  const acts = (await listActs(db, ['terms.accepted']))
    .map((act) => ({ ...act, object: `${act.object}/${act.actor}` }))
    .filter(({ object }) => held.has(object))
  return compareAccounts(accounts, acts)
}
