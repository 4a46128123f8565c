import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { answerForm } from './answer-form.ts'
import { findTraces } from './find-traces.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { publish, statusOf } from './take-part.ts'

let world: SignInWorld
before(async () => {
  world = await openSignInWorld()
})
after(() => world.close())

const erasing = Object.entries({ texts: 'kept', when: 'now', word: 'EFFACER' })

test('whatever is done with them meanwhile is done before or refused, and the record stays whole', async () => {
  const camille = await world.person({ name: 'Camille' })
  for (let round = 0; round < 6; round += 1) {
    const somebody = await world.person({ name: `En même temps ${round}` })
    const number = await publish(world, somebody, { body: 'Tout à la fois.' })
    const revision: [string, string][] = Object.entries({
      revision: '1',
      body: 'Autrement dit.',
      step: 'publish',
      key: `a-key-of-round-${round}-and-more`,
    })
    const sent = await Promise.all([
      world.post('/fr/workshop/reports/petite-loi/answers', answerForm(number, 'noted'), camille),
      world.post(`/fr/contributions/${number}/revisions`, revision, somebody),
      world.post('/fr/account/erasure', erasing, somebody),
      world.post(
        '/fr/account/profile',
        [
          ['name', 'Encore là'],
          ['side', 'citizen'],
          ['office', 'none'],
          ['locale', 'fr'],
        ],
        somebody,
      ),
      publish(world, somebody, { body: 'Encore un mot.' }).then(
        () => ({ status: 303 }),
        () => ({ status: 303 }),
      ),
    ])
    for (const { status } of sent) assert.ok(status < 500, String(status))
    assert.equal(await statusOf(world.get('/fr/account', somebody)), 303)
    const left = await findTraces(world.db, [`En même temps ${round}`, 'Encore là'])
    assert.deepEqual(left, [])
  }
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
})
