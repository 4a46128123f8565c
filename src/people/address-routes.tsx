import { Hono, type Context } from 'hono'
import { sha256 } from '../platform/canonical.ts'
import { frameOf, sendPage, sendTooMany, type Env } from '../request.ts'
import { AddAddressPage, type AddressFormProblem } from './add-address-page.tsx'
import { AddressLinkPage } from './address-link-page.tsx'
import { askAddressLink } from './ask-sign-in-link.ts'
import { addressForm, readEmail } from './forms.ts'
import { keepNowhere } from './keep-nowhere.ts'
import { findLink } from './link-store.ts'
import { refuseNetwork } from './refuse-network.ts'
import { requireFresh } from './require-fresh.ts'
import { stateOf, type SignInLink } from './sign-in-link.ts'
import { findAccount } from './store.ts'
import { useAddressLink, type AddressProblem } from './use-address-link.ts'
import { mostAddresses } from './way.ts'

/** Adding a mail address to one's ways in: asking for a link, and using it, signed in as whoever asked. */
export function addressRoutes() {
  return new Hono<Env>()
    .use('/account/address-links/*', keepNowhere)
    .get('/account/addresses', async (c) => {
      await requireFresh(c)
      return showForm(c, '', null)
    })
    .post('/account/addresses', async (c) => {
      const personId = await requireFresh(c)
      const { db, mailing, locale, now } = c.var
      const { email: typed } = addressForm.parse(await c.req.parseBody())
      const email = readEmail(typed)
      if (email === null) {
        const problem = typed.trim() === '' ? 'no-email' : 'email-unreadable'
        return showForm(c, typed, { problem })
      }
      const { emails = [] } = (await findAccount(db, personId)) ?? {}
      if (emails.includes(email)) return showForm(c, typed, { problem: 'address-yours' })
      if (emails.length >= mostAddresses) return showForm(c, typed, { problem: 'many-addresses' })
      const refused = await refuseNetwork(c)
      if (refused) return showForm(c, typed, refused)
      const asked = await askAddressLink(db, mailing, { email, personId, locale }, now)
      if (!asked.ok) return showForm(c, typed, asked)
      return c.redirect(`/${locale}/account?done=address-link-sent`, 303)
    })
    .get('/account/address-links/:token', async (c) => {
      const token = c.req.param('token')
      const link = await findLink(c.var.db, 'address', sha256(token))
      const problem = problemOf(c, link)
      return showLink(c, { link, problem })
    })
    .post('/account/address-links/:token', async (c) => {
      const { db, mailing, actor, now } = c.var
      const token = c.req.param('token')
      if (actor.personId === null) {
        const link = await findLink(db, 'address', sha256(token))
        return showLink(c, { link, problem: problemOf(c, link) })
      }
      const used = await useAddressLink(db, { token, personId: actor.personId, mailing }, now)
      if (used.ok) return c.redirect(used.returnTo, 303)
      return showLink(c, { link: used.link, problem: used.problem })
    })
}

function showForm(c: Context<Env>, email: string, problem: AddressFormProblem | null) {
  const frame = frameOf(c, `/${c.var.locale}/account/addresses`)
  const page = <AddAddressPage frame={frame} email={email} problem={problem} />
  if (problem && 'until' in problem) return sendTooMany(c, page, problem.until)
  return sendPage(c, page, problem ? 422 : 200)
}

/** Whoever asked for it is told first whether it holds, and anybody else nothing of it. */
function problemOf(
  c: Context<Env>,
  link: SignInLink | undefined,
): AddressProblem | 'visitor' | null {
  const { actor, now } = c.var
  const state = stateOf(link, now)
  if (!link || state === 'unknown') return 'unknown'
  if (actor.personId === null) return 'visitor'
  if (link.addsTo !== actor.personId) return 'not-yours'
  return state === 'open' ? null : state
}

type Shown = { link: SignInLink | undefined; problem: AddressProblem | 'visitor' | null }

function showLink(c: Context<Env>, { link, problem }: Shown) {
  // Whoever used it, and opens it again, simply goes on.
  if (problem === 'used' && link?.personId === c.var.actor.personId && link) {
    return c.redirect(link.returnTo, 303)
  }
  const address = `/${c.var.locale}/account/address-links/${c.req.param('token')}`
  const page = (
    <AddressLinkPage
      frame={frameOf(c, address)}
      address={address}
      email={problem === null && link ? link.email : null}
      problem={problem}
    />
  )
  return sendPage(c, page, problem === null ? 200 : 404)
}
