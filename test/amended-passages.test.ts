import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listAnchorsIn } from '../src/anchors/index.ts'
import { requireEdition } from '../src/reports/index.ts'
import { amend, answer, salome, workshop, world } from './answering.ts'
import { changeAs } from './change-by-hand.ts'
import { fates, publishNext, sayOf } from './second-edition.ts'
import { textOf } from './take-part.ts'

const wording = 'Nul ne reste sans nouvelles.'

let amendment: number
let remark: number

/** What a contribution's page says of its passage. */
async function became(number: number, lang = 'fr'): Promise<string> {
  const page = await textOf(world.get(`/${lang}/contributions/${number}`))
  const [, list = ''] = /<ul class="became">([^]*?)<\/ul>/.exec(page) ?? []
  return list.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

async function anchorIn(edition: number, number: number) {
  const found = await requireEdition(world.db, 'petite-loi', String(edition))
  const anchor = (await listAnchorsIn(world.db, found.edition.id, [number])).get(number)
  assert.ok(anchor)
  return anchor
}

async function fateOf(number: number) {
  const { state, rule, doubtful } = await anchorIn(2, number)
  return [state, rule, doubtful]
}

test('the passage of an accepted amendment, which its own wording replaced, is not to be reviewed', async () => {
  amendment = await amend({ on: fates.rewritten, wording })
  remark = await sayOf(world, fates.rewritten)
  const accepted = await answer({ numbers: [amendment], decision: 'accepted' })
  assert.equal(accepted.status, 303, await accepted.text())
  await publishNext(world)
  assert.deepEqual(await fateOf(amendment), ['rewritten', 'recorded', false])
  assert.deepEqual(await fateOf(remark), ['rewritten', 'recorded', true])
  const review = await textOf(world.get(`${workshop}/editions/2/anchors`, salome))
  assert.ok(review.includes(`/fr/contributions/${remark}"`))
  assert.ok(!review.includes(`/fr/contributions/${amendment}"`))
})

test('its page says that the wording that came of it stands there, and leads to it', async () => {
  assert.match(
    await became(amendment),
    /Édition 2\s: à sa place se lit la rédaction issue de cet amendement\. Le lire/,
  )
  assert.match(await became(amendment, 'en'), /the wording that came of this amendment stands/)
  const { place } = await anchorIn(2, amendment)
  const page = await textOf(world.get(`/fr/contributions/${amendment}`))
  assert.ok(page.includes(`/passages/${place?.blockId}?edition=2"`))
  assert.match(await became(remark), /d’autres mots ont pris sa place/)
})

test('once other words stand there, each edition is told for itself', async () => {
  const edited = await changeAs(world, salome).edit(wording, {
    wording: 'Chaque courrier en vaut un autre. Le délai est de trois mois.',
  })
  assert.equal(edited.status, 303)
  await publishNext(world)
  assert.match(
    await became(amendment),
    /Édition 2\s: à sa place se lit la rédaction issue.*Édition 3\s: d’autres mots ont pris sa place/,
  )
  assert.equal((await anchorIn(3, amendment)).doubtful, true)
})
