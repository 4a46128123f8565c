import type { ReportSubject } from '../reports/index.ts'
import { listReports } from '../reports/index.ts'
import { can } from '../permissions.ts'
import { sayDate, type Locale } from '../platform/messages.ts'
import type { Panel } from '../request.ts'
import { lastDay } from './last-day.ts'
import { isInForce, mayDelegate } from './role.ts'
import { sayRole, sayScope } from './say-role.ts'
import { listOwnGrants, type ShownGrant } from './store.ts'
import { addressesOf } from './team.ts'
import { words } from './words.ts'

/** On a report's workshop: the way to its team. */
export const teamLink: Panel<Pick<ReportSubject, 'report'>> = async (
  { locale, actor },
  { report },
) =>
  can(actor, 'team.read', { reportId: report.id }) ? (
    <a href={addressesOf(locale, { report }).team}>{words(locale)('team')}</a>
  ) : null

/** In somebody's account: their roles, what they may do with them, and where they keep a team. */
export const ownRoles: Panel<{ personId: number }> = async (
  { db, locale, actor, now },
  { personId },
) => {
  const grants = (await listOwnGrants(db, personId)).filter(
    // Mandates stand with their organisation.
    (grant) => grant.scope.kind !== 'organisation' && isInForce(grant, now),
  )
  const reports = await listReports(db)
  const say = words(locale)
  const titleOf = (id: number) => reports.find((report) => report.id === id)?.title
  const teams = [
    ...(can(actor, 'team.read', null) ? [{ report: null }] : []),
    ...reports
      .filter(({ id }) => grants.some(({ scope }) => scope.kind === 'report' && scope.id === id))
      .map((report) => ({ report })),
  ]
  return (
    <section aria-labelledby="own-roles">
      <h2 id="own-roles">{say('own-roles')}</h2>
      {grants.length === 0 && <p class="empty">{say('no-roles')}</p>}
      <ul class="team">
        {grants.map((grant) => (
          <OwnRole
            locale={locale}
            grant={grant}
            of={sayScope(locale, grant.scope, titleOf)}
            lendable={mayDelegate(actor, grant, now)}
          />
        ))}
      </ul>
      <ul>
        {teams.map((team) => (
          <li>
            <a href={addressesOf(locale, team).team}>
              {team.report ? say('team-of', { title: team.report.title }) : say('site-team')}
            </a>
          </li>
        ))}
        <li>
          <a href={`/${locale}/permissions`}>{say('permissions')}</a>
        </li>
      </ul>
    </section>
  )
}

type OwnRoleProps = { locale: Locale; grant: ShownGrant; of: string; lendable: boolean }

function OwnRole({ locale, grant, of, lendable }: OwnRoleProps) {
  const say = words(locale)
  const here = `/${locale}/account/roles/${grant.id}`
  const role = sayRole(locale, grant.role)
  return (
    <li>
      <p class="held">
        <strong>{role}</strong> <span>{of}</span>
      </p>
      {grant.until && (
        <p class="byline">
          {say('own-role-until', { until: sayDate(locale, lastDay(grant.until)) })}
        </p>
      )}
      <p class="actions">
        {lendable && <a href={`${here}/delegation`}>{say('lend', { role })}</a>}
        <a href={`${here}/end`}>{say('give-back', { role })}</a>
      </p>
    </li>
  )
}
