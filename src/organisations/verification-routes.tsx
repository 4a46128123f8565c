import { Hono, type Context, type Next } from 'hono'
import { authorize, can } from '../permissions.ts'
import { findVouchedSiret, readSessionCookie } from '../people/index.ts'
import { sha256 } from '../platform/canonical.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { addressesOf } from './addresses.ts'
import { parseVerification } from './forms.ts'
import type { Organisation } from './organisation.ts'
import { ProofPage, type ShownState } from './proof-page.tsx'
import { requireOrganisation } from './require-organisation.ts'
import { VerificationPage, type ShownProblem } from './verification-page.tsx'
import {
  askProof,
  proveBySiret,
  readProof,
  thingFor,
  useProof,
  verifyByHand,
} from './verify-organisation.ts'

const here = '/organisations/:organisation/verification'

/** A provider that vouches for where people work, as its settings call it. */
export type Vouching = { key: string; name: string } | null

/**
 * Verifying that an organisation is who it says: a member by an address at its domain or by where a provider says that
 * they work, an administrator by hand.
 */
export function verificationRoutes(vouching: Vouching) {
  return new Hono<Env>()
    .get(here, async (c) => {
      const organisation = await requireOrganisation(c)
      const typed = { email: '', reason: '' }
      return showWays(c, vouching, organisation, {
        typed,
        problems: [],
        sent: c.req.query('done') === 'sent',
      })
    })
    .post(here, async (c) => {
      const organisation = await requireOrganisation(c)
      const typed = parseVerification(await c.req.parseBody({ all: true }))
      const { db, actor, locale, mailing, now } = c.var
      const asking = { slug: organisation.slug, email: typed.email, locale, mailing }
      const asked = await askProof(db, actor, asking, now)
      if (!asked.ok)
        return showWays(c, vouching, organisation, { typed, problems: [asked.problem] })
      return c.redirect(`${addressesOf(locale, organisation).verification}?done=sent`, 303)
    })
    .post(`${here}/reason`, async (c) => {
      const organisation = await requireOrganisation(c)
      const typed = parseVerification(await c.req.parseBody({ all: true }))
      const { db, actor, locale, now } = c.var
      const by = { slug: organisation.slug, reason: typed.reason }
      const verified = await verifyByHand(db, actor, by, now)
      if (!verified.ok)
        return showWays(c, vouching, organisation, { typed, problems: [verified.problem] })
      return c.redirect(`${addressesOf(locale, organisation).page}?done=verified`, 303)
    })
    .post(`${here}/siret`, (c) => takeSiret(c, vouching))
    .use(`${here}/:token`, keepNowhere)
    .get(`${here}/:token`, async (c) => {
      const organisation = await requireOrganisation(c)
      const { db, actor, now } = c.var
      authorize(actor, 'organisation.prove', await thingFor(db, actor, organisation))
      const token = c.req.param('token')
      const { state, email } = await readProof(db, actor, { organisation, token }, now)
      return showProof(c, organisation, { state, email, status: state === 'open' ? 200 : 404 })
    })
    .post(`${here}/:token`, async (c) => {
      const organisation = await requireOrganisation(c)
      const { db, actor, locale, now } = c.var
      const using = { slug: organisation.slug, token: c.req.param('token') }
      const proved = await useProof(db, actor, using, now)
      if (proved.ok) {
        return c.redirect(`${addressesOf(locale, organisation).page}?done=verified`, 303)
      }
      const status = proved.problem === 'unknown' ? 404 : 422
      return showProof(c, organisation, { state: proved.problem, email: null, status })
    })
}

async function takeSiret(c: Context<Env>, vouching: Vouching) {
  const organisation = await requireOrganisation(c)
  const { db, actor, locale, now } = c.var
  const by = { slug: organisation.slug, session: readSessionCookie(c) ?? '' }
  const proved = await proveBySiret(db, actor, by, now)
  if (!proved.ok) {
    const typed = { email: '', reason: '' }
    return showWays(c, vouching, organisation, { typed, problems: [proved.problem] })
  }
  return c.redirect(`${addressesOf(locale, organisation).page}?done=verified`, 303)
}

/** What stands under such an address is for whoever holds it: no cache keeps it. */
function keepNowhere(c: Context<Env>, next: Next): Promise<void> {
  c.header('Cache-Control', 'private, no-store')
  return next()
}

type Ways = {
  typed: { email: string; reason: string }
  problems: readonly ShownProblem[]
  sent?: boolean
}

async function showWays(
  c: Context<Env>,
  vouching: Vouching,
  organisation: Organisation,
  ways: Ways,
) {
  const { typed, problems, sent = false } = ways
  const may = await mayVerify(c, organisation)
  const siret = await findVouchedSiret(c.var.db, sha256(readSessionCookie(c) ?? ''))
  const page = (
    <VerificationPage
      frame={frameOf(c, addressesOf(c.var.locale, organisation).verification)}
      {...{ organisation, may, typed, problems, sent }}
      vouching={vouching && { ...vouching, siret }}
    />
  )
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}

/** Which ways the viewer can go; not found for who can go none. */
async function mayVerify(c: Context<Env>, organisation: Organisation) {
  const { db, actor } = c.var
  const thing = await thingFor(db, actor, organisation)
  const may = {
    prove: can(actor, 'organisation.prove', thing),
    verify: can(actor, 'organisation.verify', thing),
    keep: can(actor, 'organisation.keep', thing),
  }
  if (!may.verify) authorize(actor, 'organisation.prove', thing)
  return may
}

type Proof = { state: ShownState; email: string | null; status: 200 | 404 | 422 }

function showProof(c: Context<Env>, organisation: Organisation, { state, email, status }: Proof) {
  const token = c.req.param('token') ?? ''
  const frame = frameOf(c, addressesOf(c.var.locale, organisation).proof(token))
  const page = <ProofPage {...{ frame, organisation, state, email, token }} />
  return sendPage(c, page, status)
}
