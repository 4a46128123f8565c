import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ControlledTransaction } from 'kysely'
import { freeActs } from '../src/free-acts.ts'
import type { DB } from '../src/platform/db/schema.ts'
import { draftRequest, toRequest, type Draft } from './malformed/build-request.ts'
import { countSaved } from './malformed/count-saved.ts'
import { awayProvider } from './malformed/fill-ways-in.ts'
import { fillWorld, type FilledWorld } from './malformed/fill.ts'
import { listRoutes, type Route } from './malformed/routes.ts'
import { appOn } from './world.ts'

let world: FilledWorld
let acts: Route[]
let tx: ControlledTransaction<DB, string[]>

before(async () => {
  world = await fillWorld()
  acts = (await listRoutes(world)).filter(
    ({ method, pattern }) => method === 'POST' && !/^\/(en|es|qps)(\/|$)/.test(pattern),
  )
  // As after a version that asks everybody.
  tx = await world.db.startTransaction().execute()
  await tx.deleteFrom('terms_consent').execute()
})
after(async () => {
  await tx.rollback().execute()
  await world.close()
})

/** A newcomer's form has the box of its own. */
function withoutConsent(draft: Draft): Draft {
  const { body } = draft
  if (body === null || 'text' in body) return draft
  return { ...draft, body: { ...body, fields: body.fields.filter(({ name }) => name !== 'terms') } }
}

const nameOf = ({ method, pattern }: Route) => `${method} ${pattern.replace(/^\/fr(?=\/)/, '')}`

test('every act asks for the terms before anything is done, but for those that are free', async () => {
  const app = appOn(tx, [awayProvider])
  const wrong: string[] = []
  for (const route of acts) {
    const saved = await tx.savepoint('before').execute()
    const counted = await countSaved({ db: tx })
    const draft = await draftRequest(world, route, { seed: 0, button: 0, breaks: [] })
    // Whoever is nobody is not asked: they are not let in, or become somebody by it.
    const cookie = draft.as === 'visitor' ? world.cookieOf('Nour') : world.cookieOf(draft.as)
    const response = await app.request(toRequest(withoutConsent(draft), cookie))
    const asks = (await response.text()).includes('id="consent"')
    const unchanged = (await countSaved({ db: tx })) === counted
    await saved.rollbackToSavepoint('before').execute()
    if (asks === freeActs.includes(nameOf(route))) wrong.push(nameOf(route))
    if (asks && !unchanged) wrong.push(`${nameOf(route)}: something is done`)
  }
  assert.deepEqual(wrong, [])
})

test('each act that is free is one that there is', () => {
  const known = new Set(acts.map(nameOf))
  assert.deepEqual(
    freeActs.filter((act) => !known.has(act)),
    [],
  )
})
