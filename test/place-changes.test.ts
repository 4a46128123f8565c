import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { changeAs, slip, text, type ChangingHands } from './change-by-hand.ts'
import { publish, reportPath, statusOf, textOf, type Fields, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let nour: Somebody
let camille: Somebody & ChangingHands
before(async () => {
  world = await openWorld()
  nour = await world.person({ name: 'Nour' })
  const editor = await world.person({ name: 'Camille', role: 'rapporteur' })
  camille = { ...editor, ...changeAs(world, editor) }
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

test('a passage is inserted once, however often it is sent', async () => {
  const { id: after } = await world.blockWith('Chaque commune publie')
  const path = `${text}/insertion?after=${after}`
  const form = {
    ...(await camille.fieldsOf(path)),
    ...slip,
    kind: 'list-item',
    level: '6',
    step: 'apply',
  }
  const wording = 'Et un plan de la ville.'
  await camille.refused(
    () => camille.send(`${text}/insertions`, form),
    /Écrivez ce que le passage doit dire/,
  )
  await camille.refused(
    () => camille.send(`${text}/insertions`, { ...form, kind: 'poem', wording }),
    /Choisissez de quelle sorte/,
    wording,
  )
  const looked = await camille.send(`${text}/insertions`, { ...form, wording, step: 'preview' })
  assert.match(await looked.text(), /<li>Et un plan de la ville\.<\/li>/)
  const sent = await camille.send(`${text}/insertions`, { ...form, wording })
  assert.equal(sent.status, 303)
  assert.equal((await camille.send(`${text}/insertions`, { ...form, wording })).status, 303)
  const made = await world.blockWith(wording)
  assert.equal(sent.headers.get('Location'), `${text}/${made.id}?done=added`)
  assert.deepEqual([made.kind, made.level], ['list-item', 4])
  const ids = await camille.order()
  assert.equal(ids[ids.indexOf(after) + 1], made.id)
  assert.equal(ids.filter((id) => id === made.id).length, 1)
  const other = await camille.send(`${text}/insertions`, { ...form, wording: 'Et une boussole.' })
  const second = await world.blockWith('Et une boussole.')
  assert.equal(other.headers.get('Location'), `${text}/${second.id}?done=added`)
  assert.notEqual(second.id, made.id, 'other words are another passage')
  const gone = { ...form, id: 'zzzzzzzzzz', after: 'yyyyyyyyyy', wording: 'Perdu ?' }
  const lost = await camille.refused(
    () => camille.send(`${text}/insertions`, gone),
    /choisissez une autre place/,
    'Perdu ?',
  )
  assert.match(lost, /<select id="after"[^]*<option value="[0-9a-z]{10}"[^]*Article 1/)
  assert.doesNotMatch(lost, /Le texte commence ici/)
})

test('a passage is taken out and put back under its own address, with what was said of it', async () => {
  const on = 'Une réponse tardive'
  const block = await world.blockWith(on)
  const ids = await camille.order()
  const said = `${reportPath}/passages/${block.id}/contributions`
  const number = await publish(world, nour, { path: said, body: 'J’y tiens.' })
  const form = await textOf(world.get(`${text}/${block.id}/removal`, camille))
  assert.match(form, /1 contribution en parle/)
  await camille.remove(on)
  assert.ok(!(await camille.order()).includes(block.id))
  const page = await textOf(world.get(`${text}/${block.id}`, camille))
  assert.match(page, /Une réponse tardive/)
  assert.match(page, new RegExp(`/${block.id}/return`))
  assert.match(await textOf(world.get(text, camille)), /Retiré ici[^]*Une réponse tardive/)
  assert.equal(await statusOf(world.get(`${text}/${block.id}/move`, camille)), 200)
  const lost = { step: 'apply', ...slip, read: '', wording: 'Écrit trop tard.' }
  await camille.refused(
    () => camille.send(`${text}/${block.id}/edits`, lost),
    /a retiré ce passage/,
    lost.wording,
  )

  const near = ids[ids.indexOf(block.id) - 1] ?? ''
  const back = `${text}/${block.id}/return?after=${near}`
  const fields: Fields = { ...(await camille.fieldsOf(back)), ...slip }
  assert.equal(fields['after'], near)
  const sent = await camille.send(`${text}/${block.id}/return`, fields)
  assert.equal(sent.headers.get('Location'), `${text}/${block.id}?done=returned`)
  assert.equal((await camille.send(`${text}/${block.id}/return`, fields)).status, 303)
  assert.deepEqual(await camille.order(), ids)
  const again = await world.blockWith(on)
  assert.deepEqual(again, block)
  assert.match(await textOf(world.get(`${text}/${block.id}`, camille)), /J’y tiens/)
  assert.ok(number > 0)
})

test('a heading is moved, or taken out, with everything under it, or goes alone', async () => {
  const { id: article } = await world.blockWith('Article 1 -')
  const { id: next } = await world.blockWith('Article 2 -')
  const ids = await camille.order()
  const section = ids.slice(ids.indexOf(article), ids.indexOf(next))
  assert.ok(section.length > 2)
  const last = ids.at(-1) ?? ''
  const path = `${text}/${article}/move?after=${last}`
  const fields = { ...(await camille.fieldsOf(path)), ...slip }
  const inside = { ...fields, after: section[1] ?? '' }
  await camille.refused(
    () => camille.send(`${text}/${article}/move`, inside),
    /choisissez une autre place/,
  )
  assert.equal((await camille.send(`${text}/${article}/move`, fields)).status, 303)
  const moved = await camille.order()
  assert.deepEqual(moved.slice(-section.length), section)
  assert.equal(
    (await camille.send(`${text}/${article}/move`, fields)).status,
    303,
    'a second click',
  )
  assert.deepEqual(await camille.order(), moved)
  await camille.refused(
    () =>
      camille.send(`${text}/${article}/removal`, { ...slip, read: 'f'.repeat(64), whole: 'yes' }),
    /Quelqu’un l’a changé depuis/,
  )
  await camille.remove('Article 1 -', { whole: 'yes' })
  assert.deepEqual(await camille.order(), moved.slice(0, -section.length))
  for (const [at, id] of section.entries()) {
    const after = at === 0 ? (moved.at(-section.length - 1) ?? '') : (section[at - 1] ?? '')
    const back = { ...(await camille.fieldsOf(`${text}/${id}/return?after=${after}`)), ...slip }
    assert.equal((await camille.send(`${text}/${id}/return`, back)).status, 303)
  }
  assert.deepEqual(await camille.order(), moved)
  await camille.remove('Article 1 -', { whole: 'no' })
  assert.deepEqual(
    await camille.order(),
    moved.filter((id) => id !== article),
  )
})
