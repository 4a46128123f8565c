import { InvalidArgumentError, type Command } from 'commander'
import { z } from 'zod'
import { verifyRecord } from '../editions/index.ts'
import type { Head } from '../journal/index.ts'
import { refuse, withProgram } from './with-program.ts'

export function addVerify(vivace: Command): void {
  vivace
    .command('verify')
    .description(
      'compare the journal, every edition, contribution and answer, and the working text',
    )
    .option('--head <N:HASH>', 'a head that was kept: fails when it no longer stands', readHead)
    .action(verify)
}

const options = z.object({
  head: z.object({ sequence: z.number(), sha256: z.string() }).nullable().default(null),
})

function verify(given: unknown) {
  const { head: kept } = options.parse(given)
  return withProgram(async ({ program: { db } }) => {
    const found = await verifyRecord(db, new Date(), kept)
    const { entries, editions, contributions, findings } = found
    process.stdout.write(
      `${entries} journal entries, ${editions} editions, ${contributions} contributions checked\n`,
    )
    for (const { kind, object, problem } of findings) refuse(`${kind} ${object}: ${problem}`)
    if (findings.length === 0) process.stdout.write('nothing is wrong\n')
    process.stdout.write(sayLimits(found))
  })
}

type Limits = { waiting: number; erased: number; head: Head | null }

/** What was compared proves nothing beyond this. */
function sayLimits({ waiting, erased, head }: Limits): string {
  const lines = [
    ...(waiting > 0 ? [`${waiting} entries wait to be sealed`] : []),
    ...(erased > 0
      ? [`${erased} entries were erased: what they said can no longer be proved`]
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
