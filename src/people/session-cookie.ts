import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { CookieOptions } from 'hono/utils/cookie'
import { newToken } from '../platform/ids.ts'
import type { Env } from '../request.ts'
import { attemptMinutes, decisionMinutes } from './attempt.ts'
import { sessionSeconds } from './session-life.ts'
import { sessionCookie } from './session.ts'

export function readSessionCookie(c: Context<Env>): string | undefined {
  return isSecure(c) ? getCookie(c, sessionCookie, 'host') : getCookie(c, sessionCookie)
}

export function setSessionCookie(c: Context<Env>, token: string): void {
  set(c, token, sessionSeconds)
}

function set(c: Context<Env>, token: string, maxAge: number): void {
  setCookie(c, sessionCookie, token, {
    ...scopeOf(c),
    httpOnly: true,
    sameSite: 'Lax',
    maxAge,
  })
}

/**
 * Of a site that is reached over https, `__Host-` before the name: browsers then take the cookie over https only, and
 * from this host alone, not from whoever holds a neighbouring one (RFC 6265bis §4.1.3.2).
 */
function scopeOf(c: Context<Env>): CookieOptions {
  return isSecure(c) ? { path: '/', secure: true, prefix: 'host' } : { path: '/' }
}

function isSecure(c: Context<Env>): boolean {
  return c.var.publicUrl.startsWith('https:')
}

/**
 * By what an attempt to sign in knows this browser: the token of its session; for a visitor one in the same
 * cookie that opens nothing, and is gone as soon as an attempt would be.
 */
export function bindBrowser(c: Context<Env>): string {
  const held = readSessionCookie(c)
  if (held !== undefined && c.var.actor.kind === 'person') return held
  // Of several attempts at once each goes on: what could not be guessed stays as it is.
  const token = held !== undefined && /^[\w-]{43}$/.test(held) ? held : newToken()
  set(c, token, (attemptMinutes + decisionMinutes) * 60)
  return token
}

export function clearSessionCookie(c: Context<Env>): void {
  deleteCookie(c, sessionCookie, scopeOf(c))
}
