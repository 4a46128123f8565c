import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { AutomatedResults } from './automated.ts'
import { parsePages } from './forms.ts'
import { day } from './store.ts'

/** Undefined where none were put in. */
export async function findResults(db: Db): Promise<AutomatedResults | undefined> {
  const found = await db
    .selectFrom('accessibility_automated')
    .select([day('made_on').as('madeOn'), 'checkers', 'pages'])
    .executeTakeFirst()
  return found && { ...found, pages: parsePages(found.pages) }
}

type By = { by: number; at: Date }

/** In the place of those before. */
export async function saveResults(
  tx: Db,
  { madeOn, checkers, pages }: AutomatedResults,
  { by, at }: By,
): Promise<void> {
  await sql`lock table accessibility_automated in share row exclusive mode`.execute(tx)
  await tx.deleteFrom('accessibility_automated').execute()
  const said = { made_on: madeOn, checkers, pages: JSON.stringify(pages) }
  await tx
    .insertInto('accessibility_automated')
    .values({ ...said, kept_by: by, kept_at: at })
    .execute()
}

/** Who put them in, and when; undefined where none were. */
export function findKeeping(db: Db): Promise<{ keptAt: Date; pseudonym: string } | undefined> {
  return db
    .selectFrom('accessibility_automated')
    .innerJoin('person', 'person.id', 'accessibility_automated.kept_by')
    .select(['kept_at as keptAt', 'person.pseudonym'])
    .executeTakeFirst()
}
