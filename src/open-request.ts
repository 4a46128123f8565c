import { randomUUID } from 'node:crypto'
import type { BlockList } from 'node:net'
import type { Context } from 'hono'
import { loggedPath } from './log-request.ts'
import { readSessionCookie } from './people/index.ts'
import { visitor } from './permissions.ts'
import type { Db } from './platform/db/connect.ts'
import { negotiateLocale } from './platform/http/negotiate-locale.ts'
import type { FileStore } from './platform/files/file-store.ts'
import type { Logger } from './platform/log.ts'
import type { Mailing } from './platform/mail/mail.ts'
import { isOffered, type Locale } from './platform/messages.ts'
import { clientAddress, readProxies } from './platform/networks/client-address.ts'
import { usualPeriods, type Periods } from './platform/periods.ts'
import type { Env } from './request.ts'

type Options = {
  db: Db
  log: Logger
  publicUrl: string
  mailing: Mailing
  pseudoLocale: boolean
  clock: () => Date
  files: FileStore
  trustedProxies?: readonly string[]
  periods?: Periods
  privacyContact?: string
}

/** In which language it is asked; and that nothing made for one person is kept for another. */
export function openRequest(options: Options) {
  const { db, log, publicUrl, mailing, pseudoLocale, clock } = options
  const { periods = usualPeriods, privacyContact = mailing.from } = options
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
    c.set('files', options.files)
    c.set('privacyContact', privacyContact)
    c.set('actor', visitor)
    c.set('viewerName', null)
    c.set('conformity', null)
    c.set('locale', localeOf(c, pseudoLocale))
    await next()
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

function addressOf(c: Context<Env>, proxies: BlockList): string | null {
  // Asked by a test, without a server, there is no environment at all.
  const peer = (c.env as Env['Bindings'] | undefined)?.incoming?.socket.remoteAddress
  return clientAddress({ peer, forwarded: c.req.header('X-Forwarded-For'), proxies })
}

function setCaching(c: Context<Env>, personal: boolean): void {
  if (!c.res.headers.has('Cache-Control')) {
    c.header('Cache-Control', personal ? 'private, no-store' : 'public, max-age=0, must-revalidate')
  }
  const negotiated = !isOffered(firstOf(c.req.path)) && firstOf(c.req.path) !== 'qps'
  c.header('Vary', negotiated ? 'Accept-Language, Cookie' : 'Cookie', { append: true })
}

/** The first part of a path: the language of a page. */
function firstOf(path: string): string {
  return path.split('/')[1] ?? ''
}

function localeOf(c: Context<Env>, pseudoLocale: boolean): Locale {
  const first = firstOf(c.req.path)
  if (first === 'qps' && pseudoLocale) return 'qps'
  return isOffered(first) ? first : negotiateLocale(c.req.header('Accept-Language'))
}
