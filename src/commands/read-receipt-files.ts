import { createReadStream } from 'node:fs'
import { readReceipts, type Receipt, type ReceiptFileProblem } from '../journal/index.ts'
import { refuse } from './refuse.ts'

const refusals: Record<ReceiptFileProblem | 'unreadable' | 'too-large', string> = {
  unreadable: 'cannot be read.',
  'too-large': 'is over 1 MB long: no receipt is.',
  'no-receipt': 'holds no receipt: give the file as it was downloaded, or the text of one mail.',
  'not-sealed-yet': 'holds a receipt that was not sealed yet: download it again.',
  'erased-before':
    'holds a receipt made after what it says was erased: nothing can be recomputed from it.',
}

/** The receipts in those files; undefined, after a sentence for each, when some are refused. */
export async function readReceiptFiles(paths: readonly string[]): Promise<Receipt[] | undefined> {
  const receipts: Receipt[] = []
  let refused = false
  for (const path of paths) {
    const read = await readReceiptFile(path)
    if (read.ok) receipts.push(...read.receipts)
    else refuse(`${path} ${refusals[read.problem]}`)
    refused ||= !read.ok
  }
  return refused ? undefined : receipts
}

async function readReceiptFile(path: string) {
  const file = await readUpTo(megabyte, path).catch(() => 'unreadable' as const)
  return typeof file === 'string' ? { ok: false as const, problem: file } : readReceipts(file)
}

const megabyte = 1024 * 1024

async function readUpTo(limit: number, path: string): Promise<Buffer | 'too-large'> {
  const stream: AsyncIterable<Buffer> = path === '-' ? process.stdin : createReadStream(path)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > limit) return 'too-large'
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
