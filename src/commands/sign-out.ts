import type { Command } from 'commander'
import { z } from 'zod'
import { endAllSessions, endSessionsOf } from '../people/index.ts'
import { refuse } from './refuse.ts'
import { withProgram } from './with-program.ts'

export function addSignOut(people: Command): void {
  people
    .command('sign-out')
    .description('end all sessions of a person, or everybody’s')
    .argument('[email]')
    .option('--all', 'of everybody')
    .action((email: string | undefined, { all }: { all?: true }) => signOut(email, all ?? false))
}

async function signOut(email: string | undefined, all: boolean): Promise<void> {
  const address = z.email().toLowerCase().optional().safeParse(email)
  if (!address.success || (address.data === undefined) !== all) {
    process.stderr.write('Name one e-mail address, or --all.\n')
    process.exitCode = 2
    return
  }
  await withProgram(async ({ program: { db } }) => {
    const { data: whose } = address
    const ended = whose === undefined ? await endAllSessions(db) : await endSessionsOf(db, whose)
    if (ended === undefined) return refuse(`Nobody signs in here by ${whose}.`)
    process.stdout.write(`${ended} sessions ended\n`)
  })
}
