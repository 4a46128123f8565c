import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { keepNotice } from '../src/legal-notice/keep-notice.ts'
import { emptyNotice } from '../src/legal-notice/notice.ts'
import { sendTerms } from './keep-terms.ts'
import { makeAdministrator } from './make-administrator.ts'
import { statusOf, textOf, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let admin: Somebody
before(async () => {
  world = await openWorld()
  admin = await makeAdministrator(world)
})
after(() => world.close())

const page = '/fr/admin'

test('whoever administers a new site is told what it still lacks, and where that is said', async () => {
  const told = await textOf(world.get(page, admin))
  assert.match(told, /3 choses vous attendent/)
  assert.match(told, /href="\/fr\/admin\/legal-notice"[^]*Il manque 7 choses[^]*à faire/)
  assert.match(told, /href="\/fr\/admin\/terms"[^]*texte livré avec le logiciel[^]*à faire/)
  assert.match(told, /href="\/fr\/admin\/accessibility"[^]*Aucun audit n’est publié[^]*à faire/)
  for (const path of [
    '/fr/workshop/charter',
    '/fr/admin/erasures',
    '/fr/admin/team',
    '/fr/admin/bans',
  ]) {
    assert.ok(told.includes(`href="${path}"`), path)
    assert.equal(await statusOf(world.get(path, admin)), 200, path)
  }
  assert.match(await textOf(world.get('/fr/account', admin)), /href="\/fr\/admin"[^]*3 choses/)
})

test('what is said no longer waits', async () => {
  const typed = {
    ...emptyNotice,
    publisher: 'Réseau des villes',
    publisherAddress: 'Lille',
    publisherPhone: '03 20 00 00 00',
    director: 'Anne Dupré',
    host: 'Un hébergeur',
    hostAddress: 'Lille',
    hostPhone: '3600',
  }
  assert.ok((await keepNotice(world.db, admin.actor, { read: 0, typed }, new Date())).ok)
  await sendTerms(world, admin, { text: 'Notre texte.' })
  const told = await textOf(world.get(page, admin))
  assert.match(told, /1 chose vous attend[^]*Aucun audit[^]*Tout ce que la loi demande est dit/)
})

test('nobody else finds the page, or is led to it', async () => {
  for (const role of ['moderator', 'editor-in-chief', 'guarantor', undefined] as const) {
    const other = await world.person({ name: `Quelqu’un ${role}`, ...(role && { role }) })
    assert.equal(await statusOf(world.get(page, other)), 404, role)
    assert.doesNotMatch(await textOf(world.get('/fr/account', other)), /href="\/fr\/admin"/)
  }
  assert.equal((await world.get(page)).status, 303)
})
