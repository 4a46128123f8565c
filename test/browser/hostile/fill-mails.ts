import assert from 'node:assert/strict'
import { tasks } from '../../../src/jobs.ts'
import { runJobs } from '../../../src/platform/jobs/run-jobs.ts'
import { mailbox } from '../../../src/platform/mail/transport.ts'
import { jobsOf } from '../../mail-jobs.ts'
import { openSignInWorld, type SignInWorld } from '../../sign-in-world.ts'
import { newKey, numberIn } from '../../take-part.ts'
import { fieldsOf } from './say.ts'
import { send } from './fill-reports.ts'
import { release, withhold } from '../../moderate.ts'
import { fit, packs, vectors } from './vectors.ts'

/** A world whose mails tell what was said, answered and withheld, in the demonstration's mailbox. */
export async function fillMails(): Promise<SignInWorld> {
  const world = await openSignInWorld()
  const editor = await world.person({ name: 'Salomé' })
  for (const [at, reason] of packs(vectors, 3900).entries()) {
    const vector = { number: at + 1, text: packs(vectors, 190)[at] ?? '' }
    const as = await world.enter(`a-${at}@example.org`, fit(vector, 80))
    const form = { ...fieldsOf(vector), kind: 'source', edition: '1', key: newKey() }
    const said = async () =>
      numberIn(
        await send(
          world,
          '/fr/reports/petite-loi/contributions',
          { ...form, key: newKey(), step: 'publish' },
          as,
        ),
      )
    const withheld = await said()
    assert.equal((await withhold(world, editor, withheld, reason)).status, 303)
    const answered = await said()
    // Said twice, and full of links, it may be held: somebody reads it, and the author is told so too.
    await release(world, editor, answered)
    const answer = { c: `${answered}`, revision: `${answered}.1`, decision: 'noted', reason }
    await send(world, '/fr/workshop/reports/petite-loi/answers', answer, editor)
    await world.ask(`b-${at}@example.org`, `/fr/${encodeURIComponent(vector.text)}`)
  }
  await world.seal()
  await runJobs({ ...jobsOf(world, mailbox), tasks })
  return world
}
