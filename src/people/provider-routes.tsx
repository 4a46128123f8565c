import { Hono, type Context } from 'hono'
import { NotFound } from '../platform/http/problems.ts'
import { isOffered } from '../platform/messages.ts'
import type { ProviderSettings } from '../platform/oidc/provider-settings.ts'
import { frameOf, requireTurn, sendPage, type Env } from '../request.ts'
import { findHolding } from '../terms/index.ts'
import { AddProviderPage } from './add-provider-page.tsx'
import type { Attempt } from './attempt.ts'
import { AttemptOverPage } from './attempt-over-page.tsx'
import { findAttempt } from './attempt-store.ts'
import { beginAttempt } from './begin-attempt.ts'
import { addProvider, findDecision, openAccount, type Deciding } from './decide.ts'
import { deviceOf } from './device.ts'
import { openingForm } from './forms.ts'
import { keepNowhere } from './keep-nowhere.ts'
import { keepOut, letIn } from './let-in.ts'
import { safeReturn } from './person.ts'
import { blankNewcomer, type NewcomerProblem, type TypedNewcomer } from './newcomer.ts'
import { receiveAnswer, type ProviderProblem } from './receive-answer.ts'
import { providersOfOneNetwork } from './refuse-network.ts'
import { requireFresh } from './require-fresh.ts'
import { bindBrowser, readSessionCookie } from './session-cookie.ts'
import { VouchedPage } from './vouched-page.tsx'
import { sha256 } from '../platform/canonical.ts'
import type { Vouched } from '../platform/oidc/provider.ts'

type Options = { providers: readonly ProviderSettings[] }

const decision = '/account/providers/:provider/attempts/:token'

/** Signing in with a provider, or adding it to one's ways in: there, back, and what its person then decides. */
export function providerRoutes({ providers }: Options) {
  return new Hono<Env>()
    .use('/account/providers/*', keepNowhere)
    .get('/account/providers/:provider', (c) => begin(c, requireProvider(c, providers)))
    .get('/account/providers/:provider/answer', async (c) => {
      const provider = requireProvider(c, providers)
      const { db, publicUrl, mailing, now, locale, log } = c.var
      const query = new URL(c.req.url).searchParams
      const device = deviceOf(c.req.header('User-Agent'))
      const browser = readSessionCookie(c)
      const answered = { provider, publicUrl, query, browser, device, key: mailing.key }
      const received = await receiveAnswer(db, answered, now)
      if (!received.ok) {
        const { problem, attempt, reason } = received
        if (reason)
          log.warn({ provider: provider.key, problem, reason }, 'a provider let nobody in')
        return showOver(c, provider, { problem, attempt })
      }
      if (received.step === 'to-decide') {
        const path = `/${locale}/account/providers/${provider.key}/attempts/${received.token}`
        return c.redirect(path, 303)
      }
      await letIn(c, received.session, 'provider')
      return c.redirect(received.returnTo, 303)
    })
    .get(decision, async (c) => {
      const deciding = readDeciding(c, providers)
      const found = await findDecision(c.var.db, deciding, c.var.now)
      if (!found.ok) return showOver(c, deciding.provider, found)
      const typed = { ...blankNewcomer, name: found.vouched.name }
      return showDecision(c, deciding, found, { typed, proveAddress: true, problems: [] })
    })
    .post(decision, async (c) => {
      const deciding = readDeciding(c, providers)
      const found = await findDecision(c.var.db, deciding, c.var.now)
      if (!found.ok) return showOver(c, deciding.provider, found)
      return found.attempt.personId === null ? decideToOpen(c, deciding) : decideToAdd(c, deciding)
    })
}

/** Where providers send people back, in no language: an address that was registered with each stays. */
export function returnRoutes(providers: readonly ProviderSettings[]) {
  return new Hono<Env>()
    .get('/sign-in/:provider', async (c) => {
      const { key } = requireProvider(c, providers)
      const { search, searchParams } = new URL(c.req.url)
      const tokenSha256 = sha256(searchParams.get('state') ?? '')
      const attempt = await findAttempt(c.var.db, { tokenSha256, provider: key })
      const locale = attempt?.locale ?? c.var.locale
      c.header('Cache-Control', 'private, no-store')
      return c.redirect(`/${locale}/account/providers/${key}/answer${search}`, 302)
    })
    .get('/signed-out', (c) => {
      const [locale = ''] = (c.req.query('state') ?? '').split('.')
      return c.redirect(`/${isOffered(locale) ? locale : c.var.locale}`, 302)
    })
}

function requireProvider(c: Context<Env>, providers: readonly ProviderSettings[]) {
  const found = providers.find(({ key }) => key === c.req.param('provider'))
  if (!found) throw new NotFound('provider')
  return found
}

/**
 * By GET, since a form leads nowhere but to this site (`form-action 'self'`). It is begun on a page of this
 * site only: else a link elsewhere could sign somebody in whose provider asks nothing.
 */
async function begin(c: Context<Env>, provider: ProviderSettings) {
  const { db, publicUrl, locale, actor, now } = c.var
  const adds = c.req.query('add') !== undefined
  const asked = safeReturn(c.req.query('return') ?? '', `/${locale}`)
  if (c.req.header('Sec-Fetch-Site') === 'cross-site') {
    const back = `/${locale}/account/sign-in?return=${encodeURIComponent(asked)}`
    return c.redirect(adds ? `/${locale}/account` : back, 303)
  }
  if (adds) await requireFresh(c)
  await requireTurn(c, providersOfOneNetwork)
  const begun = {
    provider,
    publicUrl,
    browser: bindBrowser(c),
    personId: adds ? actor.personId : null,
    returnTo: adds ? `/${locale}/account?done=way-added` : asked,
    locale,
  }
  const address = await beginAttempt(db, begun, now)
  if (address !== null) return c.redirect(address, 303)
  return showOver(c, provider, { problem: 'unreachable', attempt: begun })
}

function readDeciding(c: Context<Env>, providers: readonly ProviderSettings[]): Deciding {
  const browser = readSessionCookie(c)
  const token = c.req.param('token') ?? ''
  return { provider: requireProvider(c, providers), token, browser, key: c.var.mailing.key }
}

async function decideToOpen(c: Context<Env>, deciding: Deciding) {
  const { db, mailing, now } = c.var
  const { address, ...typed } = openingForm.parse(await c.req.parseBody())
  const locale = c.var.locale === 'qps' ? 'en' : c.var.locale
  const device = deviceOf(c.req.header('User-Agent'))
  const opening = { ...deciding, typed, locale, device, mailing, proveAddress: address }
  const opened = await openAccount(db, opening, now)
  if (opened.ok) {
    await letIn(c, opened.session, 'provider')
    return c.redirect(opened.returnTo, 303)
  }
  if (opened.problem !== 'profile') return showOver(c, deciding.provider, opened)
  const shown = { typed, proveAddress: address, problems: opened.problems }
  return showDecision(c, deciding, opened.decision, shown)
}

async function decideToAdd(c: Context<Env>, deciding: Deciding) {
  const { db, mailing, now, actor } = c.var
  const added = await addProvider(db, { ...deciding, personId: actor.personId, mailing }, now)
  return added.ok ? c.redirect(added.returnTo, 303) : showOver(c, deciding.provider, added)
}

type Found = { attempt: Attempt; vouched: Vouched }
type Shown = { typed: TypedNewcomer; proveAddress: boolean; problems: NewcomerProblem[] }

async function showDecision(c: Context<Env>, deciding: Deciding, found: Found, shown: Shown) {
  const { provider, token } = deciding
  const address = `/${c.var.locale}/account/providers/${provider.key}/attempts/${token}`
  const { attempt, vouched } = found
  const about = { frame: frameOf(c, address), address, name: provider.name, vouched }
  if (attempt.personId !== null) return sendPage(c, <AddProviderPage {...about} />)
  const { newest: terms } = await findHolding(c.var.db)
  const page = <VouchedPage {...about} {...shown} terms={terms} />
  return sendPage(c, page, shown.problems.length > 0 ? 422 : 200)
}

type Over = {
  problem: ProviderProblem
  attempt: Pick<Attempt, 'personId' | 'returnTo'> | undefined
}

/** As of a link: there is nothing to go on with. */
function isOver(problem: ProviderProblem): boolean {
  return ['unknown', 'other-browser', 'used', 'expired'].includes(problem)
}

/** What is told to whoever is not let in; to somebody else's browser nothing of the attempt. */
function showOver(c: Context<Env>, provider: ProviderSettings, { problem, attempt }: Over) {
  const { locale, actor } = c.var
  const known = problem === 'unknown' || problem === 'other-browser' ? undefined : attempt
  // Whoever came in by it, and comes back to it, simply goes on.
  if (problem === 'used' && known && actor.kind === 'person') return c.redirect(known.returnTo, 303)
  keepOut(c, 'provider', problem)
  const page = (
    <AttemptOverPage
      frame={frameOf(c, `/${locale}/account/sign-in`)}
      provider={provider}
      problem={problem}
      adds={known !== undefined && known.personId !== null}
      returnTo={known?.returnTo ?? `/${locale}`}
    />
  )
  return sendPage(c, page, isOver(problem) ? 404 : 422)
}
