import type { Command } from 'commander'
import { verifyRecord, type RecordFinding } from '../editions/index.ts'
import { refuse, withProgram } from './with-program.ts'

export function addVerify(vivace: Command): void {
  vivace
    .command('verify')
    .description('check the journal’s chain, every edition and every contribution’s account')
    .action(verify)
}

function verify() {
  return withProgram(async ({ program: { db } }) => {
    const { entries, editions, contributions, findings } = await verifyRecord(db)
    process.stdout.write(
      `${entries} journal entries, ${editions} editions, ${contributions} contributions checked\n`,
    )
    for (const finding of findings) refuse(sayFinding(finding))
    if (findings.length === 0) process.stdout.write('nothing is wrong\n')
  })
}

function sayFinding(finding: RecordFinding): string {
  switch (finding.kind) {
    case 'journal':
      return `journal entry ${finding.sequence}: ${finding.problem}`
    case 'edition':
      return `edition ${finding.number} of ${finding.slug}: ${finding.problem}`
    case 'contribution':
      return `contribution ${finding.number}: ${finding.problem}`
  }
}
