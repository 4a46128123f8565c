import { release, setMode } from '../moderate.ts'
import { publish } from '../take-part.ts'
import type { World } from '../world.ts'
import { openDetails } from './page-acts.ts'
import type { Pages } from './page-state.ts'
import { report, type People } from './sample-contributions.ts'

const log = `${report}/moderation`
const day = 24 * 3600 * 1000

/** The public log of moderation: full, of one outcome, with nothing of the kind; the oldest waits for long. */
export async function describeModerationLogPages(world: World, { salome }: People): Promise<Pages> {
  const maud = await world.person({ name: 'Maud', role: 'moderator' })
  const said = await world.person({ name: 'Quelqu’un que l’on attend' })
  await setMode(world, salome, 'before', '5')
  for (const [at, waited] of [1, 3, 2, 7, 4, 1].entries()) {
    const number = await publish(world, said, { path: `/fr${report}/contributions`, edition: '2' })
    await release(world, maud, number)
    const then = new Date(Date.now() - at * 13 * day)
    await world.db
      .updateTable('moderation_decision')
      .set({ decided_at: then })
      .where('contribution_number', '=', number)
      .execute()
    await world.db
      .updateTable('moderation_hold')
      .set({ held_at: new Date(then.getTime() - waited * day) })
      .where('contribution_number', '=', number)
      .execute()
  }
  await setMode(world, salome, 'after', '5')
  return {
    '/reports/:slug/moderation': [
      { name: 'moderation log', path: log },
      { name: 'moderation log, of one outcome', path: `${log}?outcome=withheld` },
      { name: 'moderation log, nothing of the kind', path: `${log}?month=2001-01` },
      { name: 'moderation log, as a table', path: log, act: openDetails },
    ],
  }
}
