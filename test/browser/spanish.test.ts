import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeAdministrator } from '../make-administrator.ts'
import { publish, type Somebody } from '../take-part.ts'
import { openWorld, type World } from '../world.ts'
import { auditPage } from './audit.ts'
import { requireBrowser } from './journeys.ts'
import { serve } from './serve.ts'
import { openPage } from './visit.ts'

// Spanish says most things in more letters than French; every page in every state is seen in it by `npm run test:every`.

let world: World
let sights: [Somebody | undefined, string[]][]
before(async () => {
  world = await openWorld()
  const [nour, salome, maud, admin] = await Promise.all([
    world.person({ name: 'Nour' }),
    world.person({ name: 'Salomé', role: 'editor-in-chief' }),
    world.person({ name: 'Maud', role: 'moderator' }),
    makeAdministrator(world),
  ])
  const number = await publish(world, nour, { body: 'Una observación.' })
  const block = await world.blockWith('Chaque commune publie')
  const report = '/es/reports/petite-loi'
  const workshop = '/es/workshop/reports/petite-loi'
  const passage = `${report}/passages/${block.id}`
  sights = [
    [undefined, ['/es', report, passage, `${report}/contributions`, '/es/account/sign-in']],
    [undefined, ['/es/journal', '/es/charter', '/es/terms', '/es/privacy', '/es/accessibility']],
    [nour, ['/es/account', `/es/contributions/${number}`, `${passage}/amendment`]],
    [nour, ['/es/permissions', '/es/account/erasure']],
    [undefined, [`${report}/editions`]],
    [salome, [workshop, `${workshop}/text`, `${workshop}/import`, `${workshop}/publication`]],
    [maud, [`${workshop}/moderation`, `/es/workshop/contributions/${number}/moderation`]],
    [admin, ['/es/admin', '/es/admin/terms', '/es/admin/team']],
  ]
})
after(() => world.close())

test('no page cuts or overflows in Spanish at 320 px', async (t) => {
  const browser = await requireBrowser(t)
  if (!browser) return
  const served = await serve(world)
  const faults: string[] = []
  try {
    for (const [as, paths] of sights) {
      const [name = '', value = ''] = as?.cookie.split('=') ?? []
      const visit = await openPage(browser, {
        baseUrl: served.baseUrl,
        script: false,
        width: 320,
        locale: 'es-EC',
        cookie: as && { name, value },
      })
      for (const path of paths) {
        const answer = await visit.page.goto(path)
        assert.equal(answer?.status(), 200, path)
        assert.equal(await visit.page.locator('html').getAttribute('lang'), 'es')
        const found = await auditPage(visit.page, await visit.page.content(), 'layout')
        faults.push(...found.map((fault) => `${path}: ${fault}`))
      }
      await visit.close()
    }
  } finally {
    await served.close()
  }
  assert.deepEqual(faults, [])
})
