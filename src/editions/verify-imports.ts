import { hashChanges } from '../imports/index.ts'
import { hex, listActs } from '../journal/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { listChangesFrom, listSources, type KeptSource } from '../reports/index.ts'
import { compareAccounts, type Account, type AccountFinding } from './verify-accounts.ts'
import { attempt } from './verify-attempt.ts'

export type ImportFinding = { kind: 'import' } & AccountFinding

/** Every imported file stands in the journal once, with its hash, how many changes it made, and which. */
export async function verifyImports(db: Db): Promise<ImportFinding[]> {
  const accounts: Account[] = []
  for (const source of await listSources(db)) accounts.push(await toAccount(db, source))
  const findings = compareAccounts(accounts, await listActs(db, ['report.imported']))
  return findings.map((finding) => ({ kind: 'import', ...finding }))
}

async function toAccount(db: Db, source: KeptSource): Promise<Account> {
  const { fileName, sha256, blocks, changesSha256 } = source
  const changed = changesSha256 && (await listChangesFrom(db, source.id))
  return {
    object: `report/${source.slug}`,
    at: source.importedAt,
    actor: source.importer,
    says: {
      file: fileName,
      sha256: hex(sha256),
      blocks,
      // An altered row may no longer be of a shape that can be written down.
      changes: changed && (attempt(() => hex(hashChanges(changed))) ?? 'unreadable'),
    },
  }
}
