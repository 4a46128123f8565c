import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { Block } from '../text/index.ts'
import type { Change, KnownCause, NamedCause } from './change.ts'
import { changes, fromRow } from './change-store.ts'

/** An imported file as its rows say it, and the changes that it caused. */
export type KeptSource = {
  id: number
  slug: string
  fileName: string
  sha256: Buffer
  importedAt: Date
  /** The pseudonym of whoever brought it; null for the operator. */
  importer: string | null
  changesSha256: Buffer | null
  /** How many changes it is the cause of. */
  blocks: number
}

export async function listSources(db: Db): Promise<KeptSource[]> {
  const rows = await db
    .selectFrom('import_source')
    .innerJoin('report', 'report.id', 'import_source.report_id')
    .leftJoin('person', 'person.id', 'import_source.imported_by')
    .select([
      'import_source.id',
      'report.slug',
      'import_source.file_name as fileName',
      'import_source.sha256',
      'import_source.imported_at as importedAt',
      'person.pseudonym as importer',
      'import_source.changes_sha256 as changesSha256',
    ])
    .select((the) =>
      the
        .selectFrom('change_cause')
        .whereRef('change_cause.source_id', '=', 'import_source.id')
        .select(the.fn.countAll<string>().as('count'))
        .as('blocks'),
    )
    .orderBy('import_source.id')
    .execute()
  return rows.map((row) => ({ ...row, blocks: Number(row.blocks) }))
}

/** The changes that an imported file made, in their order. */
export async function listChangesFrom(db: Db, sourceId: number): Promise<Change[]> {
  const rows = await changes(db)
    .where((where) =>
      where.exists(
        where
          .selectFrom('change_cause as origin')
          .select('origin.id')
          .whereRef('origin.change_id', '=', 'change.id')
          .where('origin.source_id', '=', sourceId),
      ),
    )
    .execute()
  return rows.map(fromRow)
}

/** The blocks that a report had once and has no more, each as it was; the one removed last comes first. */
export async function listRemovedBlocks(db: Db, reportId: number): Promise<Block[]> {
  const rows = await db
    .selectFrom((the) =>
      the
        .selectFrom('change')
        .distinctOn('block_id')
        .select(['id', 'operation', sql<Block | null>`change.block`.as('block')])
        .where('report_id', '=', reportId)
        .orderBy('block_id')
        .orderBy('id', 'desc')
        .as('latest'),
    )
    .select('block')
    .where('operation', '=', 'remove-block')
    .orderBy('id', 'desc')
    .execute()
  return rows.flatMap(({ block }) => block ?? [])
}

/** A change that an editor made by hand, with the causes that it was made for, and its maker's pseudonym. */
export type HandChange = { change: Change; causes: NamedCause[]; maker: string }

export async function listHandChanges(db: Db): Promise<HandChange[]> {
  const rows = await changes(db)
    .innerJoin('person', 'person.id', 'change.changed_by')
    .select('person.pseudonym as maker')
    .groupBy('person.pseudonym')
    .execute()
  return rows.map(({ maker, ...row }) => {
    const change = fromRow(row)
    return { maker, change, causes: change.causes.filter(isMadeFor) }
  })
}

function isMadeFor(cause: KnownCause): cause is Exclude<KnownCause, { kind: 'file' }> {
  return cause.kind !== 'file' && !(cause.kind === 'contribution' && cause.added)
}

/** What an editor did with a contribution as the cause of a change that was made before. */
export type CauseAct = {
  changeId: number
  contributionNumber: number
  at: Date
  pseudonym: string
}

/** Contributions that were named as causes after the change was made, also those taken back since. */
export function listAddedCauses(db: Db): Promise<CauseAct[]> {
  return causeActs(db, 'added').execute()
}

/** Contributions that were taken back as causes. */
export function listWithdrawnCauses(db: Db): Promise<CauseAct[]> {
  return causeActs(db, 'withdrawn').execute()
}

function causeActs(db: Db, act: 'added' | 'withdrawn') {
  return db
    .selectFrom('change_cause')
    .innerJoin('person', 'person.id', `change_cause.${act}_by`)
    .select(['change_cause.change_id as changeId', 'person.pseudonym'])
    .select(['change_cause.contribution_number as contributionNumber', `${act}_at as at`])
    .where('contribution_number', 'is not', null)
    .where(`${act}_at`, 'is not', null)
    .$narrowType<{ contributionNumber: number; at: Date }>()
    .orderBy('change_cause.id')
}
