import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amend, answer, camille, refused, workshop, world } from './answering.ts'
import { changeAs } from './change-by-hand.ts'
import { textOf } from './take-part.ts'

const queue = async (query: string) => {
  const page = await textOf(world.get(`${workshop}?${query}`, camille))
  const list = page.slice(page.indexOf('id="listed"'))
  return { list, numbers: [...list.matchAll(/name="c" value="(\d+)"/g)].map(([, n]) => Number(n)) }
}

test('the queue says what is in the way of an amendment, and can be narrowed down to it', async () => {
  const on = 'Article 3 -'
  const numbers = [
    await amend({ on, wording: 'Article 3 - Un délai' }),
    await amend({ on, wording: 'Article 3 - Le délai' }),
    await amend({ on, wording: 'Article 3 - Le délai' }),
  ]
  const [a = 0, b = 0, c = 0] = numbers
  const rivals = await queue('obstacle=rivals')
  for (const number of numbers) assert.ok(rivals.numbers.includes(number))
  assert.match(
    rivals.list,
    new RegExp(`n°\\s${a}<[^]*?En concurrence avec les amendements n°\\s${b} et n°\\s${c}<`, 'u'),
  )
  assert.match(
    rivals.list,
    new RegExp(`n°\\s${b}<[^]*?l’amendement n°\\s${a} · Même rédaction`, 'u'),
  )
  const equals = await queue('obstacle=equals&order=newest')
  assert.deepEqual(equals.numbers.slice(0, 2), [c, b])
  assert.match(equals.list, new RegExp(`Même rédaction que l’amendement n°\\s${c}<`, 'u'))
  assert.deepEqual((await queue('obstacle=changed')).numbers, [])
  assert.equal((await answer({ numbers: [a], decision: 'accepted' })).status, 303)
  const changed = await queue('obstacle=changed')
  assert.deepEqual(changed.numbers, [b, c])
  const still = (await queue('obstacle=rivals')).numbers
  assert.deepEqual(still, [], 'what is answered competes no more')
  assert.match(changed.list, /Ses phrases ont changé dans le texte de travail/)
  const { id } = await world.blockWith(on)
  await changeAs(world, camille).remove(on, { erratum: 'yes', reason: 'Retiré.' })
  assert.deepEqual((await queue('obstacle=gone')).numbers, [b, c])
  const gone = await refused({ numbers: [b], decision: 'accepted' }, /n’est plus dans le texte/)
  assert.doesNotMatch(gone, /name="whole"/, id)
  await refused(
    {
      decision: 'accepted-in-part',
      numbers: [b, c],
      stands: 'a'.repeat(64),
      whole: 'Article 3 - Un mot',
    },
    /n’est plus dans le texte/,
  )
  const all = (await queue('')).numbers
  assert.deepEqual((await queue('obstacle=anything')).numbers, all)
  assert.match((await queue('obstacle=rivals&answered=1')).list, /Acceptée?|Accepté/)
})
