import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { keepTopicsAs, question, readTopics } from './keep-topics.ts'
import { publish, reportPath, textOf, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let nour: Somebody
let iris: Somebody
before(async () => {
  world = await openWorld()
  nour = await world.person({ name: 'Nour' })
  iris = await world.person({ name: 'Iris' })
})
after(() => world.close())

/** The words of each side, as a page shows them beside each other; empty where it shows none. */
function sidesIn(page: string): { for: string; against: string } {
  const side = (stance: string) =>
    (new RegExp(`<section class="${stance}"[^]*?</section>`).exec(page)?.[0] ?? '').replaceAll(
      /<[^>]+>/g,
      ' ',
    )
  return { for: side('for'), against: side('against') }
}

const argue = (as: Somebody, path: string, stance: string, body: string) =>
  publish(world, as, { path, kind: 'argument', stance, body })

test('on a passage, a topic and a contribution both sides stand beside each other', async () => {
  const { id } = await world.blockWith('Chaque commune publie')
  const camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  const slug = await keepTopicsAs(world, camille).open(question)
  const remark = await publish(world, nour, { body: 'De quoi parler.' })
  for (const [path, page] of [
    [`${reportPath}/passages/${id}/contributions`, `${reportPath}/passages/${id}`],
    [`${readTopics}/${slug}/contributions`, `${readTopics}/${slug}`],
    [`/fr/contributions/${remark}/replies`, `/fr/contributions/${remark}`],
  ] as const) {
    assert.deepEqual(sidesIn(await textOf(world.get(page))), { for: '', against: '' }, page)
    await argue(nour, path, 'for', 'Une raison pour.')
    const alone = sidesIn(await textOf(world.get(page)))
    assert.match(alone.for, /Pour \(1\)[^]*Une raison pour/)
    assert.match(alone.against, /Personne n’a encore argumenté de ce côté/)
    const against = await argue(iris, path, 'against', 'Une raison contre.')
    const both = sidesIn(await textOf(world.get(page)))
    assert.match(both.against, /Contre \(1\)[^]*Une raison contre/)
    assert.doesNotMatch(both.for, /contre/i)
    await world.post(`/fr/contributions/${against}/withdrawal`, [], iris)
    assert.match(sidesIn(await textOf(world.get(page))).against, /Personne n’a encore/)
  }
})
