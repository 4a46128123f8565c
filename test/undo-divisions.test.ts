import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { changeAs, slip, workshop } from './change-by-hand.ts'
import { camille, editor, isSound, letter, list, textIn, whole, world } from './division-world.ts'
import { readInto } from './read-again.ts'
import { publishNext } from './second-edition.ts'
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
    assert.notEqual((await unpublished.blockWith('Un sigle')).id, away, 'an alias stays one')
    await publishNext(unpublished)
    await sound()
  } finally {
    await unpublished.close()
  }
})
