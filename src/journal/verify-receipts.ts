import type { Db } from '../platform/db/connect.ts'
import { checkReceipt, isErased, type Receipt, type ReceiptProblem } from './receipt.ts'
import { findSealed } from './store.ts'

export type ReceiptFinding = { object: string; problem: ReceiptProblem }

/** A receipt that holds; of an erased entry it is the only one that can still prove what it said. */
export type ReceiptProof = { receipt: Receipt; erased: boolean }

/**
 * Compares each receipt with itself and with what the journal has in its place and at its head. A proof
 * is one only where `verifyJournal` finds nothing: it alone follows the chain from one to the other.
 */
export async function verifyReceipts(
  db: Db,
  receipts: readonly Receipt[],
): Promise<{ proofs: ReceiptProof[]; findings: ReceiptFinding[] }> {
  const proofs: ReceiptProof[] = []
  const findings: ReceiptFinding[] = []
  for (const receipt of receipts) {
    const entry = await findSealed(db, receipt.sequence)
    const head = await findSealed(db, receipt.head.sequence)
    const problem = checkReceipt(receipt, { entry, head })
    if (problem) findings.push({ object: `entry/${receipt.sequence}`, problem })
    else proofs.push({ receipt, erased: entry !== undefined && isErased(entry) })
  }
  return { proofs, findings }
}
