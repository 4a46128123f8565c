import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listWorkingBlocks, requireReport } from '../src/reports/index.ts'
import { amend, answer, camille, form, salome, world } from './answering.ts'
import { changeAs } from './change-by-hand.ts'
import { publishNext } from './second-edition.ts'
import { textOf } from './take-part.ts'

/** The number of the heading that says this in the working text. */
async function numberOf(title: string): Promise<string | null | undefined> {
  const { id } = await requireReport(world.db, 'petite-loi')
  return (await listWorkingBlocks(world.db, id)).find(({ text }) => text.includes(title))?.number
}

test('a heading that an amendment numbers anew has that number, as one that was changed by hand', async () => {
  assert.equal(await numberOf('Inventaire'), '1')
  const wording = 'Article 1 bis - Inventaire des services'
  const number = await amend({ on: 'Article 1 - Inventaire', wording })
  const accepted = await answer({ numbers: [number], decision: 'accepted' })
  assert.equal(accepted.status, 303, await accepted.text())
  assert.equal(await numberOf('Inventaire'), '1 bis')
  const edited = await changeAs(world, salome).edit('Article 2 - Langue', {
    wording: 'Article 4 - Langue des services',
  })
  assert.equal(edited.status, 303)
  assert.equal(await numberOf('Langue'), '4')
  // What was published is made again from its causes when the record is verified, after these tests.
  await publishNext(world)
})

test('so has one whose wording an editor finished', async () => {
  const number = await amend({
    on: 'Article 3 - Délai',
    wording: 'Article 3 - Délai de la réponse',
  })
  const finished = await answer({
    numbers: [number],
    decision: 'accepted-in-part',
    wording: 'Article 5 - Délai',
  })
  assert.equal(finished.status, 303, await finished.text())
  assert.equal(await numberOf('Délai'), '5')
})

test('so has one of which editors made one wording of two', async () => {
  const on = 'Article 4 - Langue'
  const numbers = [
    await amend({ on, wording: 'Article 4 - Langues', edition: '2', sentence: '2' }),
    await amend({ on, wording: 'Article 4 - Langage', edition: '2', sentence: '2' }),
  ]
  const page = await textOf(world.get(form(numbers), camille))
  const stands = /name="stands" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? ''
  const whole = 'Article 6 - Langues et langage'
  const finished = await answer({ numbers, decision: 'accepted-in-part', whole, stands })
  assert.equal(finished.status, 303, await finished.text())
  assert.equal(await numberOf('langage'), '6')
})
