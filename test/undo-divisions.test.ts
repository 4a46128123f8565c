import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { changeAs, slip, text, workshop } from './change-by-hand.ts'
import { camille, editor, isSound, letter, list, textIn, whole, world } from './division-world.ts'
import { readInto } from './read-again.ts'
import { publishNext } from './second-edition.ts'
import { textOf } from './take-part.ts'
import { openWorld, smallBill } from './world.ts'

test('what later changes stand on is not undone', async () => {
  await camille.split(list, 2)
  const split = (await camille.lastChange())?.id ?? 0
  const undoing = `${workshop}/changes/${split}/undoing`
  const refused = () =>
    camille.refused(
      () => camille.send(undoing, { ...slip, reason: 'À garder.' }),
      /D’autres changements ont suivi celui-ci/,
      'À garder.',
    )
  assert.equal((await camille.edit('La liste est', { wording: 'La liste est libre.' })).status, 303)
  await refused()
  assert.equal((await world.get(undoing, editor)).status, 422)
  const back = { wording: 'La liste est gratuite.' }
  assert.equal((await camille.edit('La liste est', back)).status, 303)
  await camille.split(list, 1)
  await refused()
  await camille.undo()
  for (const click of ['once they were taken back, it is', 'and a second click does nothing'])
    assert.equal((await camille.send(undoing, slip)).status, 303, click)
  assert.equal(await textIn(list), whole)

  await camille.merge(letter)
  const merger = (await camille.lastChange())?.id ?? 0
  const wording = 'Une lettre tient en deux pages.'
  assert.equal((await camille.edit(letter, { wording })).status, 303)
  await camille.refused(
    () => camille.send(`${workshop}/changes/${merger}/undoing`, slip),
    /D’autres changements ont suivi celui-ci/,
  )
  await isSound()
})

test('what an edition has published is not undone, and what is no split has no such page', async () => {
  const [, second] = await camille.split(list, 1)
  const split = (await camille.lastChange())?.id ?? 0
  await world.person({ name: 'Salomé' })
  await publishNext(world)
  await camille.refused(
    () => camille.send(`${workshop}/changes/${split}/undoing`, slip),
    /Une édition a publié ce changement/,
  )
  assert.equal((await camille.edit(letter, { wording: 'Une lettre est courte.' })).status, 303)
  const edit = await camille.lastChange()
  for (const id of [edit?.id, 0, 999_999, 'x'])
    assert.equal((await world.get(`${workshop}/changes/${id}/undoing`, editor)).status, 404)
  assert.equal((await world.get(`/fr/reports/petite-loi/passages/${second}`)).status, 200)
  await isSound()
})

/** What a page says of a change; nothing where it is not told there. */
async function toldOf(id: number, path = `${workshop}/changes`): Promise<string> {
  const page = await textOf(world.get(path, editor))
  return (
    (page.split(`<article class="change" id="change-${id}"`)[1] ?? '').split('</article>')[0] ?? ''
  )
}

const lastId = async () => (await camille.lastChange())?.id ?? 0

const offered = async (...ids: number[]) =>
  Promise.all(ids.map(async (id) => (await toldOf(id)).includes(`/changes/${id}/undoing"`)))

const on = 'Toute demande'

test('a change that was taken back says which did it, and is not undone once more', async () => {
  await camille.split(on, 1)
  const split = await lastId()
  await camille.undo()
  const merger = await lastId()
  const { id: blockId } = await world.blockWith(on)
  const history = `${text}/${blockId}`
  for (const path of [undefined, history]) {
    const undone = await toldOf(split, path)
    assert.match(undone, /Annulé depuis par\s: <a [^>]*>Passage réuni au suivant/)
    assert.ok(undone.includes(`href="${history}#change-${merger}"`))
    const undoing = await toldOf(merger, path)
    assert.match(undoing, /Annule\s: <a [^>]*>Passage coupé en deux/)
    assert.ok(undoing.includes(`href="${history}#change-${split}"`))
  }
  assert.deepEqual(await offered(split, merger), [false, true])
  await camille.undo()
  assert.match(await toldOf(merger), /Annule\s: [^]*Annulé depuis par/)
  assert.deepEqual(await offered(split, merger, await lastId()), [false, false, true])
  await camille.undo()
})

test('a change that was taken back says so as long as no edition published it', async () => {
  const [first, second] = await camille.split(on, 1)
  const split = await lastId()
  assert.deepEqual(await offered(split), [true])
  const wording = 'Le délai est d’un mois.'
  assert.equal((await camille.edit('Le délai est', { wording })).status, 303)
  assert.deepEqual(await offered(split), [false])
  await publishNext(world)
  await camille.merge(on)
  const later = await toldOf(split, `${text}/${first}`)
  assert.match(later, /Passage coupé en deux/)
  assert.doesNotMatch(later, /Annulé depuis/, 'what follows is another change')
  const away = await textOf(world.get(`${text}/${second}`, editor))
  assert.match(away, /Les séparer de nouveau/)
  assert.equal((await camille.edit(on, { wording: 'Toute demande est lue.' })).status, 303)
  assert.doesNotMatch(
    await textOf(world.get(`${text}/${second}`, editor)),
    /Les séparer de nouveau/,
  )
})

test('before the first edition, and by a file that is read again, the record holds as well', async () => {
  const unpublished = await openWorld({ editions: 0 })
  try {
    const { cookie } = await unpublished.person({ name: 'Salomé', role: 'editor-in-chief' })
    const hands = changeAs(unpublished, { cookie })
    await hands.split(list, 1)
    await hands.undo()
    await hands.split(list, 2)
    const [, away] = await hands.merge(letter)
    const sound = async () => {
      await unpublished.seal()
      assert.deepEqual((await verifyRecord(unpublished.db)).findings, [])
    }
    await sound()
    await publishNext(unpublished)
    await sound()
    assert.ok((await readInto(unpublished, await readFile(smallBill, 'utf8'))).ok)
    assert.equal((await unpublished.blockWith(list)).text, whole)
    assert.equal(
      (await unpublished.blockWith('Un sigle')).id,
      away,
      'its address has its words again',
    )
    await publishNext(unpublished)
    await sound()
  } finally {
    await unpublished.close()
  }
})
