import { Hono, type Context } from 'hono'
import { NotFound, SignInNeeded } from '../platform/http/problems.ts'
import { findReportById } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { DelegationPage } from './delegation-page.tsx'
import { endGrant, roleToEnd, type EndingProblem } from './end-grant.ts'
import { EndingPage } from './ending-page.tsx'
import { findDomain } from './find-domain.ts'
import { parseInvitation } from './forms.ts'
import { latestDelegation, type TypedInvitation } from './invitation.ts'
import { delegateRole, requireDelegable } from './invite-person.ts'
import { idOf, requireGrant } from './requests.ts'
import type { ShownProblem } from './say-problem.ts'
import { sayRole } from './say-role.ts'
import { findGrant, type ShownGrant } from './store.ts'
import { words } from './words.ts'

const here = '/account/roles/:grant'

/** What somebody does with a role of their own: lend it for a time, give it back, end what they lent. */
export const ownRoleRoutes = new Hono<Env>()
  .get(`${here}/delegation`, async (c) => {
    if (c.var.actor.kind === 'visitor') throw new SignInNeeded()
    const typed = { email: '', locale: c.var.locale, role: '', until: '', message: '' }
    return showDelegation(c, typed, [])
  })
  .post(`${here}/delegation`, async (c) => {
    const typed = parseInvitation(await c.req.parseBody())
    const { db, actor, now, mailing, locale } = c.var
    if (actor.kind === 'visitor') return showDelegation(c, typed, ['signed-out'])
    const grant = await requireDelegable(db, actor, idOf(c, 'grant'), now)
    const domain = await findDomain(db, grant.scope)
    const title = await titleOf(c, grant)
    const lending = { mailing, domain, title, typed, grantId: grant.id }
    const lent = await delegateRole(db, actor, lending, now)
    if (lent.ok) return c.redirect(`/${locale}/permissions?done=role-lent`, 303)
    return showDelegation(c, typed, lent.problems)
  })
  .get(`${here}/end`, async (c) => showEnding(c, await requireOwn(c), null))
  .post(`${here}/end`, async (c) => {
    const grant = await requireOwn(c)
    const { db, actor, now, locale } = c.var
    const ended = await endGrant(db, actor, grant.id, now)
    if (ended.ok) return c.redirect(`/${locale}/permissions?done=role-ended`, 303)
    return showEnding(c, grant, ended.problem)
  })

async function titleOf(c: Context<Env>, { scope }: Pick<ShownGrant, 'scope'>) {
  if (scope.kind === 'site') return null
  return (await findReportById(c.var.db, scope.id))?.title ?? null
}

/** A role of the actor's own, or one that they lent; not found for others. */
async function requireOwn(c: Context<Env>): Promise<ShownGrant> {
  const { db, actor } = c.var
  if (actor.kind === 'visitor') throw new SignInNeeded()
  const grant = await requireGrant(c)
  const lentBy = grant.delegatedFrom === null ? null : await findGrant(db, grant.delegatedFrom)
  const own = grant.personId === actor.personId || lentBy?.personId === actor.personId
  if (!own || !(await roleToEnd(db, actor, grant))) throw new NotFound('grant')
  return grant
}

async function showEnding(c: Context<Env>, grant: ShownGrant, problem: EndingProblem | null) {
  const { locale, actor } = c.var
  const say = words(locale)
  const back = `/${locale}/account`
  const page = (
    <EndingPage
      frame={frameOf(c, `${back}/roles/${grant.id}/end`)}
      grant={grant}
      of={(await titleOf(c, grant)) ?? say('the-site')}
      own={grant.personId === actor.personId}
      steps={[{ href: back, label: say('own-roles') }]}
      back={back}
      problem={problem}
    />
  )
  return sendPage(c, page, problem ? 422 : 200)
}

async function showDelegation(
  c: Context<Env>,
  typed: TypedInvitation,
  problems: readonly ShownProblem[],
) {
  const { db, actor, now, locale, periods } = c.var
  const id = idOf(c, 'grant')
  const signedOut = problems.includes('signed-out')
  const grant = signedOut ? null : await requireDelegable(db, actor, id, now)
  const lent = grant && {
    role: sayRole(locale, grant.role),
    of: (await titleOf(c, grant)) ?? words(locale)('the-site'),
  }
  const page = (
    <DelegationPage
      frame={frameOf(c, `/${locale}/account/roles/${id}/delegation`)}
      lent={lent}
      form={{
        typed,
        problems,
        roles: null,
        latest: latestDelegation(grant?.until ?? null, now),
        daysKept: periods.invitations,
      }}
    />
  )
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}
