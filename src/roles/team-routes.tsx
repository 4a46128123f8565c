import { Hono, type Context } from 'hono'
import { authorize, can } from '../permissions.ts'
import { NotFound, SignInNeeded } from '../platform/http/problems.ts'
import { listReports } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { isSameScope, thingOf } from './domain.ts'
import { endGrant, roleToEnd, type EndingProblem } from './end-grant.ts'
import { EndingPage } from './ending-page.tsx'
import { parseInvitation } from './forms.ts'
import type { TypedInvitation } from './invitation.ts'
import { listInvitations } from './invitation-store.ts'
import { invitePerson } from './invite-person.ts'
import { idOf, requireGrant, requireTeam } from './requests.ts'
import { mayKeep, rolesToGive } from './role.ts'
import type { ShownProblem } from './say-problem.ts'
import { listGrantsOf, type ShownGrant } from './store.ts'
import { addressesOf, domainOf, stepsTo, type Team } from './team.ts'
import { doneOnTeam, TeamPage, type TeamProps } from './team-page.tsx'
import { withdrawInvitation } from './withdraw-invitation.ts'
import { words } from './words.ts'

const teams = ['/workshop/reports/:slug/team', '/admin/team'] as const

/** Keeping a team: a report's, or that of the whole site. */
export function teamRoutes() {
  const routes = new Hono<Env>()
  for (const here of teams) {
    routes
      .get(here, async (c) => showTeam(c, await requireTeam(c), { typed: null, problems: [] }))
      .post(`${here}/invitations`, sendInvitation)
      .post(`${here}/invitations/:invitation/withdrawal`, async (c) => {
        const team = await requireTeam(c)
        const { db, actor, now } = c.var
        const taken = { id: idOf(c, 'invitation'), domain: domainOf(team) }
        const withdrawn = await withdrawInvitation(db, actor, taken, now)
        return leadBack(c, team, withdrawn.ok ? 'withdrawn' : 'not-waiting')
      })
      .get(`${here}/:grant/end`, async (c) => showEnding(c, await requireEnding(c), null))
      .post(`${here}/:grant/end`, async (c) => {
        const ending = await requireEnding(c)
        const { db, actor, now } = c.var
        const ended = await endGrant(db, actor, ending.grant.id, now)
        if (ended.ok) return leadBack(c, ending.team, 'ended')
        return showEnding(c, ending, ended.problem)
      })
  }
  return routes
}

async function sendInvitation(c: Context<Env>) {
  const team = await requireTeam(c)
  const typed = parseInvitation(await c.req.parseBody())
  const { db, actor, now, mailing } = c.var
  if (actor.kind === 'visitor') return showTeam(c, team, { typed, problems: ['signed-out'] })
  const title = team.report?.title ?? null
  const inviting = { mailing, domain: domainOf(team), title, typed }
  const invited = await invitePerson(db, actor, inviting, now)
  if (invited.ok) return leadBack(c, team, 'invited')
  return showTeam(c, team, { typed, problems: invited.problems })
}

function leadBack(c: Context<Env>, team: Team, done: (typeof doneOnTeam)[number]) {
  return c.redirect(`${addressesOf(c.var.locale, team).team}?done=${done}`, 303)
}

const nothingTyped: TypedInvitation = { email: '', locale: '', role: '', until: '', message: '' }

type Inviting = { typed: TypedInvitation | null; problems: readonly ShownProblem[] }

/** A team with the form that invites; whoever is signed out meanwhile sees their own words and no more. */
async function showTeam(c: Context<Env>, team: Team, { typed, problems }: Inviting) {
  const { db, actor, locale } = c.var
  const { scope } = domainOf(team)
  const form = {
    typed: typed ?? { ...nothingTyped, locale },
    problems,
    roles: rolesToGive(actor, scope),
    latest: null,
    daysKept: c.var.periods.invitations,
  }
  if (problems.includes('signed-out')) {
    const shown = { grants: [], reports: [], inviting: { invitations: [], form } }
    return sendTeam(c, team, shown, problems)
  }
  authorize(actor, 'team.read', thingOf(scope))
  const inviting = can(actor, 'person.invite', thingOf(scope))
    ? { invitations: await listInvitations(db, scope), form }
    : null
  const grants = await listGrantsOf(db, scope)
  const reports = team.report ? [] : await listReports(db)
  return sendTeam(c, team, { grants, reports, inviting }, problems)
}

function sendTeam(
  c: Context<Env>,
  team: Team,
  shown: Pick<TeamProps, 'grants' | 'reports' | 'inviting'>,
  problems: readonly ShownProblem[],
) {
  const { actor, now, locale } = c.var
  const page = (
    <TeamPage
      frame={frameOf(c, addressesOf(locale, team).team)}
      report={team.report}
      now={now}
      mayEnd={(grant) => mayKeep(actor, grant.role, grant.scope)}
      done={problems.length > 0 ? null : chooseDone(doneOnTeam, c.req.query('done'))}
      {...shown}
    />
  )
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}

type Ending = { team: Team; grant: ShownGrant }

/** A role of the team of the address, for those who may end it; not found for others. */
async function requireEnding(c: Context<Env>): Promise<Ending> {
  const team = await requireTeam(c)
  const { db, actor } = c.var
  if (actor.kind === 'visitor') throw new SignInNeeded()
  const grant = await requireGrant(c)
  if (!isSameScope(grant.scope, domainOf(team).scope)) throw new NotFound('grant')
  if (!(await roleToEnd(db, actor, grant))) throw new NotFound('grant')
  return { team, grant }
}

function showEnding(c: Context<Env>, { team, grant }: Ending, problem: EndingProblem | null) {
  const { locale } = c.var
  const there = addressesOf(locale, team)
  const page = (
    <EndingPage
      frame={frameOf(c, there.ending(grant.id))}
      grant={grant}
      of={team.report?.title ?? words(locale)('the-site')}
      own={false}
      steps={[
        ...stepsTo(locale, team),
        { href: there.team, label: words(locale)(team.report ? 'team' : 'site-team') },
      ]}
      back={there.team}
      problem={problem}
    />
  )
  return sendPage(c, page, problem ? 422 : 200)
}
