import { sql } from 'kysely'
import { gatherArticles, languagesOf } from '../articles/index.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Holding, Terms, TypedTerms } from './terms.ts'

/** That version, or the newest. */
export async function findTerms(db: Db, version: number | 'newest'): Promise<Terms | undefined> {
  const found = await db
    .selectFrom('terms')
    .select(['version', 'kept_at as keptAt', 'asks'])
    .$if(version !== 'newest', (all) =>
      all.where('version', '=', version === 'newest' ? 0 : version),
    )
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!found) return undefined
  const texts = await db
    .selectFrom('terms_text')
    .select(['article', 'lang', 'title', 'text'])
    .where('version', '=', found.version)
    .orderBy('article')
    .orderBy('lang')
    .execute()
  const summaries = await listSummaries(db, found.version - 1)
  const summary = summaries.find(({ version }) => version === found.version)?.summary ?? new Map()
  return { ...found, articles: gatherArticles(texts), summary }
}

/** What each version after that one changes, by language, as was said when it was kept; the newest first. */
export async function listSummaries(
  db: Db,
  after: number,
): Promise<{ version: number; summary: Map<string, string> }[]> {
  const rows = await db
    .selectFrom('terms_summary')
    .select(['version', 'lang', 'summary'])
    .where('version', '>', after)
    .orderBy('version', 'desc')
    .orderBy('lang')
    .execute()
  return [...Map.groupBy(rows, ({ version }) => version)].map(([version, said]) => ({
    version,
    summary: new Map(said.map(({ lang, summary }) => [lang, summary])),
  }))
}

export async function requireTerms(db: Db): Promise<Terms> {
  const terms = await findTerms(db, 'newest')
  if (!terms) throw new Error('a site without terms: their first version comes with the tables')
  return terms
}

export async function findHolding(db: Db): Promise<Holding> {
  const { newest, asking } = await db
    .selectFrom('terms')
    .select((the) => [
      the.fn.max('version').as('newest'),
      the.fn.max('version').filterWhere('asks', '=', true).as('asking'),
    ])
    .executeTakeFirstOrThrow()
  return { newest, asking }
}

/** The highest number that any version, or any until that one, gave to an article. */
export async function findLastArticle(db: Db, until?: number): Promise<number> {
  const row = await db
    .selectFrom('terms_text')
    .select((the) => the.fn.max('article').as('last'))
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
    .selectFrom('terms')
    .innerJoin('person', 'person.id', 'terms.kept_by')
    .select(['person.display_name as name', 'terms.kept_at as at'])
    .where('terms.version', '=', version)
    .executeTakeFirst()
  return found ?? null
}

export type KeptTerms = { version: number; keptAt: Date; asks: boolean; pseudonym: string | null }

/** The newest first. */
export function listTerms(db: Db): Promise<KeptTerms[]> {
  return db
    .selectFrom('terms')
    .leftJoin('person', 'person.id', 'terms.kept_by')
    .select(['terms.version', 'terms.kept_at as keptAt', 'terms.asks', 'person.pseudonym'])
    .orderBy('terms.version', 'desc')
    .execute()
}

type NewTerms = Omit<TypedTerms, 'asks' | 'summary'> & {
  version: number
  keptBy: number
  keptAt: Date
  asks: boolean
  /** By language. */
  summary: Readonly<Record<string, string>>
}

export async function saveTerms(tx: Db, terms: NewTerms): Promise<void> {
  const { version, keptBy, keptAt, asks, articles, summary } = terms
  await tx.insertInto('terms').values({ version, kept_by: keptBy, kept_at: keptAt, asks }).execute()
  const languages = languagesOf(articles)
  const texts = articles.flatMap(({ number, texts: of }) =>
    languages.map((lang) => ({ version, article: number, lang, ...of[lang] })),
  )
  await tx.insertInto('terms_text').values(texts).execute()
  const summaries = Object.entries(summary).map(([lang, said]) => ({
    version,
    lang,
    summary: said,
  }))
  await tx.insertInto('terms_summary').values(summaries).execute()
}

/** One at a time keeps the terms. */
export async function lockTerms(tx: Db): Promise<void> {
  await sql`lock table terms in share row exclusive mode`.execute(tx)
}

export type Consent = { version: number; acceptedAt: Date }

/** What somebody accepted last; undefined where they accepted nothing. */
export function findConsent(db: Db, personId: number): Promise<Consent | undefined> {
  return db
    .selectFrom('terms_consent')
    .select(['version', 'accepted_at as acceptedAt'])
    .where('person_id', '=', personId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** False where the person has accepted that version before. */
export async function saveConsent(tx: Db, personId: number, consent: Consent): Promise<boolean> {
  const saved = await tx
    .insertInto('terms_consent')
    .values({ person_id: personId, version: consent.version, accepted_at: consent.acceptedAt })
    .onConflict((it) => it.columns(['person_id', 'version']).doNothing())
    .returning('version')
    .executeTakeFirst()
  return saved !== undefined
}

export type ConsentAccount = Consent & { pseudonym: string }

/** Every consent, as the journal should have it. */
export function listConsents(db: Db): Promise<ConsentAccount[]> {
  return db
    .selectFrom('terms_consent')
    .innerJoin('person', 'person.id', 'terms_consent.person_id')
    .select([
      'terms_consent.version',
      'terms_consent.accepted_at as acceptedAt',
      'person.pseudonym',
    ])
    .orderBy('terms_consent.person_id')
    .orderBy('terms_consent.version')
    .execute()
}
