import assert from 'node:assert/strict'
import { listAppeals } from '../../../src/moderation/appeal-store.ts'
import { isReadableLine } from '../../../src/people/index.ts'
import { listDecisions } from '../../../src/moderation/index.ts'
import { answerAppeal, answerFlags, flag, followedFrom } from '../../flagging.ts'
import { withhold } from '../../moderate.ts'
import { publish, type Somebody } from '../../take-part.ts'
import type { World } from '../../world.ts'
import type { Sight } from './look.ts'
import { packs, vectors } from './vectors.ts'

/** Everything that those who flag, contest and decide can write, and the pages that show it. */
export async function fillRedress(world: World): Promise<Sight[]> {
  const maud = await world.person({ name: 'Maud', role: 'moderator' })
  const milo = await world.person({ name: 'Milo', role: 'moderator' })
  const texts = packs(vectors, 3900)
  const laws = packs(vectors, 290)
  const names = vectors.filter((one) => isReadableLine(one.text) && one.text.length <= 120)
  const sights: Sight[] = []
  for (const [at, text] of texts.entries()) {
    const name = names[at * 7]?.text ?? 'Sans nom'
    const filling = { world, maud, milo, at, text, law: laws[at] ?? '', name }
    sights.push(...(await flagAndContest(filling)), ...(await hideAndContest(filling)))
  }
  const queue = '/fr/workshop/reports/petite-loi/moderation'
  return [...sights, { path: queue, as: milo }, { path: `${queue}/appeals`, as: milo }]
}

type Filling = {
  world: World
  maud: Somebody
  milo: Somebody
  text: string
  law: string
  name: string
  at: number
}

/** A flag that waits beside one whose dismissal was contested and confirmed. */
async function flagAndContest(filling: Filling): Promise<Sight[]> {
  const { world, maud, milo, text, law, name, at } = filling
  const nour = await world.person({ name: `Nour ${at}` })
  const number = await publish(world, nour, { body: 'Signalée.' })
  const email = `${at}@example.org`
  const said = { name, ground: 'law', law, explanation: text }
  assert.equal((await flag(world, number, { ...said, email })).status, 303)
  assert.equal((await answerFlags(world, maud, number, { reason: text })).status, 303)
  const path = await followedFrom(world, email)
  await world.post(`${path}/appeal`, [['reason', text]])
  assert.equal((await flag(world, number, { ...said, email: `b${email}` })).status, 303)
  const [appeal] = await listAppeals(world.db, number)
  const fields = { outcome: 'confirmed', answer: text }
  assert.equal((await answerAppeal(world, milo, appeal?.id ?? 0, fields)).status, 303)
  return [
    { path },
    { path: `/fr/workshop/contributions/${number}/moderation`, as: maud },
    { path: `/fr/workshop/appeals/${appeal?.id}`, as: milo },
  ]
}

/** A withholding that its author contests. */
async function hideAndContest({ world, maud, milo, text, at }: Filling): Promise<Sight[]> {
  const nour = await world.person({ name: `Nour ${at}` })
  const number = await publish(world, nour, { body: 'Masquée.' })
  await withhold(world, maud, number, text)
  const [decision] = await listDecisions(world.db, number)
  const statement = `/fr/contributions/${number}/decisions/${decision?.id}`
  await world.post(`${statement}/appeal`, [['reason', text]], nour)
  const [appeal] = await listAppeals(world.db, number)
  return [
    { path: statement, as: nour },
    { path: `/fr/workshop/appeals/${appeal?.id}`, as: milo },
  ]
}
