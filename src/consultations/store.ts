import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'

export type ImportedConsultation = {
  id: number
  reportId: number
  name: string
  url: string | null
  licence: string | null
  billSha256: Uint8Array
  contributionsSha256: Uint8Array
  importedAt: Date
}

const columns = [
  'consultation.id',
  'consultation.report_id as reportId',
  'consultation.name',
  'consultation.url',
  'consultation.licence',
  'consultation.bill_sha256 as billSha256',
  'consultation.contributions_sha256 as contributionsSha256',
  'consultation.imported_at as importedAt',
] as const

export function findConsultation(db: Db, id: number): Promise<ImportedConsultation | undefined> {
  return db.selectFrom('consultation').select(columns).where('id', '=', id).executeTakeFirst()
}

export function findConsultationNamed(
  db: Db,
  reportId: number,
  name: string,
): Promise<ImportedConsultation | undefined> {
  return db
    .selectFrom('consultation')
    .select(columns)
    .where('report_id', '=', reportId)
    .where('name', '=', name)
    .executeTakeFirst()
}

/** What was imported into the report from exactly these files, under whatever name. */
export function findConsultationOfFiles(
  db: Db,
  reportId: number,
  files: Pick<ImportedConsultation, 'billSha256' | 'contributionsSha256'>,
): Promise<ImportedConsultation | undefined> {
  return db
    .selectFrom('consultation')
    .select(columns)
    .where('report_id', '=', reportId)
    .where('bill_sha256', '=', Buffer.from(files.billSha256))
    .where('contributions_sha256', '=', Buffer.from(files.contributionsSha256))
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

export function listConsultations(db: Db): Promise<ImportedConsultation[]> {
  return db.selectFrom('consultation').select(columns).orderBy('id').execute()
}

/** What the rows of an import hold, counted in the database, whatever editors did with them since. */
export type ImportCounts = {
  propositions: number
  sections: number
  articles: number
  argumentsOnArticles: number
  argumentsOnProposals: number
  sourcesOnArticles: number
  sourcesOnProposals: number
  withheld: number
  votes: number
  supports: number
  authors: number
}

export async function countImported(db: Db, consultationId: number): Promise<ImportCounts> {
  const { rows } = await sql<{ [N in keyof ImportCounts]: string }>`
    select
      count(*) filter (where kind = 'new-proposition') as propositions,
      count(distinct block_id) filter (where kind = 'new-proposition') as sections,
      (select count(*) from imported_total
        where consultation_id = ${consultationId} and block_id is not null) as articles,
      count(*) filter (where kind = 'argument' and reply_to is null) as "argumentsOnArticles",
      count(*) filter (where kind = 'argument' and reply_to is not null) as "argumentsOnProposals",
      count(*) filter (where kind = 'source' and reply_to is null) as "sourcesOnArticles",
      count(*) filter (where kind = 'source' and reply_to is not null) as "sourcesOnProposals",
      (select count(*) from moderation_decision as decision
        join contribution brought on brought.number = decision.contribution_number
        where brought.consultation_id = ${consultationId} and decided_by is null) as withheld,
      (select coalesce(sum(agree + mixed + disagree), 0) from imported_total
        where consultation_id = ${consultationId}) as votes,
      (select coalesce(sum(supports), 0) from imported_total
        where consultation_id = ${consultationId}) as supports,
      count(distinct author_id) as authors
    from contribution left join passage on passage.contribution_number = contribution.number
    where consultation_id = ${consultationId}`.execute(db)
  const [row] = rows
  if (!row) throw new Error('a count without a row')
  return {
    propositions: Number(row.propositions),
    sections: Number(row.sections),
    articles: Number(row.articles),
    argumentsOnArticles: Number(row.argumentsOnArticles),
    argumentsOnProposals: Number(row.argumentsOnProposals),
    sourcesOnArticles: Number(row.sourcesOnArticles),
    sourcesOnProposals: Number(row.sourcesOnProposals),
    withheld: Number(row.withheld),
    votes: Number(row.votes),
    supports: Number(row.supports),
    authors: Number(row.authors),
  }
}
