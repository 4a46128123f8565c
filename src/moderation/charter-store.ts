import { sql } from 'kysely'
import { gatherArticles, languagesOf, type Article, type TypedArticle } from '../articles/index.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Charter } from './charter.ts'

/** That version, or the newest. */
export async function findCharter(
  db: Db,
  version: number | 'newest',
): Promise<Charter | undefined> {
  const found = await db
    .selectFrom('charter')
    .select(['version', 'kept_at as keptAt'])
    .$if(version !== 'newest', (all) =>
      all.where('version', '=', version === 'newest' ? 0 : version),
    )
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found && { ...found, rules: await listRules(db, found.version) }
}

export async function requireCharter(db: Db): Promise<Charter> {
  const charter = await findCharter(db, 'newest')
  if (!charter) throw new Error('a site without a charter: its first version comes with the tables')
  return charter
}

async function listRules(db: Db, version: number): Promise<Article[]> {
  const rows = await db
    .selectFrom('charter_text')
    .select(['rule as article', 'lang', 'title', 'text'])
    .where('version', '=', version)
    .orderBy('rule')
    .orderBy('lang')
    .execute()
  return gatherArticles(rows)
}

/** The highest number that any version, or any until that one, gave to a rule. */
export async function findLastRule(db: Db, until?: number): Promise<number> {
  const row = await db
    .selectFrom('charter_rule')
    .select((the) => the.fn.max('rule').as('last'))
    .$if(until !== undefined, (all) => all.where('version', '<=', until ?? 0))
    .executeTakeFirst()
  return row?.last ?? 0
}

/** Who made that version, and when; null for the first, which comes with the program. */
export async function findKeeper(
  db: Db,
  version: number,
): Promise<{ name: string; at: Date } | null> {
  const found = await db
    .selectFrom('charter')
    .innerJoin('person', 'person.id', 'charter.kept_by')
    .select(['person.display_name as name', 'charter.kept_at as at'])
    .where('charter.version', '=', version)
    .executeTakeFirst()
  return found ?? null
}

export type KeptVersion = { version: number; keptAt: Date; pseudonym: string | null }

/** The newest first. */
export function listVersions(db: Db): Promise<KeptVersion[]> {
  return db
    .selectFrom('charter')
    .leftJoin('person', 'person.id', 'charter.kept_by')
    .select(['charter.version', 'charter.kept_at as keptAt', 'person.pseudonym'])
    .orderBy('charter.version', 'desc')
    .execute()
}

type NewVersion = { version: number; keptBy: number; keptAt: Date; rules: readonly TypedArticle[] }

export async function saveVersion(
  tx: Db,
  { version, keptBy, keptAt, rules }: NewVersion,
): Promise<void> {
  await tx.insertInto('charter').values({ version, kept_by: keptBy, kept_at: keptAt }).execute()
  await tx
    .insertInto('charter_rule')
    .values(rules.map(({ number }) => ({ version, rule: number })))
    .execute()
  const languages = languagesOf(rules)
  const texts = rules.flatMap(({ number, texts: of }) =>
    languages.map((lang) => ({ version, rule: number, lang, ...of[lang] })),
  )
  await tx.insertInto('charter_text').values(texts).execute()
}

/** One at a time keeps the charter. */
export async function lockCharter(tx: Db): Promise<void> {
  await sql`lock table charter in share row exclusive mode`.execute(tx)
}
