import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findContribution } from '../src/contributions/index.ts'
import { formOf, publish, reportPath, textOf, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let nour: Somebody
let path = ''
let text = ''
before(async () => {
  world = await openWorld()
  nour = await world.person({ name: 'Nour' })
  const block = await world.blockWith('Chaque commune publie')
  path = `${reportPath}/passages/${block.id}/contributions`
  text = block.text
})
after(() => world.close())

const passageOf = async (number: number) => (await findContribution(world.db, number))?.passage

test('exact words are quoted as the report has them, with what stands around', async () => {
  const number = await publish(world, nour, { path, words: ' met À JOUR ' })
  const passage = await passageOf(number)
  assert.equal(passage?.exact, 'met à jour')
  const { start, end } = passage
  assert.equal(text.slice(start, end), passage.exact)
  assert.equal(passage.prefix, text.slice(Math.max(0, start - 64), start))
  assert.equal(passage.suffix, text.slice(end, end + 64))
  const shown = await textOf(world.get(`/fr/contributions/${number}`))
  assert.match(shown, /<blockquote[^>]*><p>met à jour<\/p>/)
})

test('words that stand in several places are chosen among them, without losing what was typed', async () => {
  const asked = await world.post(path, formOf({ path, words: 'liste', body: 'Laquelle ?' }), nour)
  assert.equal(asked.status, 422)
  const shown = await asked.text()
  assert.match(shown, /plusieurs fois dans le passage[^]*Lesquels[^]*<mark>liste<\/mark>/)
  assert.match(shown, />Laquelle \?<\/textarea>/)
  assert.equal([...shown.matchAll(/name="occurrence" value="(\d)"/g)].length, 2)
  const number = await publish(world, nour, { path, words: 'liste', occurrence: '2' })
  assert.equal((await passageOf(number))?.start, text.lastIndexOf('liste'))
})

test('words that are not there are refused, and ticked sentences are outweighed by words', async () => {
  const refused = await world.post(path, formOf({ words: 'introuvables' }), nour)
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /ne sont pas dans le passage[^]*>introuvables<\/textarea>/)
  const number = await publish(world, nour, { path, words: 'gratuite', sentence: '1' })
  assert.equal((await passageOf(number))?.exact, 'gratuite')
  const ticked = await publish(world, nour, { path, sentence: '1-2' })
  assert.match((await passageOf(ticked))?.exact ?? '', /^Chaque commune[^]*chaque année\. ?$/)
})
