import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { AskLinkForm, sayAskProblem, type AskProblem } from './ask-link-form.tsx'
import type { DemonstrationAccount } from './store.ts'
import type { PasskeyProblem } from './use-passkey.ts'
import { words } from './words.ts'

export type SignInProblem = AskProblem | { problem: 'unknown-account' | PasskeyProblem }

type Props = {
  frame: Frame
  accounts: DemonstrationAccount[]
  providers: readonly { key: string; name: string }[]
  /** The site is reached under a name, for which browsers make passkeys. */
  passkeys: boolean
  returnTo: string
  email: string
  problem: SignInProblem | null
  done: 'signed-out-everywhere' | null
  /** Whoever is signed in is to prove who they are before they go on. */
  again: boolean
}

/** The ways in: a link by mail, a passkey, providers and, on the demonstration, its accounts, one button each. */
export function SignInPage(props: Props) {
  const { frame, accounts, providers, passkeys, returnTo, email, problem, done, again } = props
  const say = words(frame.locale)
  const asked = problem && isOfAddress(problem) ? problem : null
  const title = problem ? say('refused-title', { title: say('title') }) : say('title')
  return (
    <Layout frame={frame} title={title} script={passkeys ? 'passkeys' : undefined}>
      <ErrorSummary locale={frame.locale} problems={problem ? [summarise(frame, problem)] : []} />
      <h1>{say('title')}</h1>
      <Notices frame={frame} done={done} again={again} />
      <section aria-labelledby="ask-title">
        <h2 id="ask-title">{say('ask-link-title')}</h2>
        <AskLinkForm locale={frame.locale} returnTo={returnTo} email={email} problem={asked} />
      </section>
      {passkeys && <UsePasskey frame={frame} returnTo={returnTo} />}
      {providers.length > 0 && (
        <Providers frame={frame} providers={providers} returnTo={returnTo} />
      )}
      {accounts.length > 0 && <Accounts frame={frame} accounts={accounts} returnTo={returnTo} />}
    </Layout>
  )
}

function Notices({ frame, done, again }: Pick<Props, 'frame' | 'done' | 'again'>) {
  const say = words(frame.locale)
  if (again) return <p class="notice">{say('sign-in-again')}</p>
  return <DoneNotice sentence={done && say(done)} />
}

function isOfAddress(problem: SignInProblem): problem is AskProblem {
  return problem.problem !== 'unknown-account' && !problem.problem.startsWith('passkey-')
}

function summarise({ locale }: Frame, problem: SignInProblem) {
  const say = words(locale)
  if (isOfAddress(problem)) return { field: 'email', sentence: sayAskProblem(locale, problem) }
  if (problem.problem === 'unknown-account') {
    return { field: 'accounts', sentence: say('unknown-account') }
  }
  const facts = { problem: problem.problem.replaceAll('-', '_'), count: 0 }
  return { field: 'content', sentence: say('passkey-problem', facts) }
}

/** Shown where a script can ask the device. */
function UsePasskey({ frame, returnTo }: Pick<Props, 'frame' | 'returnTo'>) {
  const say = words(frame.locale)
  const address = `/${frame.locale}/account/passkey-session`
  return (
    <form
      method="post"
      action={address}
      data-behaviour="use-passkey"
      data-failed={say('passkey-not-used')}
      hidden
    >
      <h2>{say('passkey-use-title')}</h2>
      <p>{say('passkey-use-note')}</p>
      <input type="hidden" name="return" value={returnTo} />
      <input type="hidden" name="credential" value="" />
      <output></output>
      <button class="quiet" type="submit">
        {say('passkey-use')}
      </button>
    </form>
  )
}

function Providers({
  frame,
  providers,
  returnTo,
}: Pick<Props, 'frame' | 'providers' | 'returnTo'>) {
  const say = words(frame.locale)
  const query = `return=${encodeURIComponent(returnTo)}`
  return (
    <section aria-labelledby="providers-title">
      <h2 id="providers-title">{say('providers-title')}</h2>
      <p>{say('providers-note')}</p>
      <ul class="accounts">
        {providers.map(({ key, name }) => (
          <li>
            <a class="button quiet" href={`/${frame.locale}/account/providers/${key}?${query}`}>
              {say('sign-in-with', { name })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Accounts({ frame, accounts, returnTo }: Pick<Props, 'frame' | 'accounts' | 'returnTo'>) {
  const say = words(frame.locale)
  return (
    <section id="accounts" aria-labelledby="accounts-title">
      <h2 id="accounts-title">{say('accounts-title')}</h2>
      <p>{say('demonstration')}</p>
      <form method="post" action={`/${frame.locale}/account/session`}>
        <input type="hidden" name="return" value={returnTo} />
        <ul class="accounts">
          {accounts.map((account) => (
            <li>
              <button class="quiet" type="submit" name="account" value={account.subject}>
                {say('sign-in-as', { name: account.displayName })}
              </button>
              <span>{describe(account, say)}</span>
            </li>
          ))}
        </ul>
      </form>
    </section>
  )
}

function describe(account: DemonstrationAccount, say: ReturnType<typeof words>): string {
  const roles = account.roles.map((role) => say('role', { role: role.replaceAll('-', '_') }))
  const side = account.helixSide && say('side', { side: account.helixSide })
  return [...roles, side, account.organisation].filter(Boolean).join(' · ')
}
