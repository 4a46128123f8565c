import { Hono, type Context } from 'hono'
import { inTransaction } from '../platform/db/transaction.ts'
import { SignInNeeded } from '../platform/http/problems.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { frameOf, sendPage, showPanels, viewingOf, type Env, type Panel } from '../request.ts'
import { sha256 } from '../platform/canonical.ts'
import { accountDone, AccountPage } from './account-page.tsx'
import { saveAbout, saveTrueName } from './about-store.ts'
import { checkAbout, type AboutProblem, type TypedAbout } from './about.ts'
import { parseAccountProfile, trueNameForm } from './forms.ts'
import { checkProfile, type ProfileProblem, type TypedProfile } from './profile.ts'
import { checkTrueName, type TrueNameProblem } from './true-name.ts'
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

/** What modules above set into everybody's own account. */
export type AccountPanels = { account: readonly Panel<{ personId: number }>[] }

type Options = Offer & { panels: AccountPanels }

/** One's own account: nobody else has a way to it, so that no role is asked. */
export function accountRoutes(options: Options) {
  return new Hono<Env>()
    .get('/account', async (c) => {
      const account = await requireAccount(c)
      return showAccount(c, options, { account, typed: typedOf(account), problems: [] })
    })
    .post('/account/profile', async (c) => {
      const { locale } = c.var
      const account = await requireAccount(c)
      const form = parseAccountProfile(await c.req.parseBody({ all: true }))
      const typed = { ...form, locale: form.locale ?? account.locale }
      const [checked, about] = [checkProfile(typed), checkAbout(typed)]
      if (!checked.ok || !about.ok) {
        const problems = [...problemsOf(checked), ...problemsOf(about)]
        return showAccount(c, options, { account, typed, problems })
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
        return showAccount(c, options, { account, typed, typedName, problems: [problem] })
      }
      await saveTrueName(c.var.db, account.id, checked.ok ? checked.trueName : null)
      return c.redirect(`/${c.var.locale}/account?done=true-name-saved`, 303)
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

async function showAccount(c: Context<Env>, { panels, ...offer }: Options, shown: Shown) {
  const { account, typed, typedName = account.trueName ?? '', problems } = shown
  const page = (
    <AccountPage
      frame={frameOf(c, `/${c.var.locale}/account`)}
      {...await listOwn(c, offer, account.id)}
      typed={typed}
      trueName={typedName}
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
