import { z } from 'zod'
import { receipt, receiptDocument, type Receipt } from './receipt.ts'

export type ReceiptFileProblem = 'no-receipt' | 'not-sealed-yet' | 'erased-before'

export type ReceiptsRead =
  | { ok: true; receipts: Receipt[] }
  | { ok: false; problem: ReceiptFileProblem }

const documents = z.array(receiptDocument).min(1)
const complete = z.array(receipt)

/** The receipts in a file: one, a list of them as it is downloaded, or one between the words of a mail. */
export function readReceipts(file: Uint8Array): ReceiptsRead {
  const found = documents.safeParse([parseJson(file)].flat()).data
  if (!found) return { ok: false, problem: 'no-receipt' }
  if (found.some(({ entry, head }) => entry === null || head === null)) {
    return { ok: false, problem: 'not-sealed-yet' }
  }
  const receipts = complete.safeParse(found).data
  return receipts ? { ok: true, receipts } : { ok: false, problem: 'erased-before' }
}

function parseJson(file: Uint8Array): unknown {
  const text = decode(file)
  return parse(text) ?? parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1))
}

function decode(file: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    return ''
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
