import assert from 'node:assert/strict'
import { test } from 'node:test'
import { slip, text, workshop } from './change-by-hand.ts'
import { publishNext } from './second-edition.ts'
import { camille, isSound, letter, list, world } from './division-world.ts'
import { reportPath, textOf } from './take-part.ts'

let latest = 1

async function change(on: string, wording: string): Promise<void> {
  assert.equal((await camille.edit(on, { wording })).status, 303)
}

/** Each change that the next edition tells: what it was, and its words. */
async function publishAndRead(): Promise<string[]> {
  await publishNext(world)
  latest += 1
  const page = await textOf(world.get(`${reportPath}/editions/${latest}/changes`))
  const [, ...sections] = page.split('<section class="change ')
  return sections.map((section) =>
    (section.split(/<section aria|<nav class="pages|<[/]main/)[0] ?? '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' '),
  )
}

test('a split whose second piece became a part of the next passage is told as one, with all that was done', async () => {
  await camille.split(list, 2, { reason: 'Deux obligations.' })
  await change('La liste est gratuite', 'La liste en est libre.')
  await change(
    list,
    'Chaque commune publie la liste de ses services. Elle la met à jour chaque mois.',
  )
  await camille.merge('La liste en est libre', {
    reason: 'La liste et ses services vont ensemble.',
  })
  const told = await publishAndRead()
  assert.equal(told.length, 1, told.join('\n'))
  assert.match(told[0] ?? '', /Passages redécoupés/)
  assert.match(told[0] ?? '', /Deux obligations[^]*La liste et ses services vont ensemble/)
  assert.match(told[0] ?? '', /La liste est gratuite\. \[ajouté\] mois\. La liste en est libre/)
  await isSound()
})

test('a split whose first piece was then taken out is told as a split', async () => {
  await camille.split('Toute demande', 1, { reason: 'Le délai à part.' })
  await change('Le délai est', 'Le délai est de deux mois.')
  await camille.remove('Toute demande', { reason: 'C’est dit ailleurs.' })
  const told = await publishAndRead()
  assert.equal(told.length, 1, told.join('\n'))
  assert.match(told[0] ?? '', /Passage partagé en plusieurs[^]*supprimé\] Toute demande/)
  assert.match(told[0] ?? '', /Le délai à part[^]*C’est dit ailleurs/)
})

test('what was merged, edited, edited back and taken apart again has no part in what is told', async () => {
  const kept = 'Une lettre tient en une ou deux pages.'
  await change(letter, kept)
  await camille.merge(letter, { reason: 'Par mégarde.' })
  const merger = (await camille.lastChange())?.id ?? 0
  await change(letter, `${kept} Un sigle y est banni.`)
  await change(letter, `${kept} Un sigle y est développé.`)
  const undone = await camille.send(`${workshop}/changes/${merger}/undoing`, slip)
  assert.equal(undone.status, 303)
  await change(letter, 'Une lettre tient en deux pages.')
  const told = await publishAndRead()
  assert.equal(told.length, 1, told.join('\n'))
  assert.match(told[0] ?? '', /Passage modifié/)
  assert.doesNotMatch(told[0] ?? '', /mégarde/)
  await isSound()
})

test('a merger into a passage that no edition had is told as a merger', async () => {
  const on = letter
  const { id, kind, level } = await world.blockWith(on)
  const order = await camille.order()
  const follows = order[order.indexOf(id) - 1] ?? ''
  const path = `${text}/insertions`
  const fields = { after: follows, kind, level: `${level}`, wording: 'Une page a deux côtés.' }
  const inserted = await camille.send(path, {
    step: 'apply',
    ...slip,
    ...fields,
  })
  assert.equal(inserted.status, 303, await inserted.text())
  await camille.merge('Une page a deux côtés', { reason: 'Une seule règle.' })
  const told = await publishAndRead()
  assert.equal(told.length, 1, told.join('\n'))
  assert.match(told[0] ?? '', /Passages réunis[^]*Une seule règle/)
})
