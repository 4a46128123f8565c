import { InvalidArgumentError, type Command } from 'commander'
import { z } from 'zod'
import { verifyFiles, type FileFinding } from '../attachments/index.ts'
import { verifyRecord, type RecordFinding } from '../editions/index.ts'
import type { Head, ReceiptProblem, ReceiptProof } from '../journal/index.ts'
import { readReceiptFiles } from './read-receipt-files.ts'
import { refuse } from './refuse.ts'
import { withProgram } from './with-program.ts'

export function addVerify(vivace: Command): void {
  vivace
    .command('verify')
    .description(
      'compare the journal, every edition, contribution and answer, and the working text',
    )
    .option('--head <N:HASH>', 'a head that was kept: fails when it no longer stands', readHead)
    .option(
      '--receipt <file>',
      'a receipt that was kept, as it was downloaded or mailed (- reads it from standard input): ' +
        'fails when it no longer proves its act; may be given several times',
      (file: string, files: string[]) => [...files, file],
      [],
    )
    .action(verify)
}

const options = z.object({
  receipt: z.array(z.string()),
  head: z.object({ sequence: z.number(), sha256: z.string() }).nullable().default(null),
})

async function verify(given: unknown): Promise<void> {
  const { head: kept, receipt: files } = options.parse(given)
  const receipts = await readReceiptFiles(files)
  if (!receipts) return
  await withProgram(async ({ program: { db, files: store } }) => {
    const found = await verifyRecord(db, new Date(), kept, receipts)
    const { entries, editions, contributions, proofs } = found
    const attached = await verifyFiles(db, store)
    const findings = [...found.findings, ...attached.findings]
    process.stdout.write(
      `${entries} journal entries, ${editions} editions, ${attached.count} files, ${contributions} contributions checked\n`,
    )
    for (const finding of findings) refuse(sayFinding(finding))
    if (findings.length === 0) process.stdout.write('nothing is wrong\n')
    process.stdout.write(proofs.map(sayProof).join(''))
    process.stdout.write(sayLimits(found))
  })
}

const receiptProblems: Record<ReceiptProblem, string> = {
  'does-not-hold': 'the receipt itself was altered: its hashes are not those of what it says',
  'entry-missing': 'the journal has no entry of that number',
  'entry-rewritten':
    'the journal has another entry in its place: it was rewritten, or the receipt is of another one',
  'rewritten-before': 'its entry says the same, but what stands before it was rewritten',
  'payload-altered': 'its entry has that hash, but not what it said',
  'head-missing': 'its entry stands, but the journal ends before the head that it was given with',
  'rewritten-up-to-head':
    'its entry stands, but what follows, up to the head that it was given with, was rewritten',
}

function sayFinding(finding: RecordFinding | FileFinding): string {
  const { kind, object, problem } = finding
  const meaning = finding.kind === 'receipt' ? ` (${receiptProblems[finding.problem]})` : ''
  return `${kind} ${object}: ${problem}${meaning}`
}

function sayProof({ receipt, erased }: ReceiptProof): string {
  const { sequence, at, action, object, head } = receipt
  const only = erased ? ' (what it said was erased there, and only the receipt still tells it)' : ''
  return (
    `receipt entry/${sequence}: ${action} of ${object} at ${at} is in the journal${only}, ` +
    `and the chain up to ${head.sequence}:${head.hash} stands as it was when it was given\n`
  )
}

type Limits = { waiting: number; erased: number; head: Head | null; proofs: readonly unknown[] }

/** What was compared proves nothing beyond this. */
function sayLimits({ waiting, erased, head, proofs }: Limits): string {
  const lines = [
    ...(waiting > 0 ? [`${waiting} entries wait to be sealed`] : []),
    ...(erased > 0
      ? [`${erased} entries were erased: what they said can no longer be proved`]
      : []),
    ...(proofs.length > 0
      ? ['a receipt proves nothing of the entries after the head that it was given with']
      : []),
    ...(head
      ? [
          `sequence ${head.sequence}, hash ${head.sha256}: keep it, and compare it next time`,
          `  vivace verify --head ${head.sequence}:${head.sha256}`,
          'a chain alone cannot show that its last entries were cut off with what they speak of',
        ]
      : []),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function readHead(text: string): Head {
  const [, sequence, sha256] = /^([1-9]\d{0,9}):([0-9a-f]{64})$/.exec(text.toLowerCase()) ?? []
  if (sequence === undefined || sha256 === undefined) {
    throw new InvalidArgumentError('It is a sequence and a hash, as verify prints them: N:HASH.')
  }
  return { sequence: Number(sequence), sha256 }
}
