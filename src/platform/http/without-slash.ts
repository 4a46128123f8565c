import type { Context } from 'hono'

/**
 * Leads from an address that somebody ended with a slash to the one without, within this site; null from any
 * other. As it was sent: what is decoded may hold a tab, which browsers leave out between two slashes.
 */
export function withoutSlash(c: Context): Response | null {
  const { pathname, search } = new URL(c.req.url)
  const [, shorter] = /^(\/[^/\\].*?)\/+$/.exec(pathname) ?? []
  if (c.req.method !== 'GET' || shorter === undefined) return null
  return c.redirect(`${shorter}${search}`, 301)
}
