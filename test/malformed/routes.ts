import assert from 'node:assert/strict'
import type { Hono } from 'hono'
import type { Env } from '../../src/request.ts'
import { origin } from '../world.ts'
import type { FilledWorld } from './fill.ts'
import type { Name, Page } from './people.ts'
import { readPage } from './read-page.ts'

export type Method = 'GET' | 'POST'

/** Where a request of a route starts from: the page that somebody sees, and for a POST its form there. */
export type Seed = { as: Name; page: string; action: string }

export type Route = {
  method: Method
  pattern: string
  seeds: Seed[]
  /** What the addresses of the site's own links ask. */
  asked: string[]
}

/** Of one route for one person: enough to begin with. */
const mostSeeds = 4

/** Every route of the app that can be got or posted to, with the ways in that its own pages offer. */
export async function listRoutes(world: FilledWorld): Promise<Route[]> {
  const { app } = world
  const routes = new Map<string, Route>()
  for (const { method, path: pattern } of app.routes) {
    if (method !== 'GET' && method !== 'POST') continue
    routes.set(`${method} ${pattern}`, { method, pattern, seeds: [], asked: [] })
  }
  for (const page of world.pages) await openPage(world, routes, page)
  for (const route of routes.values()) translateSeeds(routes, route)
  return [...routes.values()]
}

/** A page is a way into its own route; its links and forms are ways into others. */
async function openPage(
  world: FilledWorld,
  routes: Map<string, Route>,
  [as, page]: Page,
): Promise<void> {
  const { app } = world
  const keep = (method: Method, action: string) =>
    keepSeed(app, routes, { method, seed: { as, page, action } })
  keep('GET', page)
  const cookie = world.cookieOf(as)
  const response = await world.get(page, cookie === undefined ? undefined : { cookie })
  assert.ok(response.status < 400, `${page} answers ${response.status} to ${as}`)
  if (!(response.headers.get('Content-Type') ?? '').startsWith('text/html')) return
  const { links, forms } = readPage(await response.text())
  for (const link of links) {
    const path = localPath(link, page)
    if (path !== null) keep('GET', path)
  }
  for (const { method, action, fields } of forms) {
    const path = localPath(action, page) ?? page
    if (method === 'post') keep('POST', path)
    else
      noteAsked(
        routes.get(`GET ${findPattern(app, 'GET', path)}`),
        fields.map(({ name }) => name),
      )
  }
}

function keepSeed(
  app: Hono<Env>,
  routes: Map<string, Route>,
  { method, seed }: { method: Method; seed: Seed },
): void {
  const route = routes.get(`${method} ${findPattern(app, method, seed.action)}`)
  if (!route) return
  noteAsked(route, [...new URL(seed.action, origin).searchParams.keys()])
  const theirs = route.seeds.filter(({ as }) => as === seed.as)
  const isNew = theirs.every(({ action }) => action !== seed.action)
  if (isNew && theirs.length < mostSeeds) route.seeds.push(seed)
}

function noteAsked(route: Route | undefined, asked: string[]): void {
  if (route) route.asked = [...new Set([...route.asked, ...asked])]
}

/** Pages were read in French; the same ways lead into the other languages. */
function translateSeeds(routes: Map<string, Route>, route: Route): void {
  const [, locale] = /^[/](en|es|qps)(?=[/]|$)/.exec(route.pattern) ?? []
  if (locale === undefined) return
  const french = routes.get(`${route.method} ${route.pattern.replace(`/${locale}`, '/fr')}`)
  const own = (path: string) => path.replace(/^[/]fr(?=[/?]|$)/, `/${locale}`)
  route.asked = french?.asked ?? []
  route.seeds = (french?.seeds ?? []).map(({ as, page, action }) => ({
    as,
    page: own(page),
    action: own(action),
  }))
}

/** The pattern of the route whose handler would answer; null where none would. */
export function findPattern(app: Hono<Env>, method: Method, address: string): string | null {
  const path = app.getPath(new Request(new URL(address, origin)))
  const [handlers] = app.router.match(method, path)
  const route = handlers.map(([[, one]]) => one).find((one) => one.method === method)
  return route?.path ?? null
}

/** The address within this site that a link leads to. */
function localPath(link: string, page: string): string | null {
  if (link.startsWith('#')) return null
  const url = new URL(link || page, new URL(page, origin))
  return url.origin === origin ? url.pathname + url.search : null
}
