import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { DemonstrationAccount } from './store.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  accounts: DemonstrationAccount[]
  returnTo: string
  problem: 'unknown-account' | null
}

/** The ways in; on the demonstration, its accounts, one button each. */
export function SignInPage({ frame, accounts, returnTo, problem }: Props) {
  const say = words(frame.locale)
  const problems = problem ? [{ field: 'accounts', sentence: say(problem) }] : []
  return (
    <Layout frame={frame} title={say('title')}>
      <ErrorSummary locale={frame.locale} problems={problems} />
      <h1>{say('title')}</h1>
      {accounts.length === 0 ? (
        <p class="empty">{say('no-way-in')}</p>
      ) : (
        <section id="accounts">
          <p>{say('demonstration')}</p>
          <form method="post" action={`/${frame.locale}/account/session`}>
            <input type="hidden" name="return" value={returnTo} />
            <ul class="accounts">
              {accounts.map((account) => (
                <li>
                  <button type="submit" name="account" value={account.subject}>
                    {say('sign-in-as', { name: account.displayName })}
                  </button>
                  <span>{describe(account, say)}</span>
                </li>
              ))}
            </ul>
          </form>
        </section>
      )}
    </Layout>
  )
}

function describe(account: DemonstrationAccount, say: ReturnType<typeof words>): string {
  const roles = account.roles.map((role) => say('role', { role: role.replaceAll('-', '_') }))
  const side = say('side', { side: account.helixSide })
  return [...roles, side, account.organisation].filter(Boolean).join(' · ')
}
