import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as fc from './properties.ts'
import { verifyRecord } from '../src/editions/index.ts'
import { sha256 } from '../src/platform/canonical.ts'
import { brokenRequests, hugeNumbers, type Broken } from './malformed/breaks.ts'
import { draftRequest, toRequest } from './malformed/build-request.ts'
import { countSaved } from './malformed/count-saved.ts'
import { giveRolesBack } from './malformed/fill-roles.ts'
import { fillWorld, type FilledWorld } from './malformed/fill.ts'
import { reachOf } from './malformed/gates.ts'
import { findFaults } from './malformed/judge.ts'
import { findPattern, listRoutes, type Route } from './malformed/routes.ts'
import { findUnreached, nameOf, shareHandled, tabulate, type Sent } from './malformed/tally.ts'

/**
 * Others than usual, to look for what these did not find:
 * `VIVACE_TEST_SEED=7 VIVACE_TEST_REQUESTS=10000 npm test test/malformed.test.ts`
 */
const seed = Number(process.env['VIVACE_TEST_SEED'] ?? 1)
const atLeast = Number(process.env['VIVACE_TEST_REQUESTS'] ?? 3000)

let world: FilledWorld
let routes: Route[]
before(async () => {
  world = await fillWorld()
  routes = await listRoutes(world)
})
after(() => world.close())

test('a page leads to every route', () => {
  const unknown = routes.filter(({ seeds }) => seeds.length === 0).map(nameOf)
  assert.deepEqual(unknown, [], 'name a page that leads there in test/malformed/fill.ts')
})

test('malformed requests to every route are answered, and nothing is half-saved', async (t) => {
  const sent: Sent[] = []
  const failures: string[] = []
  const each = Math.ceil(atLeast / routes.length)
  for (const route of routes) {
    const property = fc.asyncProperty(brokenRequests(route), async (broken) => {
      sent.push(await sendBroken(route, broken))
    })
    // The other languages lead to the same handlers.
    const examples = /^[/](en|es|qps)/.test(route.pattern) ? [] : hugeNumbers(route)
    const numRuns = each + examples.length
    const checked = await fc.check(property, { numRuns, seed: seed + seedOf(route), examples })
    if (checked.failed) failures.push(describeFailure(route, checked))
  }
  const share = shareHandled(sent)
  t.diagnostic(`${sent.length} malformed requests to ${routes.length} routes, seed ${seed}`)
  for (const line of tabulate(sent)) t.diagnostic(line)
  t.diagnostic(`${(share * 100).toFixed(1)} % reached a handler past parsing`)
  assert.equal(failures.join('\n\n'), '')
  assert.ok(sent.length >= atLeast)
  assert.ok(share >= 0.6, 'more than a few are turned away before any handler')
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  assert.deepEqual(await sendAgain(findUnreached(routes, sent)), [])
})

/** To routes that nothing got to, in a world where nothing has been taken away yet; returns those that it still does not. */
async function sendAgain(names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return []
  await world.close()
  world = await fillWorld()
  const missed = (await listRoutes(world)).filter((route) => names.includes(nameOf(route)))
  const sent: Sent[] = []
  for (const route of missed) {
    const property = fc.asyncProperty(brokenRequests(route), async (broken) => {
      sent.push(await sendBroken(route, broken))
    })
    await fc.assert(property, { numRuns: 20, seed: seed + seedOf(route) })
  }
  return findUnreached(missed, sent)
}

/** By its name: a further route changes nothing of what is sent to the others. */
function seedOf(route: Route): number {
  return sha256(nameOf(route)).readUInt16BE()
}

/** Sends it and judges the answer; what is wrong is thrown, with the request as it was sent. */
async function sendBroken(route: Route, broken: Broken): Promise<Sent> {
  const draft = await draftRequest(world, route, broken)
  const request = toRequest(draft, world.cookieOf(draft.as))
  const cookie = request.headers.get('Cookie')
  const isOwn = findPattern(world.app, route.method, request.url) === route.pattern
  const before = route.method === 'POST' ? await countSaved(world) : ''
  const response = await world.app.request(request)
  const { status, headers } = response
  const answer = { status, headers, text: await response.text() }
  const saved = before !== '' && status >= 400 ? await countSaved(world) : before
  if (headers.has('Set-Cookie')) await world.signIn(draft.as)
  if (route.pattern.endsWith('/:grant/end')) await giveRolesBack(world)
  const faults = findFaults(draft, cookie, answer).join('; ')
  assert.equal(faults, '', `${faults}\n${JSON.stringify(draft).slice(0, 4000)}`)
  assert.equal(saved, before, `${status}, and something is saved`)
  return { route, status, reach: reachOf(answer, isOwn) }
}

/** The smallest request that fails, as it was made and as it was sent. */
function describeFailure(route: Route, { counterexample, errorInstance }: fc.RunDetails<[Broken]>) {
  const said = errorInstance instanceof Error ? errorInstance.message : String(errorInstance)
  return [nameOf(route), JSON.stringify(counterexample?.[0]).slice(0, 2000), said].join('\n')
}
