import type { Answer } from './judge.ts'

/** How far a request came. */
export const reaches = [
  'handled',
  'not there',
  'sign in first',
  'turned away',
  'elsewhere',
] as const
export type Reach = (typeof reaches)[number]

/**
 * `handled`: the route's own handler read what was sent and answered it: with a page, a file, a redirect,
 * or its own form with what is wrong. Everything else stopped before: the handler looked up the address
 * and nothing is there for this person; it wants a session first; the guards before every handler turned
 * it away (no form, another site's, too long, an address that is no text); the broken address is no longer
 * that route's.
 */
export function reachOf({ status, headers }: Answer, isOwn: boolean): Reach {
  if (!isOwn) return 'elsewhere'
  if (status === 400 || status === 403 || status === 413) return 'turned away'
  if (status === 404) return 'not there'
  return /[/]account[/]sign-in[?]return=/.test(headers.get('Location') ?? '')
    ? 'sign in first'
    : 'handled'
}
