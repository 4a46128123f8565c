import { Command, CommanderError } from 'commander'

/** Exit codes: 0 done, 1 refused with a reason on stderr, 2 wrong use. Data on stdout, progress on stderr. */
const vivace = new Command('vivace')
  .description(
    'Living public reports: read by passage, contribute, answer, publish the next edition',
  )
  .exitOverride()

/** By their names; each loads what it needs, which is little where there is no database. */
const commands = new Map<string, () => Promise<(program: Command) => void>>([
  ['start', async () => (await import('./commands/start.ts')).addStart],
  ['import', async () => (await import('./commands/import.ts')).addImport],
  ['publish', async () => (await import('./commands/publish.ts')).addPublish],
  ['verify', async () => (await import('./commands/verify.ts')).addVerify],
  ['people', async () => (await import('./commands/people.ts')).addPeople],
  ['consultation', async () => (await import('./commands/consultation.ts')).addConsultation],
  ['redline', async () => (await import('./commands/redline.ts')).addRedline],
  ['carry', async () => (await import('./commands/carry.ts')).addCarry],
  ['blocks', async () => (await import('./commands/blocks.ts')).addBlocks],
])
const asked = commands.get(process.argv[2] ?? '')
// The help tells of all.
for (const load of asked ? [asked] : commands.values()) (await load())(vivace)

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
