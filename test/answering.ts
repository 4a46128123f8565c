import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { newKey, publish, reportPath, type Somebody } from './take-part.ts'

export const workshop = '/fr/workshop/reports/petite-loi'

export let world: SignInWorld
export let nour: Somebody
export let iris: Somebody
export let camille: Somebody
export let salome: Somebody
before(async () => {
  world = await openSignInWorld()
  nour = await world.person({ name: 'Nour' })
  iris = await world.person({ name: 'Iris' })
  camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  salome = await world.person({ name: 'Salomé' })
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

let authors = 0
/** Somebody new: one person says only so much in an hour. */
const somebody = () => world.person({ name: `Autrice ${(authors += 1)}` })

export const remark = async (body = 'Une remarque.') => publish(world, await somebody(), { body })

type Amending = { on?: string; sentence?: string; wording: string; edition?: string }
export async function amend({ on = 'Chaque commune publie', ...said }: Amending): Promise<number> {
  const block = await world.blockWith(on)
  const path = `${reportPath}/passages/${block.id}/amendments`
  return publish(world, await somebody(), { path, sentence: '1', body: 'Parce que.', ...said })
}

type AmendingAll = { on?: string; edition?: string; wording: string }
/** Rewrites several sentences of a passage, by their numbers; some of them it may only repeat. */
export async function amendAll(
  sentences: readonly string[],
  { on = 'Chaque commune publie', edition = '1', wording }: AmendingAll,
): Promise<number> {
  const { id } = await world.blockWith(on)
  const key = newKey()
  const fields = [
    ...sentences.map((n): [string, string] => ['sentence', n]),
    ...Object.entries({ wording, body: 'Parce que.', edition, key, step: 'publish' }),
  ]
  const sent = await world.post(`${reportPath}/passages/${id}/amendments`, fields, iris)
  assert.equal(sent.status, 303, await sent.text())
  return Number(/contributions\/(\d+)\//.exec(sent.headers.get('Location') ?? '')?.[1])
}

type Answering = {
  numbers: number[]
  decision?: string
  reason?: string
  wording?: string
  /** The whole passage, as typed for how it stood. */
  whole?: string
  stands?: string
  /** In a field that a refusal took off the form. */
  typed?: string
  back?: string
  read?: number
}
export const answer = (
  { numbers, read = 1, ...rest }: Answering,
  as: Somebody | undefined = camille,
) =>
  world.post(
    `${workshop}/answers`,
    [
      ...numbers.map((number): [string, string] => ['c', String(number)]),
      ...numbers.map((number): [string, string] => ['revision', `${number}.${read}`]),
      ...Object.entries({ decision: 'noted', reason: 'Voici pourquoi.', ...rest }),
    ],
    as,
  )
export const form = (numbers: readonly (number | string)[]) =>
  `${workshop}/answer?${numbers.map((number) => `c=${number}`).join('&')}`

/** All that an answer writes. */
export async function written() {
  const { db } = world
  return {
    answers: await db.selectFrom('answer').selectAll().orderBy('id').execute(),
    links: await db
      .selectFrom('answer_contribution')
      .selectAll()
      .orderBy('contribution_number')
      .execute(),
    text: await db.selectFrom('working_block').selectAll().orderBy('block_id').execute(),
    changes: await db.selectFrom('change').selectAll().orderBy('id').execute(),
    settled: await db
      .selectFrom('contribution')
      .select(['number', 'settled_at'])
      .orderBy('number')
      .execute(),
    entries: await db.selectFrom('journal_entry').select('id').orderBy('id').execute(),
    mails: await db.selectFrom('mail').select('id').orderBy('id').execute(),
  }
}

/** Refused with 422 and these words, what was typed is kept, and nothing is written. */
export async function refused(answering: Answering, ...said: RegExp[]): Promise<string> {
  const before = await written()
  const sent = await answer(answering)
  assert.equal(sent.status, 422)
  const page = await sent.text()
  for (const words of said) assert.match(page, words)
  assert.ok(page.includes(answering.reason ?? 'Voici pourquoi.'), 'the reason is kept')
  assert.deepEqual(await written(), before)
  return page
}

export const causesOf = (number: number) =>
  world.db
    .selectFrom('change_cause as cause')
    .innerJoin('change', 'change.id', 'cause.change_id')
    .select(['change.id', 'change.block_id as on', 'change.after_text as after', 'change.reason'])
    .where('cause.contribution_number', '=', number)
    .execute()
