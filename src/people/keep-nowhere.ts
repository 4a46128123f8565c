import type { Context, Next } from 'hono'
import type { Env } from '../request.ts'

/** What stands under such an address is for whoever holds it: no cache keeps it. */
export function keepNowhere(c: Context<Env>, next: Next): Promise<void> {
  c.header('Cache-Control', 'private, no-store')
  return next()
}
