import { Hono, type Context } from 'hono'
import { NotFound, SignInNeeded } from '../platform/http/problems.ts'
import { frameOf, requireTurn, sendPage, type Env } from '../request.ts'
import { addPasskey, removePasskey } from './add-passkey.ts'
import { AddPasskeyPage, type AddPasskeyPageProblem } from './add-passkey-page.tsx'
import { askForPasskey, askToMakePasskey } from './ask-passkey.ts'
import { deviceOf } from './device.ts'
import { passkeyForm, passkeyNameForm } from './forms.ts'
import { namePasskey, relyingPartyOf, type RelyingParty } from './passkey.ts'
import { PasskeyPage } from './passkey-page.tsx'
import { listPasskeys, renamePasskey, type Passkey } from './passkey-store.ts'
import { safeReturn } from './person.ts'
import { nameProblem, type ProfileProblem } from './profile.ts'
import { passkeysOfOneNetwork } from './refuse-network.ts'
import { requireFresh } from './require-fresh.ts'
import { RemoveWayPage } from './remove-way-page.tsx'
import { keepOut, letIn } from './let-in.ts'
import { bindBrowser, readSessionCookie } from './session-cookie.ts'
import { showSignIn, type Offer } from './sign-in-routes.tsx'
import { findAccount } from './store.ts'
import { usePasskey } from './use-passkey.ts'
import { words } from './words.ts'

/**
 * Signing in with a passkey. Its script sends the form twice: without a credential it is answered what to ask
 * the device for, then with what the device answered.
 */
export function passkeySignInRoutes(options: Offer) {
  return new Hono<Env>().post('/account/passkey-session', async (c) => {
    const party = requireParty(c)
    await requireTurn(c, passkeysOfOneNetwork)
    const { db, locale, now } = c.var
    const form = passkeyForm.parse(await c.req.parseBody())
    if (form.credential === '') {
      const asking = { party, browser: bindBrowser(c), locale }
      return c.json(await askForPasskey(db, asking, now))
    }
    const device = deviceOf(c.req.header('User-Agent'))
    const using = { party, typed: form.credential, browser: readSessionCookie(c), device }
    const used = await usePasskey(db, using, now)
    if (!used.ok) {
      const { problem } = used
      keepOut(c, 'passkey', problem)
      return showSignIn(c, options, { returnTo: form.return, email: '', problem: { problem } })
    }
    await letIn(c, used.session, 'passkey')
    return c.redirect(safeReturn(form.return, `/${locale}`), 303)
  })
}

/** One's own passkeys: made, called otherwise, given up. */
export function passkeyRoutes() {
  return new Hono<Env>()
    .get('/account/passkeys', async (c) => {
      await requireFresh(c)
      return showAdding(c, null)
    })
    .post('/account/passkeys', async (c) => {
      const party = requireParty(c)
      const personId = await requireFresh(c)
      const { db, locale, mailing, now } = c.var
      const form = passkeyForm.parse(await c.req.parseBody())
      if (form.credential === '') {
        const account = await findAccount(db, personId)
        if (!account) throw new NotFound('account')
        const asking = { party, browser: bindBrowser(c), locale, account, key: mailing.key }
        return c.json(await askToMakePasskey(db, asking, now))
      }
      const name = namePasskey(form.name, nameOfDevice(c))
      const browser = readSessionCookie(c)
      const adding = { party, personId, typed: form.credential, name, browser, mailing }
      const added = await addPasskey(db, adding, now)
      if (!added.ok) return showAdding(c, added.problem)
      return c.redirect(`/${locale}/account?done=passkey-added`, 303)
    })
    .get('/account/passkeys/:id', async (c) => {
      const { passkey } = await requirePasskey(c)
      return showPasskey(c, passkey, { typed: passkey.name, problem: null })
    })
    .post('/account/passkeys/:id', async (c) => {
      const { passkey, personId } = await requirePasskey(c)
      const { name: typed } = passkeyNameForm.parse(await c.req.parseBody())
      const problem = nameProblem(typed.trim())
      if (problem) return showPasskey(c, passkey, { typed, problem })
      await renamePasskey(c.var.db, { personId, id: passkey.id }, typed.trim())
      return c.redirect(`/${c.var.locale}/account?done=passkey-renamed`, 303)
    })
    .get('/account/passkeys/:id/removal', async (c) => {
      await requireFresh(c)
      const { passkey } = await requirePasskey(c)
      const address = `/${c.var.locale}/account/passkeys/${passkey.id}/removal`
      const about = { frame: frameOf(c, address), address, name: passkey.name, isLast: false }
      return sendPage(c, <RemoveWayPage {...about} />)
    })
    .post('/account/passkeys/:id/removal', async (c) => {
      await requireFresh(c)
      const { passkey, personId } = await requirePasskey(c)
      const { db, locale, mailing, now } = c.var
      await removePasskey(db, { personId, id: passkey.id, mailing }, now)
      return c.redirect(`/${locale}/account?done=way-removed`, 303)
    })
}

/** Under a number instead of a name there are no passkeys: nothing offers them. */
function requireParty(c: Context<Env>): RelyingParty {
  const party = relyingPartyOf(c.var.publicUrl)
  if (!party) throw new NotFound('a site that passkeys could be made for')
  return party
}

function requirePerson(c: Context<Env>): number {
  if (c.var.actor.personId === null) throw new SignInNeeded()
  return c.var.actor.personId
}

async function requirePasskey(c: Context<Env>) {
  const personId = requirePerson(c)
  const passkeys = await listPasskeys(c.var.db, personId)
  const passkey = passkeys.find(({ id }) => String(id) === c.req.param('id'))
  if (!passkey) throw new NotFound('passkey')
  return { passkey, personId }
}

function nameOfDevice(c: Context<Env>): string {
  return words(c.var.locale)('device', deviceOf(c.req.header('User-Agent')))
}

function showAdding(c: Context<Env>, problem: AddPasskeyPageProblem | null) {
  const page = (
    <AddPasskeyPage
      frame={frameOf(c, `/${c.var.locale}/account/passkeys`)}
      offered={relyingPartyOf(c.var.publicUrl) !== null}
      name={nameOfDevice(c)}
      problem={problem}
    />
  )
  return sendPage(c, page, problem ? 422 : 200)
}

type Renaming = { typed: string; problem: ProfileProblem | null }

function showPasskey(c: Context<Env>, passkey: Passkey, renaming: Renaming) {
  const frame = frameOf(c, `/${c.var.locale}/account/passkeys/${passkey.id}`)
  const page = <PasskeyPage frame={frame} passkey={passkey} {...renaming} />
  return sendPage(c, page, renaming.problem ? 422 : 200)
}
