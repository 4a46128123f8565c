import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ControlledTransaction } from 'kysely'
import type { Hono } from 'hono'
import { actions, operator, rolesFor, type Action, type Role } from '../src/permissions.ts'
import type { DB } from '../src/platform/db/schema.ts'
import { grantRole, siteDomain } from '../src/roles/index.ts'
import type { Env } from '../src/request.ts'
import { routeAccess } from '../src/route-access.ts'
import { walkers, type Walker } from '../src/walkers.ts'
import { draftRequest, toRequest } from './malformed/build-request.ts'
import { awayProvider } from './malformed/fill-ways-in.ts'
import { fillWorld, type FilledWorld } from './malformed/fill.ts'
import { listRoutes, type Route } from './malformed/routes.ts'
import { appOn, origin } from './world.ts'

type Cookie = string | undefined

let world: FilledWorld
let routes: Route[]
let app: Hono<Env>
let tx: ControlledTransaction<DB, string[]>
let cookies: Map<Walker, Cookie>

before(async () => {
  world = await fillWorld()
  routes = (await listRoutes(world)).filter(({ pattern }) => !/^\/(en|es|qps)(\/|$)/.test(pattern))
  cookies = await signInAll()
  // What a request does is taken back after it, so that each meets the same world.
  tx = await world.db.startTransaction().execute()
  app = appOn(tx, [awayProvider])
})
after(async () => {
  await tx.rollback().execute()
  await world.close()
})

/** Of each role, somebody who has it and has done nothing yet. */
async function signInAll(): Promise<Map<Walker, Cookie>> {
  const found = new Map<Walker, Cookie>([['reader', undefined]])
  const { cookie } = await world.person({ name: 'Une personne' })
  found.set('contributor', cookie)
  for (const role of [
    'clerk',
    'moderator',
    'rapporteur',
    'editor-in-chief',
    'guarantor',
  ] as const) {
    found.set(role, (await world.person({ name: `De passage, ${role}`, role })).cookie)
  }
  for (const role of ['moderator', 'administrator'] as const) {
    const somebody = await world.person({ name: `De tout le site, ${role}` })
    const given = { personId: somebody.actor.personId ?? 0, role, domain: siteDomain }
    await grantRole(world.db, operator, given, new Date())
    found.set(role === 'moderator' ? 'moderator of the site' : role, somebody.cookie)
  }
  return found.set('editor of another report', world.cookieOf('Odile'))
}

const nameOf = ({ method, pattern }: Route) => `${method} ${pattern.replace(/^\/fr(?=\/)/, '')}`

/** Whether a request got to what is behind the route; `own`: of whoever the page offers it to. */
async function isLetIn(route: Route, who: Walker | 'own'): Promise<boolean> {
  const saved = await tx.savepoint('before').execute()
  const get: FilledWorld['get'] = async (path, as) =>
    app.request(`${origin}${path}`, { headers: as ? { Cookie: as.cookie } : {} })
  const draft = await draftRequest({ ...world, get }, route, { seed: 0, button: 0, breaks: [] })
  const cookie = who === 'own' ? world.cookieOf(draft.as) : cookies.get(who)
  const response = await app.request(toRequest(draft, cookie))
  const text = await response.text()
  await saved.rollbackToSavepoint('before').execute()
  if (response.status === 404) return false
  if (/\/account\/sign-in\?/.test(response.headers.get('Location') ?? '')) return false
  return !text.includes('id="signed-out"')
}

test('every route is in the table, and nothing else', () => {
  const known = routes.map(nameOf).toSorted()
  assert.deepEqual(Object.keys(routeAccess).toSorted(), known)
})

test('every route lets in those whom the table names, and nobody else', async () => {
  const wrong: string[] = []
  for (const route of routes) {
    const access = routeAccess[nameOf(route)]
    for (const walker of walkers) {
      const expected = access?.who.includes(walker) ?? false
      if ((await isLetIn(route, walker)) !== expected) wrong.push(`${walker}: ${nameOf(route)}`)
    }
  }
  assert.deepEqual(wrong, [])
})

test('what is somebody’s own is open to them', async () => {
  const shut: string[] = []
  for (const route of routes) {
    const access = routeAccess[nameOf(route)]
    if (access?.who.length === 0 && !(await isLetIn(route, 'own'))) shut.push(nameOf(route))
  }
  assert.deepEqual(shut, [])
})

test('each rule turned round is noticed by a route', async () => {
  const unnoticed: string[] = []
  for (const action of actions) {
    const behind = routes.filter((route) => routeAccess[nameOf(route)]?.action === action)
    const isOwn = behind.every((route) => routeAccess[nameOf(route)]?.who.length === 0)
    for (const who of behind.length === 0 ? [] : isOwn ? (['own'] as const) : walkers) {
      if (!(await isNoticed(action, who, behind))) unnoticed.push(`${action}: ${who}`)
    }
  }
  assert.deepEqual(unnoticed, [])
})

/** Whoever is let in is shut out of the rule, and whoever is not is let in: does a route tell? */
async function isNoticed(action: Action, who: Walker | 'own', behind: readonly Route[]) {
  const rule = rolesFor(action)
  const before = [...rule]
  const held = rolesOf(who)
  const isOpen = before.some((role) => held.includes(role))
  // No rule lets in a visitor, who is nobody.
  if (!isOpen && who === 'reader') return true
  const turned: Role[] = isOpen ? before.filter((role) => !held.includes(role)) : ['contributor']
  replace(rule, turned)
  try {
    for (const route of behind) if (await isOtherwise(route, who)) return true
    return false
  } finally {
    replace(rule, before)
  }
}

/** In the table itself, which nothing but this test changes. */
function replace(rule: readonly Role[], roles: readonly Role[]): void {
  Reflect.apply(Array.prototype.splice, rule, [0, rule.length, ...roles])
}

async function isOtherwise(route: Route, who: Walker | 'own'): Promise<boolean> {
  const access = routeAccess[nameOf(route)]
  const expected = who === 'own' ? access?.who.length === 0 : (access?.who.includes(who) ?? false)
  return (await isLetIn(route, who)) !== expected
}

/** All that somebody has, on the things of this world. */
function rolesOf(who: Walker | 'own'): readonly Role[] {
  switch (who) {
    case 'reader':
      return []
    case 'own':
      return ['author', 'concerned', 'guarantor', 'member', 'organisation-lead', 'rapporteur']
    case 'editor of another report':
      return ['contributor']
    case 'moderator of the site':
      return ['moderator', 'contributor']
    default:
      return [who, 'contributor']
  }
}
