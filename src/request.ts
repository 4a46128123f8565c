import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Actor } from './permissions.ts'
import type { Db } from './platform/db/connect.ts'
import type { Locale } from './platform/messages.ts'
import type { Logger } from './platform/log.ts'
import type { Periods } from './platform/periods.ts'
import type { Mailing } from './platform/mail/mail.ts'
import type { Frame } from './ui/layout.tsx'

/** What every handler finds in `c.var`. */
export type Env = {
  /** What the server knows of a request; a test that asks the program itself has none. */
  Bindings: { incoming?: IncomingMessage }
  Variables: {
    db: Db
    actor: Actor
    viewerName: string | null
    locale: Locale
    now: Date
    /** Under which people reach the site: what an address to cite starts with. */
    publicUrl: string
    /** What an act needs to write a mail. */
    mailing: Mailing
    /** How long what is kept of people stays, and who answers for it. */
    periods: Periods
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
  return { locale: c.var.locale, viewerName: c.var.viewerName, path }
}

/** Sends a whole page; `status` 422 shows a form again with what was typed. */
export function sendPage(
  c: Context<Env>,
  page: Child,
  status: 200 | 400 | 403 | 404 | 413 | 422 | 429 | 500 | 503 = 200,
) {
  return c.html(html`<!doctype html> ${page}`, status)
}
