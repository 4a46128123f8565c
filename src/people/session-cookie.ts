import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { newToken } from '../platform/ids.ts'
import type { Env } from '../request.ts'
import { attemptMinutes, decisionMinutes } from './attempt.ts'
import { sessionCookie, sessionSeconds } from './session.ts'

export function readSessionCookie(c: Context<Env>): string | undefined {
  return getCookie(c, sessionCookie)
}

/** `secure`: the site is reached over https, and its cookie never travels without. */
export function setSessionCookie(c: Context<Env>, token: string, secure: boolean): void {
  set(c, token, { secure, maxAge: sessionSeconds })
}

function set(c: Context<Env>, token: string, kept: { secure: boolean; maxAge: number }): void {
  setCookie(c, sessionCookie, token, { path: '/', httpOnly: true, sameSite: 'Lax', ...kept })
}

/**
 * By what an attempt to sign in knows this browser: the token of its session; for a visitor one in the same
 * cookie that opens nothing, and is gone as soon as an attempt would be.
 */
export function bindBrowser(c: Context<Env>, secure: boolean): string {
  const held = readSessionCookie(c)
  if (held !== undefined && c.var.actor.kind === 'person') return held
  // Of several attempts at once each goes on: what could not be guessed stays as it is.
  const token = held !== undefined && /^[\w-]{43}$/.test(held) ? held : newToken()
  set(c, token, { secure, maxAge: (attemptMinutes + decisionMinutes) * 60 })
  return token
}

export function clearSessionCookie(c: Context<Env>, secure: boolean): void {
  deleteCookie(c, sessionCookie, { path: '/', secure })
}
