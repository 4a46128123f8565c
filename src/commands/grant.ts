import { Argument, Option, type Command } from 'commander'
import { z } from 'zod'
import { sealJournal } from '../journal/index.ts'
import { ensurePerson, helixSides, makeSignInLink } from '../people/index.ts'
import { grantRole, isGivenFor, reportDomain, siteDomain } from '../roles/index.ts'
import { grantedRoles, operator, rolesFor, scopesOfRole, type GrantedRole } from '../permissions.ts'
import { findReport } from '../reports/index.ts'
import { commandLocale, publicUrlOf } from './public-url.ts'
import { refuse } from './refuse.ts'
import { withProgram } from './with-program.ts'

/** Those of an organisation are given on its own page. */
const roles = grantedRoles.filter((role) => isGivenFor(role, 'report') || isGivenFor(role, 'site'))

const request = z.object({
  email: z.email().transform((address) => address.toLowerCase()),
  role: z.enum(roles),
  report: z.string().optional(),
  name: z.string().trim().min(1).max(80),
  side: z.enum(helixSides),
})

export function addGrant(people: Command): void {
  people
    .command('grant')
    .description('give a person a role, for a report or for the whole site')
    .argument('<email>')
    .addArgument(new Argument('<role>').choices(roles))
    .option('--report <slug>', 'for which report; without it the role is of the whole site')
    .requiredOption('--name <name>', 'public name, used if the person is new')
    .addOption(new Option('--side <side>', 'of the helix').choices(helixSides).default('political'))
    .addHelpText(
      'after',
      '\nPrints a link that signs in once. It leads to the server’s PUBLIC_URL, or without one to its HOST and PORT:' +
        '\nset what the server is started with.',
    )
    .action((email: string, role: string, given: object) => grant({ email, role, ...given }))
}

async function grant(given: unknown): Promise<void> {
  const parsed = request.safeParse(given)
  if (!parsed.success) {
    process.stderr.write(`${parsed.error.issues.map(({ message }) => message).join('\n')}\n`)
    process.exitCode = 2
    return
  }
  const { email, role, report: slug, name, side } = parsed.data
  await withProgram(async ({ program: { db }, config }) => {
    const report = slug === undefined ? null : await findReport(db, slug)
    if (report === undefined) return refuse(`There is no report ${slug}.`)
    if (!isGivenFor(role, report ? 'report' : 'site')) return refuse(sayMisplaced(role))
    const now = new Date()
    const domain = report ? reportDomain(report) : siteDomain
    const newcomer = {
      provider: 'email' as const,
      subject: email,
      displayName: name,
      helixSide: side,
      organisation: null,
      locale: commandLocale,
    }
    const personId = await ensurePerson(db, newcomer, now)
    const given = await grantRole(db, operator, { personId, role, domain }, now)
    if (given === 'banned') return refuse(`${email} is banned there: lift that first.`)
    await sealJournal(db)
    process.stdout.write(
      `${email} is ${given === 'given' ? 'now' : 'already'} ${role} of ${slug ?? 'the site'}\n`,
    )
    const returnTo = startOf(role, slug)
    const asked = { email, returnTo, locale: commandLocale }
    const link = await makeSignInLink(db, publicUrlOf(config), asked, now)
    process.stdout.write(`sign in once, within 24 hours: ${link}\n`)
    if (config.publicUrl === undefined) process.stderr.write(assumed(publicUrlOf(config)))
  })
}

/** Nobody but its operator knows where the server listens. */
function assumed(address: string): string {
  return `Where the server listens elsewhere than at ${address}, grant again with its HOST and PORT, or with its PUBLIC_URL.\n`
}

/** The workshop for those who work there; for others the page that says what they may do. */
function startOf(role: GrantedRole, slug: string | undefined): string {
  const works = rolesFor('workshop.open').includes(role)
  const home = `/${commandLocale}`
  if (works && slug !== undefined) return `${home}/workshop/reports/${slug}`
  return `${home}/permissions${slug === undefined ? '' : `?report=${slug}`}`
}

function sayMisplaced(role: GrantedRole): string {
  const kinds: readonly string[] = scopesOfRole[role]
  return kinds.includes('report')
    ? `${role} is a role for a report: name it with --report.`
    : `${role} is a role for the whole site: leave --report out.`
}
