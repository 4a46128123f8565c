import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Actor } from './permissions.ts'
import type { SentFile } from './platform/files/sent-file.ts'
import type { FileStore } from './platform/files/file-store.ts'
import type { Db } from './platform/db/connect.ts'
import { TooMany } from './platform/http/problems.ts'
import { countWithin, type Counted, type Limit } from './platform/limits/store.ts'
import type { Locale } from './platform/messages.ts'
import { hashNetwork } from './platform/networks/network.ts'
import type { Logger } from './platform/log.ts'
import type { Periods } from './platform/periods.ts'
import type { Mailing } from './platform/mail/mail.ts'
import type { Conformity, Frame } from './ui/layout.tsx'

/** What every handler finds in `c.var`. */
export type Env = {
  /** What the server knows of a request; a test that asks the program itself has none. */
  Bindings: { incoming?: IncomingMessage }
  Variables: {
    db: Db
    actor: Actor
    viewerName: string | null
    /** What the site declares of its accessibility; null where that cannot be known now. */
    conformity: Conformity | null
    locale: Locale
    now: Date
    /** Under which people reach the site: what an address to cite starts with. */
    publicUrl: string
    /** What an act needs to write a mail. */
    mailing: Mailing
    /** How long what is kept of people stays, and who answers for it. */
    periods: Periods
    /** Where large files are. */
    files: FileStore
    /** Those that came with the form, until it is answered. */
    sentFiles?: readonly SentFile[]
    privacyContact: string
    requestId: string
    /** From where it is asked, where that is known: to be hashed (`platform/networks/`), and neither kept nor logged. */
    address: string | null
    log: Logger
  }
}

/** What a panel on somebody else's page needs to know of the request. */
export type Viewing = { db: Db; actor: Actor; locale: Locale; now: Date; publicUrl: string }

/**
 * A piece that a module sets into a page of a module above it (the answer on a contribution's page);
 * null where it has nothing to say. `src/panels.ts` lists which panels each page gets.
 */
export type Panel<Subject> = (viewing: Viewing, subject: Subject) => Promise<Child>

export function viewingOf(c: Context<Env>): Viewing {
  const { db, actor, locale, now, publicUrl } = c.var
  return { db, actor, locale, now, publicUrl }
}

export async function showPanels<Subject>(
  panels: readonly Panel<Subject>[],
  viewing: Viewing,
  subject: Subject,
): Promise<Child[]> {
  return Promise.all(panels.map((panel) => panel(viewing, subject)))
}

/** `address`: where the page shown can be got, when it answers a form. */
export function frameOf(c: Context<Env>, address?: string): Frame {
  const { pathname, search } = new URL(c.req.url)
  const path = address ?? pathname + (c.req.method === 'GET' ? search : '')
  const { locale, viewerName, conformity } = c.var
  return { locale, viewerName, path, conformity }
}

/** Counts that a network does something, in all processes together; one that is not known is not counted. */
export async function countRequest(c: Context<Env>, limit: Limit): Promise<Counted> {
  const { db, address, now } = c.var
  return countWithin(db, limit, await hashNetwork(db, address, now), now)
}

/** The same where nothing was typed that would have to be kept: past the limit it ends there. */
export async function requireTurn(c: Context<Env>, limit: Limit): Promise<void> {
  const counted = await countRequest(c, limit)
  if (!counted.ok) throw new TooMany(limit.name, counted.until)
}

/** A page that says that something was done too often; programs read in a header after how many seconds it can be done again. */
export function sendTooMany(c: Context<Env>, page: Child, until: Date) {
  const seconds = Math.ceil((until.getTime() - c.var.now.getTime()) / 1000)
  c.header('Retry-After', String(Math.max(1, seconds)))
  c.header('Cache-Control', 'private, no-store')
  return sendPage(c, page, 429)
}

/** Shows a form again: with what is wrong, with when it can be sent again, or as it is. */
export function sendForm(
  c: Context<Env>,
  page: Child,
  { problems, notBefore }: { problems: readonly unknown[]; notBefore?: Date | null | undefined },
) {
  if (notBefore) return sendTooMany(c, page, notBefore)
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}

/** Sends a whole page; `status` 422 shows a form again with what was typed. */
export function sendPage(
  c: Context<Env>,
  page: Child,
  status: 200 | 400 | 403 | 404 | 413 | 422 | 429 | 500 | 503 = 200,
) {
  return c.html(html`<!doctype html> ${page}`, status)
}
