import type { Report } from '../reports/index.ts'
import { inLanguage } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { SignInAgain } from '../ui/sign-in-again.tsx'
import { InvitationFields, type InvitationForm } from './invitation-fields.tsx'
import type { Invitation } from './invitation.ts'
import { InvitationList } from './invitation-list.tsx'
import { isInForce, type HeldGrant } from './role.ts'
import { sayProblems } from './say-problem.ts'
import type { ShownGrant } from './store.ts'
import { FormerRoles, RolesInForce } from './team-lists.tsx'
import { addressesOf, stepsTo, type Team } from './team.ts'
import { words } from './words.ts'

export const doneOnTeam = ['invited', 'withdrawn', 'not-waiting', 'ended'] as const

export type TeamProps = Team & {
  frame: Frame
  now: Date
  grants: readonly ShownGrant[]
  /** Whether the reader may end it. */
  mayEnd: (grant: HeldGrant) => boolean
  /** Null where the reader sees the team and invites nobody. */
  inviting: { invitations: readonly Invitation[]; form: Omit<InvitationForm, 'locale'> } | null
  /** Of the site's team: the reports, each with its own. */
  reports: readonly Report[]
  done: (typeof doneOnTeam)[number] | null
}

/** Who has which role, until when; and whom one invites to have one. */
export function TeamPage(props: TeamProps) {
  const { frame, report, now, grants, inviting, reports, done } = props
  const { locale } = frame
  const say = words(locale)
  const title = say(report ? 'team' : 'site-team')
  const problems = inviting?.form.problems ?? []
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <Breadcrumb locale={locale} steps={stepsTo(locale, props)} />
      <ErrorSummary locale={locale} problems={sayProblems({ locale, problems, latest: null })} />
      <h1>{title}</h1>
      <DoneNotice sentence={done && say(done)} />
      {problems.includes('signed-out') && <SignInAgain locale={locale} />}
      <p>
        <a href={`/${locale}/permissions${report ? `?report=${report.slug}` : ''}`}>
          {say('what-roles-open')}
        </a>
      </p>
      <RolesInForce {...props} grants={grants.filter((grant) => isInForce(grant, now))} />
      <FormerRoles {...props} grants={grants.filter((grant) => !isInForce(grant, now))} />
      {inviting && (
        <>
          <InvitationList {...props} invitations={inviting.invitations} />
          <Inviting {...props} form={inviting.form} />
        </>
      )}
      <ReportTeams {...props} reports={reports} />
    </Layout>
  )
}

function Inviting({ frame, report, form }: TeamProps & { form: Omit<InvitationForm, 'locale'> }) {
  const say = words(frame.locale)
  return (
    <section aria-labelledby="invite-title">
      <h2 id="invite-title">{say('invite')}</h2>
      <p>{say('invite-lead')}</p>
      <form
        method="post"
        action={addressesOf(frame.locale, { report }).invitations}
        class="stacked"
      >
        <InvitationFields locale={frame.locale} {...form} />
        <button type="submit">{say('send-invitation')}</button>
      </form>
    </section>
  )
}

function ReportTeams({ frame, reports }: Pick<TeamProps, 'frame' | 'reports'>) {
  if (reports.length === 0) return null
  return (
    <section aria-labelledby="reports-title">
      <h2 id="reports-title">{words(frame.locale)('reports')}</h2>
      <ul>
        {reports.map((report) => (
          <li>
            <a href={addressesOf(frame.locale, { report }).team} {...inLanguage(report.lang)}>
              {report.title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
