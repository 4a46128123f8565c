import { sql } from 'kysely'
import type { World } from '../world.ts'

/** All that an act writes; drafts are kept of what was refused, on purpose. */
const tables = [
  'contribution',
  'revision',
  'support',
  'moderation_decision',
  'moderation_setting',
  'charter',
  'terms',
  'terms_consent',
  'legal_notice',
  'accessibility_setting',
  'accessibility_audit',
  'accessibility_page',
  'accessibility_finding',
  'moderation_cut',
  'answer',
  'answer_contribution',
  'change',
  'change_cause',
  'working_block',
  'block',
  'edition',
  'anchor',
  'upload',
  'report_event',
  'journal_entry',
  'mail',
  'sign_in_link',
  'session',
  'person',
  'role_grant',
]

/** How many rows each table has, to be compared. */
export async function countSaved({ db }: Pick<World, 'db'>): Promise<string> {
  const counts = tables.map((table) => sql`(select count(*) from ${sql.table(table)})`)
  const { rows } = await sql<{ counts: string }>`
    select concat_ws(' ', ${sql.join(counts)}) as counts`.execute(db)
  const numbers = rows[0]?.counts.split(' ') ?? []
  return tables.map((table, at) => `${table} ${numbers[at]}`).join(', ')
}
