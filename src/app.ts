import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { typedIn } from './platform/http/sent-form.ts'
import { answerError, sendProblem } from './answer-error.tsx'
import { accessibilityRoutes, findConformity } from './accessibility/index.ts'
import { administrationRoutes } from './administration/index.ts'
import { answerRoutes } from './answers/index.ts'
import { bringsFiles, receiveFiles, takeFilesOff, type HeardFields } from './attachments/index.ts'
import { banRoutes } from './bans/index.ts'
import { calendarRoutes } from './calendar/index.ts'
import { topicRoutes } from './topics/index.ts'
import { changeRoutes } from './changes/index.ts'
import { consultationRoutes } from './consultations/index.ts'
import { contributionRoutes } from './contributions/index.ts'
import { demonstrationMailRoutes } from './demonstration/index.ts'
import { importRoutes, largestUpload, mayImport, receiveFile, takesFile } from './imports/index.ts'
import { downloadRoutes, editionRoutes } from './editions/index.ts'
import { controversyRoutes } from './controversies/index.ts'
import { groupRoutes } from './groups/index.ts'
import { guaranteeRoutes } from './guarantee/index.ts'
import { journalRoutes } from './journal/index.ts'
import { moderationLogRoutes } from './moderation-log/index.ts'
import { noticeRoutes } from './legal-notice/index.ts'
import { moderationRoutes } from './moderation/index.ts'
import { endsInOneStep, followRoutes } from './notices/index.ts'
import { organisationRoutes } from './organisations/index.ts'
import { panels } from './panels.ts'
import { freeActs } from './free-acts.ts'
import { findViewer, peopleRoutes, readSessionCookie, returnRoutes } from './people/index.ts'
import { visitor } from './permissions.ts'
import { confineFiles, fileRoutes } from './files.ts'
import { confinePictures, pictureRoutes } from './pictures.ts'
import type { Db } from './platform/db/connect.ts'
import { privacyRoutes } from './privacy/index.ts'
import { sendAsset } from './platform/http/send-asset.ts'
import { headersFor } from './platform/http/headers-for.ts'
import { withoutSlash } from './platform/http/without-slash.ts'
import type { FileStore } from './platform/files/file-store.ts'
import { guardForms, isUnreadable } from './platform/http/form-guard.ts'
import { offeredLocales } from './platform/messages.ts'
import type { Logger } from './platform/log.ts'
import type { Mailing } from './platform/mail/mail.ts'
import type { ProviderSettings } from './platform/oidc/provider-settings.ts'
import type { Periods } from './platform/periods.ts'
import { reportRoutes } from './reports/index.ts'
import { reviewRoutes } from './review/index.ts'
import { roleRoutes } from './roles/index.ts'
import { openRequest } from './open-request.ts'
import type { Env } from './request.ts'
import { searchRoutes } from './search/index.ts'
import { shortAddressRoutes } from './short-addresses.ts'
import { askConsent, termsRoutes } from './terms/index.ts'

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
  /** Where what people attach is. */
  files: FileStore
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
  const pages = pagesOf(entering, vouching)
  if (demonstration && options.mailbox) pages.route('/', demonstrationMailRoutes)

  const app = new Hono<Env>()
    .use(confinePictures())
    .use(confineFiles())
    .use(secureHeaders(headersFor(origin)))
    .use(compress())
    .get('/healthz', (c) => c.text('ok'))
    .get('/assets/:name', (c) => sendAsset(c))
    .use(openRequest({ ...options, clock }))
    .use(keepReadable())
    .use(refuseForged(origin))
    .use(limitBodies(clock))
    .use(guardForms(takesFile))
    .use(identifyViewer(clock))
    .use(receiveFiles())
    .use(askConsent(freeActs))
    .get('/readyz', (c) => sendReadiness(c))
    .route('/', shortAddressRoutes)
    .route('/', returnRoutes(providers))
    .route('/', pictureRoutes)
    .route('/', fileRoutes)
  for (const locale of offeredLocales) app.route(`/${locale}`, pages)
  if (options.pseudoLocale) app.route('/qps', pages)

  app.notFound((c) => withoutSlash(c) ?? sendProblem(c, 'not-found', 404))
  app.onError(answerError)
  return app
}

type Entering = Parameters<typeof peopleRoutes>[0]

/** What is there in every language. */
function pagesOf(entering: Entering, vouching: ProviderSettings | null) {
  return new Hono<Env>()
    .route('/', downloadRoutes)
    .route('/', reportRoutes(panels))
    .route('/', roleRoutes())
    .route('/', organisationRoutes(panels, vouching))
    .route('/', calendarRoutes)
    .route('/', topicRoutes(panels))
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
    .route('/', groupRoutes(panels))
    .route('/', controversyRoutes(panels))
    .route('/', answerRoutes(panels))
    .route('/', changeRoutes)
    .route('/', editionRoutes)
    .route('/', reviewRoutes)
    .route('/', searchRoutes)
    .route('/', followRoutes)
    .route('/', journalRoutes)
    .route('/', privacyRoutes)
    .route('/', administrationRoutes)
    .route('/', peopleRoutes(entering))
}

/** Bytes: terms of use in every language, or an audit of thirty pages, percent-encoded. */
const largestForm = 2 * 1024 * 1024

async function sendReadiness(c: Context<Env>) {
  try {
    await c.var.db.selectFrom('migration').select('name').limit(1).execute()
    return c.text('ready')
  } catch {
    return c.text('the database does not answer', 503)
  }
}

const machineClock = () => new Date()

/** Forms of other sites are refused; but a mail program sends the one that ends a mail from nowhere (RFC 8058). */
function refuseForged(origin: string) {
  const refuse = csrf({ origin, secFetchSite: 'same-origin' })
  return (c: Context<Env>, next: () => Promise<void>) =>
    endsInOneStep(c.req.path) ? next() : refuse(c, next)
}

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
  const onError = async (c: Context<Env>) => {
    await identify(c, clock())
    return refuseTooLarge(c)
  }
  const limitForm = bodyLimit({ maxSize: largestForm, onError })
  return async (c: Context<Env>, next: () => Promise<void>) => {
    const brings = bringsFiles(c)
    if (!brings && !takesFile(c.req)) return limitForm(c, next)
    await identify(c, clock())
    if (brings) return takeFilesOff(c, next, async (fields) => refuseTooLarge(c, fields))
    const largest = (await mayImport(c)) ? largestUpload : largestForm
    c.req.raw = await receiveFile(c.req.raw, largest)
    return next()
  }
}

/** What still comes is not read: the connection ends with the answer. */
function refuseTooLarge(c: Context<Env>, heard: HeardFields = []) {
  c.header('Connection', 'close')
  const fields = heard.map(([name, value]): [string, string] => [name, value])
  return sendProblem(c, 'too-large', 413, typedIn({ fields, withFile: true }))
}
