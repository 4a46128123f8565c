import { Command, CommanderError } from 'commander'
import { addConsultation } from './commands/consultation.ts'
import { addGrant } from './commands/grant.ts'
import { addImport } from './commands/import.ts'
import { addPublish } from './commands/publish.ts'
import { addStart } from './commands/start.ts'
import { addVerify } from './commands/verify.ts'

/** Exit codes: 0 done, 1 refused with a reason on stderr, 2 wrong use. Data on stdout, progress on stderr. */
const vivace = new Command('vivace')
  .description(
    'Living public reports: read by passage, contribute, answer, publish the next edition',
  )
  .exitOverride()

for (const add of [addStart, addImport, addPublish, addVerify, addGrant, addConsultation])
  add(vivace)

// Whoever reads may have read enough, as `| head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  await vivace.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  process.exitCode = error.exitCode === 0 ? 0 : 2
}
