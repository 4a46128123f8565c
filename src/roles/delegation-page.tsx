import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { SignInAgain } from '../ui/sign-in-again.tsx'
import { InvitationFields, type InvitationForm } from './invitation-fields.tsx'
import { sayProblems } from './say-problem.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  /** The role that is lent, and what it holds for, by name; null for a sender who is signed out. */
  lent: { role: string; of: string } | null
  form: Omit<InvitationForm, 'locale'>
}

/** Lending a role of one's own until a day. */
export function DelegationPage({ frame, lent, form }: Props) {
  const { locale } = frame
  const say = words(locale)
  const title = say('delegation-title')
  const { problems, latest } = form
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <Breadcrumb
        locale={locale}
        steps={[{ href: `/${locale}/account`, label: say('own-roles') }]}
      />
      <ErrorSummary locale={locale} problems={sayProblems({ locale, problems, latest })} />
      <h1>{title}</h1>
      {problems.includes('signed-out') && <SignInAgain locale={locale} />}
      {lent && <p>{say('delegation-lead', lent)}</p>}
      <form method="post" action={frame.path} class="stacked">
        <InvitationFields locale={locale} {...form} />
        <div class="actions">
          <button type="submit">{say('lend-it')}</button>
          <a href={`/${locale}/account`}>{say('leave-it')}</a>
        </div>
      </form>
    </Layout>
  )
}
