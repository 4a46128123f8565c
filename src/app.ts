import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { accessibilityRoutes, findConformity } from './accessibility/index.ts'
import { administrationRoutes } from './administration/index.ts'
import { answerRoutes } from './answers/index.ts'
import { banRoutes, showBanned } from './bans/index.ts'
import { calendarRoutes } from './calendar/index.ts'
import { changeRoutes } from './changes/index.ts'
import { consultationRoutes } from './consultations/index.ts'
import { contributionRoutes } from './contributions/index.ts'
import { demonstrationMailRoutes } from './demonstration/index.ts'
import { importRoutes, largestUpload, mayImport, receiveFile, takesFile } from './imports/index.ts'
import { downloadRoutes, editionRoutes } from './editions/index.ts'
import { guaranteeRoutes } from './guarantee/index.ts'
import { journalRoutes } from './journal/index.ts'
import { moderationLogRoutes } from './moderation-log/index.ts'
import { noticeRoutes } from './legal-notice/index.ts'
import { moderationRoutes } from './moderation/index.ts'
import { organisationRoutes } from './organisations/index.ts'
import { panels } from './panels.ts'
import { freeActs } from './free-acts.ts'
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
import { headersFor } from './platform/http/headers-for.ts'
import { withoutSlash } from './platform/http/without-slash.ts'
import { guardForms, isUnreadable } from './platform/http/form-guard.ts'
import {
  BadForm,
  Banned,
  NotFound,
  SignInAgain,
  SignInNeeded,
  TooMany,
} from './platform/http/problems.ts'
import type { Logger } from './platform/log.ts'
import type { Mailing } from './platform/mail/mail.ts'
import type { ProviderSettings } from './platform/oidc/provider-settings.ts'
import type { Periods } from './platform/periods.ts'
import { loggedPath, noteRefusal } from './log-request.ts'
import { reportRoutes } from './reports/index.ts'
import { reviewRoutes } from './review/index.ts'
import { roleRoutes } from './roles/index.ts'
import { openRequest } from './open-request.ts'
import { frameOf, sendPage, sendTooMany, type Env } from './request.ts'
import { searchRoutes } from './search/index.ts'
import { shortAddressRoutes } from './short-addresses.ts'
import { askConsent, termsRoutes } from './terms/index.ts'
import { showProblem, showTooMany } from './ui/problem-page.tsx'

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
  const { publicUrl, demonstration, mailbox, providers, clock = machineClock } = options
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
    .route('/', banRoutes)
    .route('/', moderationLogRoutes)
    .route('/', guaranteeRoutes)
    .route('/', termsRoutes)
    .route('/', noticeRoutes)
    .route('/', accessibilityRoutes)
    .route('/', answerRoutes(panels))
    .route('/', changeRoutes)
    .route('/', editionRoutes)
    .route('/', reviewRoutes)
    .route('/', searchRoutes)
    .route('/', journalRoutes)
    .route('/', privacyRoutes)
    .route('/', administrationRoutes)
    .route('/', peopleRoutes(entering))
  if (demonstration && options.mailbox) pages.route('/', demonstrationMailRoutes)

  const app = new Hono<Env>()
    .use(confinePictures())
    .use(secureHeaders(headersFor(origin)))
    .use(compress())
    .get('/healthz', (c) => c.text('ok'))
    .get('/assets/:name', (c) => sendAsset(c))
    .use(openRequest({ ...options, clock }))
    .use(keepReadable())
    .use(csrf({ origin, secFetchSite: 'same-origin' }))
    .use(limitBodies(clock))
    .use(guardForms(takesFile))
    .use(identifyViewer(clock))
    .use(askConsent(freeActs))
    .get('/readyz', (c) => sendReadiness(c))
    .route('/', shortAddressRoutes)
    .route('/', returnRoutes(providers))
    .route('/', pictureRoutes)
    .route('/fr', pages)
    .route('/en', pages)
  if (options.pseudoLocale) app.route('/qps', pages)

  app.notFound((c) => withoutSlash(c) ?? sendProblem(c, 'not-found', 404))
  app.onError(answerError)
  return app
}

/** Errors as pages; one that nobody expected is logged. */
function answerError(error: Error, c: Context<Env>) {
  noteRefusal(c, error)
  if (error instanceof NotFound) return sendProblem(c, 'not-found', 404)
  if (error instanceof TooMany)
    return sendTooMany(c, showTooMany(frameOf(c), error.until), error.until)
  if (error instanceof Banned) return showBanned(c, error.ban)
  // Whoever is erased while they send something is nobody any more.
  if (error instanceof SignInNeeded || isErased(error)) {
    return askToSignIn(c, error instanceof SignInAgain)
  }
  if (error instanceof BadForm) return sendProblem(c, 'unreadable', 400)
  if ('getResponse' in error) return sendProblem(c, 'refused', 403)
  c.var.log.error({ err: error, path: loggedPath(c) }, 'a request failed')
  return isAway(error) ? sendAway(c) : sendProblem(c, 'failed', 500)
}

/** Bytes: the longest wording and reasons, percent-encoded, and some to spare. */
const largestForm = 512 * 1024

type Problem = Parameters<typeof showProblem>[1]

function sendProblem(c: Context<Env>, problem: Problem, status: 400 | 403 | 404 | 413 | 500 | 503) {
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

const machineClock = () => new Date()

/** What cannot be read as an address is nowhere. */
function keepReadable() {
  return async (c: Context<Env>, next: () => Promise<void>) => {
    if (isUnreadable(c.req.path)) return sendProblem(c, 'not-found', 404)
    return next()
  }
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
  // Where the database is away, pages still say so.
  c.set('conformity', await findConformity(c.var.db, now).catch(() => null))
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

/** A form that was sent goes back to its own page: only a page can be returned to. */
function askToSignIn(c: Context<Env>, again: boolean) {
  const { pathname, search } = new URL(c.req.url)
  const start = again ? `/${c.var.locale}/account` : `/${c.var.locale}`
  const query = new URLSearchParams({ return: c.req.method === 'GET' ? pathname + search : start })
  if (again) query.set('again', 'yes')
  return c.redirect(`/${c.var.locale}/account/sign-in?${query.toString()}`, 303)
}
