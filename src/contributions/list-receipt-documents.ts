import type { ReceiptDocument } from '../journal/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { receiptDocument } from './receipt.ts'
import { listReceiptsOf } from './receipt-store.ts'
import { readReceipt } from './send-receipt.ts'

/** The receipts that somebody has of all their acts that are sealed, complete. */
export async function listReceiptDocuments(db: Db, personId: number): Promise<ReceiptDocument[]> {
  const documents: ReceiptDocument[] = []
  for (const { entryId, sequence } of await listReceiptsOf(db, personId)) {
    const kept = sequence === null ? undefined : await readReceipt(db, entryId)
    if (kept) documents.push(receiptDocument(kept))
  }
  return documents
}
