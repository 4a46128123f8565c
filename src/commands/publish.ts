import type { Command } from 'commander'
import { z } from 'zod'
import { publishEdition, type PublicationProblem } from '../editions/index.ts'
import { sealJournal } from '../journal/index.ts'
import { actorOf, findPersonByIdentity, listGrants } from '../people/index.ts'
import { can } from '../permissions.ts'
import { findReport } from '../reports/index.ts'
import { refuse } from './refuse.ts'
import { withProgram } from './with-program.ts'

const options = z.object({ report: z.string(), as: z.string(), althoughUnanswered: z.boolean() })

const refusals: Record<PublicationProblem, string> = {
  'no-working-text':
    'There is no text to publish: import a file, or insert passages in the workshop.',
  'nothing-new': 'Nothing has changed and nothing was answered since the last edition.',
  'unanswered-not-confirmed':
    'Contributions wait for an answer: answer them, or publish with --although-unanswered.',
  'changed-meanwhile': 'The text or its answers changed meanwhile: try again.',
}

export function addPublish(vivace: Command): void {
  vivace
    .command('publish')
    .description('freeze the working text as the next edition')
    .requiredOption('--report <slug>')
    .requiredOption('--as <email>', 'who signs: an editor-in-chief of the report')
    .option('--although-unanswered', 'publish although contributions wait for an answer', false)
    .action((given: unknown) => publish(options.parse(given)))
}

function publish({ report: slug, as: email, althoughUnanswered }: z.infer<typeof options>) {
  return withProgram(async ({ program: { db } }) => {
    const now = new Date()
    const report = await findReport(db, slug)
    if (!report) return refuse(`There is no report ${slug}.`)
    const person = await findPersonByIdentity(db, 'email', email.toLowerCase())
    const actor = person && actorOf(person, await listGrants(db, person.id, now))
    if (!actor || !can(actor, 'edition.publish', { reportId: report.id })) {
      return refuse(`${email} may not publish ${slug}: see vivace people grant --help.`)
    }
    const request = { report, unansweredConfirmed: althoughUnanswered, seen: null }
    const published = await publishEdition(db, actor, request, now)
    if (!published.ok) return refuse(refusals[published.problem])
    await sealJournal(db)
    process.stdout.write(`edition ${published.number} of ${slug} is published\n`)
  })
}
