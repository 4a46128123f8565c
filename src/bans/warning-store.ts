import type { NotNull } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import { toWhom, type Whom } from './whom.ts'
import type { Warning } from './warning.ts'

type NewWarning = Omit<Warning, 'id' | 'givenBy'> & { salt: Uint8Array }

export async function saveWarning(tx: Db, warning: NewWarning): Promise<number> {
  const { id } = await tx
    .insertInto('warning')
    .values({
      person_id: warning.personId,
      report_id: warning.reportId,
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

/** All that a person was given and that is not forgotten, the newest first. */
export function listWarnings(db: Db, personId: number): Promise<Warning[]> {
  return warnings(db)
    .where('warning.person_id', '=', personId)
    .$narrowType<{ personId: NotNull; contributionNumber: NotNull }>()
    .orderBy('warning.id', 'desc')
    .execute()
}

/** The newest that a person was given in a report. */
export async function findNewestWarning(
  db: Db,
  { personId, reportId }: Pick<Warning, 'personId' | 'reportId'>,
): Promise<Warning | undefined> {
  return (await listWarnings(db, personId)).find((warning) => warning.reportId === reportId)
}

/** As the journal says them; `whom` is null once it is forgotten. */
export type WarningAccount = Omit<
  Warning,
  'personId' | 'contributionNumber' | 'givenById' | 'givenBy'
> & {
  whom: Whom | null
  giver: string
  forgottenAt: Date | null
}

export async function listWarningAccounts(db: Db): Promise<WarningAccount[]> {
  const rows = await warnings(db)
    .leftJoin('person', 'person.id', 'warning.person_id')
    .select(['person.pseudonym', 'giver.pseudonym as giver', 'warning.salt'])
    .select('warning.forgotten_at as forgottenAt')
    .orderBy('warning.id')
    .execute()
  return rows.map(({ pseudonym, contributionNumber, salt, ...row }) => ({
    ...row,
    whom: toWhom({ pseudonym, contributionNumber, salt }),
  }))
}

function warnings(db: Db) {
  return db
    .selectFrom('warning')
    .innerJoin('person as giver', 'giver.id', 'warning.given_by')
    .select(['warning.id', 'warning.person_id as personId', 'warning.report_id as reportId'])
    .select('warning.contribution_number as contributionNumber')
    .select(['warning.charter_version as version', 'warning.rule', 'warning.reason'])
    .select(['warning.given_by as givenById', 'giver.display_name as givenBy'])
    .select(['warning.given_at as givenAt'])
}
