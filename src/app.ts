import { randomUUID } from 'node:crypto'
import type { BlockList } from 'node:net'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { answerRoutes } from './answers/index.ts'
import { calendarRoutes } from './calendar/index.ts'
import { changeRoutes } from './changes/index.ts'
import { consultationRoutes } from './consultations/index.ts'
import { contributionRoutes } from './contributions/index.ts'
import { demonstrationMailRoutes } from './demonstration/index.ts'
import { importRoutes, largestUpload, mayImport, receiveFile, takesFile } from './imports/index.ts'
import { downloadRoutes, editionRoutes } from './editions/index.ts'
import { journalRoutes } from './journal/index.ts'
import { moderationRoutes } from './moderation/index.ts'
import { organisationRoutes } from './organisations/index.ts'
import { panels } from './panels.ts'
import {
  findViewer,
  isErased,
  peopleRoutes,
  readSessionCookie,
  returnRoutes,
} from './people/index.ts'
import { visitor } from './permissions.ts'
import { confinePictures, pictureRoutes } from './pictures.ts'
import type { Db } from './platform/db/connect.ts'
import { isAway } from './platform/db/is-away.ts'
import { privacyRoutes } from './privacy/index.ts'
import { sendAsset } from './platform/http/send-asset.ts'
import { negotiateLocale } from './platform/http/negotiate-locale.ts'
import { withoutSlash } from './platform/http/without-slash.ts'
import { guardForms, isUnreadable } from './platform/http/form-guard.ts'
import {
  BadForm,
  NotAllowed,
  NotFound,
  SignInAgain,
  SignInNeeded,
} from './platform/http/problems.ts'
import type { Logger } from './platform/log.ts'
import type { Mailing } from './platform/mail/mail.ts'
import { isOffered, type Locale } from './platform/messages.ts'
import { clientAddress, readProxies } from './platform/networks/client-address.ts'
import type { ProviderSettings } from './platform/oidc/provider-settings.ts'
import { usualPeriods, type Periods } from './platform/periods.ts'
import { reportRoutes } from './reports/index.ts'
import { reviewRoutes } from './review/index.ts'
import { roleRoutes } from './roles/index.ts'
import { frameOf, sendPage, type Env } from './request.ts'
import { searchRoutes } from './search/index.ts'
import { shortAddressRoutes } from './short-addresses.ts'
import { showProblem } from './ui/problem-page.tsx'

export type AppOptions = {
  db: Db
  log: Logger
  /** The address under which people reach the site: forms are accepted from there only. */
  publicUrl: string
  pseudoLocale: boolean
  /** Offers the demonstration's accounts: only where Vivace brought its own database. */
  demonstration: boolean
  mailing: Mailing
  /** Mails are kept to be read on the demonstration, for want of a mail server. */
  mailbox: boolean
  /** Whom people may sign in with, besides their mail address. */
  providers: readonly ProviderSettings[]
  /** Those that are believed about whom they ask for; none unless it is said. */
  trustedProxies?: readonly string[]
  /** What time it is; the machine's unless it is said. */
  clock?: () => Date
  /** Undefined: the usual ones. */
  periods?: Periods
  /** The mail address of whoever answers for personal data; undefined: whom the mails are from. */
  privacyContact?: string
}

/** Everything that is served: middleware in order, then one line a module, then errors as pages. */
export function createApp(options: AppOptions) {
  const { log, publicUrl, demonstration, mailbox, providers } = options
  const origin = new URL(publicUrl).origin
  const vouching = providers.find(({ vouchesForSiret }) => vouchesForSiret) ?? null
  const entering = { demonstration, mailbox: demonstration && mailbox, providers, panels }
  const pages = new Hono<Env>()
    .route('/', downloadRoutes)
    .route('/', reportRoutes(panels))
    .route('/', roleRoutes())
    .route('/', organisationRoutes(panels, vouching))
    .route('/', calendarRoutes)
    .route('/', importRoutes)
    .route('/', contributionRoutes(panels))
    .route('/', consultationRoutes)
    .route('/', moderationRoutes)
    .route('/', answerRoutes(panels))
    .route('/', changeRoutes)
    .route('/', editionRoutes)
    .route('/', reviewRoutes)
    .route('/', searchRoutes)
    .route('/', journalRoutes)
    .route('/', privacyRoutes)
    .route('/', peopleRoutes(entering))
  if (demonstration && options.mailbox) pages.route('/', demonstrationMailRoutes)

  const app = new Hono<Env>()
    .use(confinePictures())
    .use(secureHeaders(headersFor(origin)))
    .use(compress())
    .get('/healthz', (c) => c.text('ok'))
    .get('/assets/:name', (c) => sendAsset(c))
    .use(openRequest(options))
    .use(csrf({ origin, secFetchSite: 'same-origin' }))
    .use(limitBodies(clockOf(options)))
    .use(guardForms(takesFile))
    .use(identifyViewer(clockOf(options)))
    .get('/readyz', (c) => sendReadiness(c))
    .route('/', shortAddressRoutes)
    .route('/', returnRoutes(providers))
    .route('/', pictureRoutes)
    .route('/fr', pages)
    .route('/en', pages)
  if (options.pseudoLocale) app.route('/qps', pages)

  app.notFound((c) => withoutSlash(c) ?? sendProblem(c, 'not-found', 404))
  app.onError((error, c) => {
    noteRefusal(c, error)
    if (error instanceof NotFound) return sendProblem(c, 'not-found', 404)
    // Whoever is erased while they send something is nobody any more.
    if (error instanceof SignInNeeded || isErased(error)) {
      return askToSignIn(c, error instanceof SignInAgain)
    }
    if (error instanceof BadForm) return sendProblem(c, 'unreadable', 400)
    if ('getResponse' in error) return sendProblem(c, 'refused', 403)
    log.error({ err: error, requestId: c.var.requestId, path: loggedPath(c) }, 'a request failed')
    return isAway(error) ? sendAway(c) : sendProblem(c, 'failed', 500)
  })
  return app
}

/** Writes into the log what somebody tried who may not, and forms that another site sent. */
function noteRefusal({ var: { log } }: Context<Env>, error: Error): void {
  if (error instanceof NotAllowed) {
    const { action, who } = error
    log.warn({ event: 'not-allowed', action, who }, 'an act was refused')
  } else if ('getResponse' in error) {
    log.warn({ event: 'forged-form' }, 'a form of another site was refused')
  }
}

/** Bytes: the longest wording and reasons, percent-encoded, and some to spare. */
const largestForm = 512 * 1024

type Problem = Parameters<typeof showProblem>[1]

function sendProblem(
  c: Context<Env>,
  problem: Problem,
  status: 400 | 403 | 404 | 413 | 429 | 500 | 503,
) {
  return sendPage(c, showProblem(frameOf(c), problem), status)
}

/** Seconds after which it is worth asking again, where the database is away. */
const retryAfter = 30

function sendAway(c: Context<Env>) {
  c.header('Retry-After', String(retryAfter))
  c.header('Cache-Control', 'no-store')
  return sendProblem(c, 'away', 503)
}

async function sendReadiness(c: Context<Env>) {
  try {
    await c.var.db.selectFrom('migration').select('name').limit(1).execute()
    return c.text('ready')
  } catch {
    return c.text('the database does not answer', 503)
  }
}

function headersFor(origin: string) {
  return {
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      objectSrc: ["'none'"],
    },
    strictTransportSecurity: origin.startsWith('https:')
      ? 'max-age=31536000; includeSubDomains'
      : false,
    referrerPolicy: 'same-origin',
  }
}

/** In which language it is asked; and that nothing made for one person is kept for another. */
function openRequest(options: AppOptions) {
  const { db, log, publicUrl, mailing, pseudoLocale } = options
  const { periods = usualPeriods, privacyContact = mailing.from } = options
  const clock = clockOf(options)
  const proxies = readProxies(options.trustedProxies ?? [])
  if (!proxies) throw new Error('a trusted proxy is no address')
  return async (c: Context<Env>, next: () => Promise<void>) => {
    const requestId = randomUUID()
    const began = performance.now()
    const now = clock()
    c.set('requestId', requestId)
    c.set('log', log.child({ requestId }))
    c.set('db', db)
    c.set('address', addressOf(c, proxies))
    c.set('now', now)
    c.set('publicUrl', publicUrl)
    c.set('mailing', mailing)
    c.set('periods', periods)
    c.set('privacyContact', privacyContact)
    c.set('actor', visitor)
    c.set('viewerName', null)
    c.set('locale', localeOf(c, pseudoLocale))
    if (isUnreadable(c.req.path)) c.res = await sendProblem(c, 'not-found', 404)
    else await next()
    const personal = readSessionCookie(c) !== undefined || c.req.method !== 'GET'
    setCaching(c, personal)
    c.header('X-Request-Id', requestId)
    const { method } = c.req
    c.var.log.info(
      {
        method,
        path: loggedPath(c),
        status: c.res.status,
        ms: Math.round(performance.now() - began),
      },
      'request',
    )
  }
}

function clockOf({ clock }: AppOptions): () => Date {
  return clock ?? machineClock
}

const machineClock = () => new Date()

function addressOf(c: Context<Env>, proxies: BlockList): string | null {
  // Asked by a test, without a server, there is no environment at all.
  const peer = (c.env as Env['Bindings'] | undefined)?.incoming?.socket.remoteAddress
  return clientAddress({ peer, forwarded: c.req.header('X-Forwarded-For'), proxies })
}

/**
 * Who asks, and when: once the whole request has come in. An act is of the moment when it is done, and
 * of whoever is signed in then, however slowly its form was sent.
 */
function identifyViewer(clock: () => Date) {
  return async (c: Context<Env>, next: () => Promise<void>) => {
    await identify(c, clock())
    await next()
  }
}

async function identify(c: Context<Env>, now: Date): Promise<void> {
  const token = readSessionCookie(c)
  const viewer = token ? await findViewer(c.var.db, token, now) : undefined
  c.set('now', now)
  c.set('actor', viewer?.actor ?? visitor)
  c.set('viewerName', viewer?.name ?? null)
}

/** How long a body may be: a form's, or that of a file where somebody sends one who may. */
function limitBodies(clock: () => Date) {
  const limitForm = bodyLimit({ maxSize: largestForm, onError: refuseTooLarge })
  return async (c: Context<Env>, next: () => Promise<void>) => {
    if (!takesFile(c.req)) return limitForm(c, next)
    await identify(c, clock())
    const largest = (await mayImport(c)) ? largestUpload : largestForm
    c.req.raw = await receiveFile(c.req.raw, largest)
    return next()
  }
}

/** What still comes is not read: the connection ends with the answer. */
function refuseTooLarge(c: Context<Env>) {
  c.header('Connection', 'close')
  return sendProblem(c, 'too-large', 413)
}

/** Without what signs somebody in, or is part of it. */
function loggedPath(c: Context<Env>): string {
  return c.req.path.replace(
    /(\/(?:sign-in-links|address-links|attempts|verification|invitations|flags)\/)[^/]+/,
    '$1…',
  )
}

function setCaching(c: Context<Env>, personal: boolean): void {
  if (!c.res.headers.has('Cache-Control')) {
    c.header('Cache-Control', personal ? 'private, no-store' : 'public, max-age=0, must-revalidate')
  }
  const negotiated = !/^\/(fr|en|qps)(\/|$)/.test(c.req.path)
  c.header('Vary', negotiated ? 'Accept-Language, Cookie' : 'Cookie', { append: true })
}

function localeOf(c: Context<Env>, pseudoLocale: boolean): Locale {
  const [first = ''] = c.req.path.split('/').slice(1)
  if (first === 'qps' && pseudoLocale) return 'qps'
  return isOffered(first) ? first : negotiateLocale(c.req.header('Accept-Language'))
}

/** A form that was sent goes back to its own page: only a page can be returned to. */
function askToSignIn(c: Context<Env>, again: boolean) {
  const { pathname, search } = new URL(c.req.url)
  const start = again ? `/${c.var.locale}/account` : `/${c.var.locale}`
  const query = new URLSearchParams({ return: c.req.method === 'GET' ? pathname + search : start })
  if (again) query.set('again', 'yes')
  return c.redirect(`/${c.var.locale}/account/sign-in?${query.toString()}`, 303)
}
