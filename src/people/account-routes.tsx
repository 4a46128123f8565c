import { Hono, type Context } from 'hono'
import { SignInNeeded } from '../platform/http/problems.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { frameOf, sendPage, showPanels, viewingOf, type Env, type Panel } from '../request.ts'
import { accountDone, AccountPage } from './account-page.tsx'
import { accountProfileForm } from './forms.ts'
import { checkProfile, type ProfileProblem, type TypedProfile } from './profile.ts'
import { nameWay, meansOf } from './name-way.ts'
import { listPasskeys } from './passkey-store.ts'
import { relyingPartyOf } from './passkey.ts'
import { readSessionCookie } from './session-cookie.ts'
import { listSessions } from './session-store.ts'
import type { Offer } from './sign-in-routes.tsx'
import { findAccount, saveProfile, type Account } from './store.ts'
import { listWays, type Way } from './way-store.ts'
import { isUsable } from './way.ts'
import type { ListedWay } from './ways-section.tsx'
import { sha256 } from '../platform/canonical.ts'

/** What modules above set into everybody's own account. */
export type AccountPanels = { account: readonly Panel<{ personId: number }>[] }

type Options = Offer & { panels: AccountPanels }

/** One's own account: nobody else has a way to it, so that no role is asked. */
export function accountRoutes(options: Options) {
  return new Hono<Env>()
    .get('/account', async (c) => {
      const account = await requireAccount(c)
      const typed = {
        name: account.displayName,
        side: account.helixSide ?? '',
        organisation: account.organisation ?? '',
        locale: account.locale,
      }
      return showAccount(c, options, { account, typed, problems: [] })
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
      if (!checked.ok) return showAccount(c, options, { account, typed, ...checked })
      const profile = { ...checked.profile, locale: typed.locale }
      await saveProfile(c.var.db, account.id, profile)
      return c.redirect(`/${locale}/account?done=profile-saved`, 303)
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

async function showAccount(c: Context<Env>, { panels, ...offer }: Options, shown: Shown) {
  const { account, typed, problems } = shown
  const page = (
    <AccountPage
      frame={frameOf(c, `/${c.var.locale}/account`)}
      {...await listOwn(c, offer, account.id)}
      typed={typed}
      problems={problems}
      done={problems.length > 0 ? null : chooseDone(accountDone, c.req.query('done'))}
      panels={await showPanels(panels.account, viewingOf(c), { personId: account.id })}
    />
  )
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}

/** What a person has to come in with, and where they are in. */
async function listOwn(c: Context<Env>, offer: Offer, personId: number) {
  const { db, locale, now } = c.var
  const ways = await listWays(db, personId)
  const here = sha256(readSessionCookie(c) ?? '')
  const sessions = await listSessions(db, personId, now)
  return {
    ways: ways.map((way) => ({
      id: way.id,
      name: nameWay(locale, way, offer),
      kind: kindOf(way),
      usable: isUsable(way, meansOf(offer)),
    })),
    passkeys: await listPasskeys(db, personId),
    makesPasskeys: relyingPartyOf(c.var.publicUrl) !== null,
    addable: offer.providers.filter(({ issuer }) => !ways.some((way) => way.provider === issuer)),
    sessions: sessions.map((session) => ({ ...session, isThis: session.tokenSha256.equals(here) })),
  }
}

function kindOf({ provider }: Way): ListedWay['kind'] {
  return provider === 'email' || provider === 'demonstration' ? provider : 'provider'
}
