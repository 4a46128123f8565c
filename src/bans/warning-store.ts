import type { Db } from '../platform/db/connect.ts'
import type { Warning } from './warning.ts'

type NewWarning = Omit<Warning, 'id' | 'givenBy' | 'reportId'> & {
  givenById: number
  salt: Uint8Array
}

export async function saveWarning(tx: Db, warning: NewWarning): Promise<number> {
  const { id } = await tx
    .insertInto('warning')
    .values({
      person_id: warning.personId,
      contribution_number: warning.contributionNumber,
      charter_version: warning.version,
      rule: warning.rule,
      reason: warning.reason,
      given_by: warning.givenById,
      given_at: warning.givenAt,
      salt: Buffer.from(warning.salt),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** All that a person was ever given, the newest first. */
export function listWarnings(db: Db, personId: number): Promise<Warning[]> {
  return warnings(db)
    .where('warning.person_id', '=', personId)
    .orderBy('warning.id', 'desc')
    .execute()
}

/** As the journal says them. */
export type WarningAccount = Warning & {
  pseudonym: string
  giver: string
  salt: Uint8Array | null
}

export function listWarningAccounts(db: Db): Promise<WarningAccount[]> {
  return warnings(db)
    .innerJoin('person', 'person.id', 'warning.person_id')
    .select(['person.pseudonym', 'giver.pseudonym as giver', 'warning.salt'])
    .orderBy('warning.id')
    .execute()
}

function warnings(db: Db) {
  return db
    .selectFrom('warning')
    .innerJoin('person as giver', 'giver.id', 'warning.given_by')
    .innerJoin('contribution', 'contribution.number', 'warning.contribution_number')
    .select(['warning.id', 'warning.person_id as personId', 'contribution.report_id as reportId'])
    .select('warning.contribution_number as contributionNumber')
    .select(['warning.charter_version as version', 'warning.rule', 'warning.reason'])
    .select(['giver.display_name as givenBy', 'warning.given_at as givenAt'])
}
