import type { Db } from '../platform/db/connect.ts'
import { inBatches } from '../platform/db/in-batches.ts'
import type { ImportedConsultation } from './store.ts'
import type { ImportRow, Totals } from './import-rows.ts'
import {
  contributionValues,
  passageValues,
  revisionValues,
  type NewContribution,
} from '../contributions/index.ts'

export async function saveConsultation(
  tx: Db,
  consultation: Omit<ImportedConsultation, 'id'>,
): Promise<number> {
  const { id } = await tx
    .insertInto('consultation')
    .values({
      report_id: consultation.reportId,
      name: consultation.name,
      url: consultation.url,
      licence: consultation.licence,
      bill_sha256: Buffer.from(consultation.billSha256),
      contributions_sha256: Buffer.from(consultation.contributionsSha256),
      imported_at: consultation.importedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type SealedRow = Omit<ImportRow, 'said'> & { said: NewContribution & ImportRow['said'] }
export type SavedRow = SealedRow & { number: number }

/** Saves a few hundred contributions at once, with their words, places and totals. */
export async function saveImported(tx: Db, rows: readonly SealedRow[]): Promise<SavedRow[]> {
  const values = rows.map(({ said, totals }) => ({
    ...contributionValues(said),
    supports: totals.supports + totals.agree,
    state: said.state,
  }))
  const numbered = await tx
    .insertInto('contribution')
    .values(values)
    .returning(['number', 'source_key as key'])
    .execute()
  const numbers = new Map(numbered.map(({ number, key }) => [key, number]))
  const saved = rows.flatMap((row) => {
    const number = numbers.get(row.said.imported.key)
    return number === undefined ? [] : [{ ...row, number }]
  })
  await tx
    .insertInto('revision')
    .values(saved.map(({ number, said }) => revisionValues({ ...said, number })))
    .execute()
  const placed = saved.flatMap(({ number, said }) =>
    said.passage && said.editionId !== null
      ? [passageValues(number, said.editionId, said.passage)]
      : [],
  )
  if (placed.length > 0) await tx.insertInto('passage').values(placed).execute()
  await tx
    .insertInto('imported_total')
    .values(
      saved.map(({ number, said, totals }) => ({
        ...totals,
        consultation_id: said.imported.consultationId,
        contribution_number: number,
      })),
    )
    .execute()
  return saved
}

export async function saveTotalsOn(
  tx: Db,
  consultationId: number,
  articles: readonly { blockId: string; totals: Totals }[],
): Promise<void> {
  const rows = articles.map(({ blockId, totals }) => ({
    ...totals,
    consultation_id: consultationId,
    block_id: blockId,
  }))
  for (const batch of inBatches(rows)) await tx.insertInto('imported_total').values(batch).execute()
}

type SetAside = { numbers: readonly number[]; reason: string; at: Date }

/** The traces of what was withheld where it comes from: nobody here did it. */
export function saveSetAside(
  tx: Db,
  { numbers, reason, at }: SetAside,
): Promise<{ id: number; number: number }[]> {
  return tx
    .insertInto('moderation_decision')
    .values(
      numbers.map((number) => ({
        contribution_number: number,
        outcome: 'withheld' as const,
        revision: 1,
        reason,
        decided_at: at,
        as_withholding: true,
      })),
    )
    .returning(['id', 'contribution_number as number'])
    .execute()
}
