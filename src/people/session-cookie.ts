import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Env } from '../request.ts'
import { sessionCookie, sessionSeconds } from './session.ts'

export function readSessionCookie(c: Context<Env>): string | undefined {
  return getCookie(c, sessionCookie)
}

/** `secure`: the site is reached over https, and its cookie never travels without. */
export function setSessionCookie(c: Context<Env>, token: string, secure: boolean): void {
  setCookie(c, sessionCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    maxAge: sessionSeconds,
  })
}

export function clearSessionCookie(c: Context<Env>, secure: boolean): void {
  deleteCookie(c, sessionCookie, { path: '/', secure })
}
