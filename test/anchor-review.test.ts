import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  alike,
  camille,
  decide,
  held,
  idsOf,
  open,
  review,
  said,
  salome,
  undo,
  workshop,
  world,
  written,
} from './review-world.ts'
import { blockIn, fates } from './second-edition.ts'
import { reportPath, textOf } from './take-part.ts'

test('the review is for the editors, who find it in the workshop and on the edition', async () => {
  const nour = await world.person({ name: 'Nour' })
  for (const path of ['', `/place?a=${(await idsOf(said.gone))[0]}`])
    assert.equal((await world.get(review + path, nour)).status, 404)
  assert.equal((await world.get(review)).status, 303, 'a visitor is asked to sign in')
  const [id = ''] = await idsOf(said.gone)
  const before = await written()
  assert.equal((await decide([id], { decision: 'left' }, nour)).status, 404)
  assert.equal((await undo([id], nour)).status, 404)
  const attached = { decision: 'attached', block: (await blockIn(world, 2, fates.kept)).id }
  assert.equal((await decide([id], attached, nour)).status, 404)
  assert.deepEqual(await written(), before)
  const link = `href="${review}"`
  assert.ok((await textOf(world.get(workshop, camille))).includes(link))
  assert.match(
    await textOf(world.get(workshop, camille)),
    /3 contributions dont le passage est à revoir/,
  )
  const edition = `${reportPath}/editions/2`
  assert.ok((await textOf(world.get(edition, camille))).includes(link))
  assert.ok(!(await textOf(world.get(edition, nour))).includes(link))
})

test('the doubtful passages stand beside what was read, those on the same words together', async () => {
  const page = await open()
  assert.match(page, /À revoir \(3\)/)
  assert.match(page, /2 mot pour mot, 1 modifié, 1 déplacé, 2 réécrits et 1 sans place/)
  assert.equal(page.match(/class="to-review"/g)?.length, 2)
  assert.match(page, /<mark>Toute demande reçoit une réponse motivée\.<\/mark>/)
  assert.match(page, /Nul ne reste sans nouvelles\. Le délai est de trois mois\./)
  assert.match(page, /Suivi à travers les changements de son paragraphe/)
  assert.match(page, /Sans place dans l’édition 2/)
  for (const number of [said.rewritten, alike, said.gone])
    assert.ok(page.includes(`/fr/contributions/${number}"`))
  for (const number of [said.kept, said.split, said.edited])
    assert.ok(!page.includes(`/fr/contributions/${number}"`))
})

test('a place is confirmed once, of several at once, and can be taken back', async () => {
  const ids = await idsOf(said.rewritten, alike)
  const was = await held(alike)
  const sent = await Promise.all([1, 2].map(() => decide(ids, { decision: 'confirmed' })))
  for (const { status, headers } of sent) {
    assert.equal(status, 303)
    assert.equal(headers.get('Location'), `${review}?done=confirmed`)
  }
  const now = await held(alike)
  const { id } = now
  assert.deepEqual(now, { ...was, id, rule: 'confirmed' })
  assert.match(await open('?done=confirmed'), /<output class="notice">La place est confirmée/)
  const decided = await open('?show=decided')
  assert.match(decided, /Place confirmée par Camille le/)
  assert.match(decided, /Décidés \(2\)/)
  const page = await textOf(world.get(`/fr/contributions/${alike}`))
  assert.match(page, /Place confirmée par Camille le/)
  const undone = await Promise.all([1, 2].map(() => undo([String(id)])))
  for (const { status } of undone) assert.equal(status, 303)
  assert.deepEqual(await held(alike), was, 'what was carried holds again')
  assert.match(await open(), /À revoir \(2\)/)
})

test('a passage that an editor leaves without a place is told at the end of its part', async () => {
  const ids = await idsOf(alike)
  assert.equal((await decide(ids, { decision: 'left' })).status, 303)
  const { state, rule, home_id: home } = await held(alike)
  const article = await blockIn(world, 2, 'Article 3')
  assert.deepEqual([state, rule, home], ['orphan', 'left', article.id])
  const part = await textOf(world.get(`${reportPath}/part/${article.id}`))
  assert.match(part, /id="orphans-here"/)
  assert.ok(part.includes(`/fr/contributions/${alike}"`))
  assert.equal((await decide(await idsOf(said.gone), { decision: 'confirmed' })).status, 422)
})

test('a contribution is attached by hand to words that an editor chooses, without any script', async () => {
  const [id = ''] = await idsOf(said.gone)
  const place = `${review}/place?a=${id}`
  const page = await textOf(world.get(place, camille))
  assert.match(page, /Une lettre tient en une page\./)
  assert.match(page, /Les services publics|Un sigle y est développé/, 'what stands around')
  const kept = await blockIn(world, 2, fates.kept)
  assert.ok(page.includes(`block=${kept.id}`))
  const search = await textOf(world.get(`${place}&q=gratuite`, camille))
  assert.match(search, /La liste est <mark>gratuite<\/mark>\./)
  assert.match(search, /1 passage a ces mots/)
  const under = await blockIn(world, 2, 'Article 1')
  assert.match(
    await textOf(world.get(`${place}&under=${under.id}`, camille)),
    /La liste est gratuite/,
  )
  assert.match(await textOf(world.get(`${place}&q=zzz`, camille)), /Aucun passage n’a ces mots/)
  assert.match(await textOf(world.get(`${place}&block=${kept.id}`, camille)), /name="words"/)

  const to = { decision: 'attached', block: kept.id }
  const before = await written()
  const refused = await decide([id], { ...to, words: 'Des mots d’ailleurs' })
  assert.equal(refused.status, 422)
  const again = await refused.text()
  assert.match(again, /Ces mots ne sont pas dans ce passage/)
  assert.match(again, /Des mots d’ailleurs/)
  const cookieless = await decide([id], { ...to, words: 'sigle y est' }, { ...camille, cookie: '' })
  assert.equal(cookieless.status, 422)
  assert.match(await cookieless.text(), /session a pris fin[^]*sigle y est/)
  assert.deepEqual(await written(), before)

  assert.equal((await decide([id], { ...to, words: 'sigle y est' })).status, 303)
  const now = await held(said.gone)
  assert.deepEqual(
    [
      now.state,
      now.rule,
      now.block_id,
      kept.text.slice(now.start_offset ?? 0, now.end_offset ?? 0),
    ],
    ['rewritten', 'attached', kept.id, 'sigle y est'],
  )
  const passage = await textOf(world.get(`${reportPath}/passages/${kept.id}`))
  assert.ok(passage.includes(`/fr/contributions/${said.gone}"`))
  assert.match(
    await textOf(world.get(`/fr/contributions/${said.gone}`)),
    /Rattaché à la main par Camille/,
  )
})

test('the second of two editors is told, and nothing is decided over the first', async () => {
  const ids = await idsOf(said.rewritten)
  assert.equal((await decide(ids, { decision: 'left' }, salome)).status, 303)
  const before = await written()
  const second = await decide(ids, { decision: 'confirmed' })
  assert.equal(second.status, 422)
  const page = await second.text()
  assert.match(page, /Quelqu’un d’autre de la rédaction vient de décider/)
  assert.match(page, /Laissé sans place par Salomé le/)
  assert.equal((await undo(ids)).status, 422, 'what was seen no longer holds')
  assert.equal((await decide([], { decision: 'left' })).status, 422, 'nothing is ticked')
  assert.equal((await decide(['999999'], { decision: 'left' })).status, 422)
  assert.match(await textOf(decide(ids, { decision: 'x' })), /Dites ce que vous décidez/)
  assert.deepEqual(await written(), before)
  assert.match(await open(), /Rien n’est à revoir/)
})
