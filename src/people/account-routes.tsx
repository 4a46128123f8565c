import { Hono, type Context } from 'hono'
import { inTransaction } from '../platform/db/transaction.ts'
import { SignInNeeded } from '../platform/http/problems.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { frameOf, sendPage, showPanels, viewingOf, type Env, type Panel } from '../request.ts'
import { AccountPage, doneHere } from './account-page.tsx'
import { saveAbout, saveTrueName } from './about-store.ts'
import { checkAbout, type AboutProblem, type TypedAbout } from './about.ts'
import { parseAccountProfile, trueNameForm } from './forms.ts'
import { checkProfile, type ProfileProblem, type TypedProfile } from './profile.ts'
import { checkTrueName, type TrueNameProblem } from './true-name.ts'
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
      return showAccount(c, panels, { account, typed: typedOf(account), problems: [] })
    })
    .post('/account/profile', async (c) => {
      const { locale } = c.var
      if (c.var.actor.kind === 'visitor') {
        const back = encodeURIComponent(`/${locale}/account`)
        return c.redirect(`/${locale}/account/sign-in?return=${back}`, 303)
      }
      const account = await requireAccount(c)
      const form = parseAccountProfile(await c.req.parseBody({ all: true }))
      const typed = { ...form, locale: form.locale ?? account.locale }
      const [checked, about] = [checkProfile(typed), checkAbout(typed)]
      if (!checked.ok || !about.ok) {
        const problems = [...problemsOf(checked), ...problemsOf(about)]
        return showAccount(c, panels, { account, typed, problems })
      }
      const profile = { ...checked.profile, locale: typed.locale }
      await inTransaction(c.var.db, async (tx) => {
        await saveProfile(tx, account.id, profile)
        await saveAbout(tx, account.id, about.about)
      })
      return c.redirect(`/${locale}/account?done=profile-saved`, 303)
    })
    .post('/account/true-name', async (c) => {
      const account = await requireAccount(c)
      const { trueName: typedName } = trueNameForm.parse(await c.req.parseBody())
      const checked = checkTrueName(typedName)
      // Left empty, it is taken back.
      if (!checked.ok && checked.problem !== 'no-true-name') {
        const { problem } = checked
        const typed = typedOf(account)
        return showAccount(c, panels, { account, typed, typedName, problems: [problem] })
      }
      await saveTrueName(c.var.db, account.id, checked.ok ? checked.trueName : null)
      return c.redirect(`/${c.var.locale}/account?done=true-name-saved`, 303)
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

function typedOf(account: Account): TypedAccount {
  return {
    name: account.displayName,
    side: account.helixSide ?? '',
    organisation: account.organisation ?? '',
    territory: account.territory ?? '',
    languages: account.languages,
    office: account.office?.kind ?? '',
    officeTitle: account.office?.title ?? '',
    locale: account.locale,
  }
}

type Checked<Problem> = { ok: true } | { ok: false; problems: Problem[] }

function problemsOf<Problem>(checked: Checked<Problem>): Problem[] {
  return checked.ok ? [] : checked.problems
}

type TypedAccount = TypedProfile & TypedAbout & { locale: string }

type Shown = {
  account: Account
  typed: TypedAccount
  /** What was typed as a true name, where that was refused. */
  typedName?: string
  problems: (ProfileProblem | AboutProblem | TrueNameProblem)[]
}

async function showAccount(c: Context<Env>, panels: AccountPanels, shown: Shown) {
  const { account, typed, typedName = account.trueName ?? '', problems } = shown
  const page = (
    <AccountPage
      frame={frameOf(c, `/${c.var.locale}/account`)}
      emails={account.emails}
      typed={typed}
      trueName={typedName}
      problems={problems}
      done={problems.length > 0 ? null : chooseDone(doneHere, c.req.query('done'))}
      panels={await showPanels(panels.account, viewingOf(c), { personId: account.id })}
    />
  )
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}
