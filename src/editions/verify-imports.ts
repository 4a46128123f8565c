import { hex, listActs } from '../journal/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { listSources } from '../reports/index.ts'
import { compareAccounts, type AccountFinding } from './verify-accounts.ts'

export type ImportFinding = { kind: 'import' } & AccountFinding

/** Every imported file stands in the journal once, with its hash and how many blocks it brought. */
export async function verifyImports(db: Db): Promise<ImportFinding[]> {
  const accounts = (await listSources(db)).map((source) => ({
    object: `report/${source.slug}`,
    at: source.importedAt,
    actor: null,
    says: { file: source.fileName, sha256: hex(source.sha256), blocks: source.blocks },
  }))
  const findings = compareAccounts(accounts, await listActs(db, ['report.imported']))
  return findings.map((finding) => ({ kind: 'import', ...finding }))
}
