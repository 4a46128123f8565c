import { Hono, type Context } from 'hono'
import { SignInNeeded } from '../platform/http/problems.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { frameOf, sendPage, showPanels, viewingOf, type Env, type Panel } from '../request.ts'
import { AccountPage } from './account-page.tsx'
import { accountProfileForm } from './forms.ts'
import { checkProfile, type ProfileProblem, type TypedProfile } from './profile.ts'
import { clearSessionCookie } from './session-cookie.ts'
import { deleteSessions, findAccount, saveProfile, type Account } from './store.ts'

/** What modules above set into everybody's own account. */
export type AccountPanels = { account: readonly Panel<{ personId: number }>[] }

type Options = { secure: boolean; panels: AccountPanels }

/** One's own account: nobody else has a way to it, so that no role is asked. */
export function accountRoutes({ secure, panels }: Options) {
  return new Hono<Env>()
    .get('/account', async (c) => {
      const account = await requireAccount(c)
      const typed = {
        name: account.displayName,
        side: account.helixSide ?? '',
        organisation: account.organisation ?? '',
        locale: account.locale,
      }
      return showAccount(c, panels, { account, typed, problems: [] })
    })
    .post('/account/profile', async (c) => {
      const { locale } = c.var
      if (c.var.actor.kind === 'visitor') {
        const back = encodeURIComponent(`/${locale}/account`)
        return c.redirect(`/${locale}/account/sign-in?return=${back}`, 303)
      }
      const account = await requireAccount(c)
      const form = accountProfileForm.parse(await c.req.parseBody())
      const typed = { ...form, locale: form.locale ?? account.locale }
      const checked = checkProfile(typed)
      if (!checked.ok) return showAccount(c, panels, { account, typed, ...checked })
      const profile = { ...checked.profile, locale: typed.locale }
      await saveProfile(c.var.db, account.id, profile)
      return c.redirect(`/${locale}/account?done=profile-saved`, 303)
    })
    .post('/account/sessions/end', async (c) => {
      const { personId } = c.var.actor
      if (personId !== null) await deleteSessions(c.var.db, personId)
      clearSessionCookie(c, secure)
      return c.redirect(`/${c.var.locale}/account/sign-in?done=signed-out-everywhere`, 303)
    })
}

async function requireAccount(c: Context<Env>): Promise<Account> {
  const { db, actor } = c.var
  const account = actor.personId === null ? undefined : await findAccount(db, actor.personId)
  if (!account) throw new SignInNeeded()
  return account
}

type Shown = {
  account: Account
  typed: TypedProfile & { locale: string }
  problems: ProfileProblem[]
}

async function showAccount(c: Context<Env>, panels: AccountPanels, shown: Shown) {
  const { account, typed, problems } = shown
  const page = (
    <AccountPage
      frame={frameOf(c, `/${c.var.locale}/account`)}
      emails={account.emails}
      typed={typed}
      problems={problems}
      done={problems.length > 0 ? null : chooseDone(['profile-saved'], c.req.query('done'))}
      panels={await showPanels(panels.account, viewingOf(c), { personId: account.id })}
    />
  )
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}
