import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findContribution } from '../src/contributions/index.ts'
import { verifyRecord } from '../src/editions/index.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { formOf, publish, textOf, type Fields, type Somebody } from './take-part.ts'

let world: SignInWorld
let maud: Somebody
let ines: Somebody
before(async () => {
  world = await openSignInWorld()
  maud = await world.person({ name: 'Maud', role: 'moderator' })
  ines = { ...(await world.enter('ines@example.org', 'Inès')), actor: maud.actor }
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const queue = '/fr/workshop/reports/petite-loi/moderation'
const pattern = 'signs:hidden-field'
const there = `${queue}/alike?pattern=${encodeURIComponent(pattern)}`
const stateOf = async (number: number) => (await findContribution(world.db, number))?.state
const states = (numbers: number[]) => Promise.all(numbers.map(stateOf))

let people = 0
const trapped = async (body: string, as?: Somebody) =>
  publish(world, as ?? (await world.person({ name: `Robot ${(people += 1)}` })), {
    body,
    website: 'x',
  })

/** The form as the page has it: when it was opened, and all that it lists, ticked. */
async function openForm(): Promise<[string, string][]> {
  const page = await textOf(world.get(there, maud))
  const ticked = [...page.matchAll(/name="number" value="(\d+)" checked/g)]
  return [
    ['pattern', pattern],
    ['at', /name="at" value="(\d+)"/.exec(page)?.[1] ?? ''],
    ...ticked.map(([, number = '']): [string, string] => ['number', number]),
  ]
}
const decide = (form: readonly [string, string][], fields: Fields, as?: Somebody) =>
  world.post(`${queue}/alike`, [...form, ...Object.entries(fields)], as)
const refusal = { choice: 'withheld', ground: '1', reason: 'De la publicité.' }

test('what is held for the same is listed together, and only for moderators', async () => {
  const numbers = [await trapped('Achetez un.'), await trapped('Achetez deux.')]
  assert.deepEqual(await states(numbers), ['pending', 'pending'])
  const page = await textOf(world.get(queue, maud))
  assert.match(
    page,
    /Retenues pour la même cause[^]*2 contributions retenues pour la même cause[^]*Achetez un\./,
  )
  const alike = await textOf(world.get(there, maud))
  assert.match(
    alike,
    /2 contributions retenues pour la même cause[^]*Achetez un\.[^]*Achetez deux\./,
  )
  assert.equal((await world.get(there, ines)).status, 404)
  assert.equal((await decide(await openForm(), refusal, ines)).status, 404)
  const out = await decide(await openForm(), refusal)
  assert.equal(out.status, 422)
  const kept = await out.text()
  assert.match(kept, /De la publicité\./)
  assert.doesNotMatch(kept, /Achetez/, 'nor what is held')
})

test('a decision that lacks something says what, and decides nothing', async () => {
  const form = await openForm()
  const lacking: [Fields, RegExp][] = [
    [{}, /Choisissez/],
    [{ choice: 'withheld' }, /id="ground"[^]*class="problem"/],
    [{ choice: 'withheld', ground: '1', reason: ' ' }, /id="reason-problem"/],
  ]
  for (const [fields, says] of lacking) {
    const refused = await decide(form, fields, maud)
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), says)
  }
  const unticked = form.filter(([name]) => name !== 'number')
  const refused = await decide(unticked, refusal, maud)
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Cochez au moins une contribution[^]*De la publicité\./)
  const { rows } = await world.db
    .selectFrom('moderation_decision')
    .select('id')
    .execute()
    .then((found) => ({ rows: found }))
  assert.equal(rows.length, 0)
})

test('one act decides on all that are ticked, and tells each author; what came since waits', async () => {
  const early = await trapped('Achetez trois.', ines)
  const other = await trapped('Une bibliothèque dans chaque village.')
  const form = (await openForm()).filter(([, value]) => value !== String(other))
  const late = await trapped('Achetez quatre.')
  const sent = await decide(form, refusal, maud)
  assert.equal(sent.status, 303)
  const to = sent.headers.get('Location') ?? ''
  assert.match(to, /done=3&of=3$/)
  assert.match(await textOf(world.get(to, maud)), /3 contributions sur 3 sont décidées/)
  assert.deepEqual(await states([early, other, late]), ['withheld', 'pending', 'pending'])
  const mails = await world.mailsTo('ines@example.org')
  assert.match(mails.at(-1)?.text ?? '', /De la publicité\./)
  assert.match(await textOf(world.get(`/fr/contributions/${early}`)), /De la publicité\./)
})

test('it is taken back as it was taken, and each author told', async () => {
  const page = await textOf(world.get(there, maud))
  const [, at = ''] = /alike\/undo[^]*?name="at" value="(\d+)"/.exec(page) ?? []
  const undo = (as?: Somebody) =>
    world.post(`${queue}/alike/undo`, Object.entries({ pattern, at }), as)
  assert.equal((await undo(ines)).status, 404)
  const undone = await undo(maud)
  assert.match(undone.headers.get('Location') ?? '', /what=undone&done=3&of=3$/)
  const twice = await undo(maud)
  const said = await textOf(world.get(twice.headers.get('Location') ?? '', maud))
  assert.match(said, /Rien n’était plus à annuler/)
  const mails = await world.mailsTo('ines@example.org')
  assert.match(mails.at(-1)?.subject ?? '', /attend une nouvelle décision/)
  assert.match(await textOf(world.get(there, maud)), /5 contributions retenues pour la même cause/)
})

test('what was changed since is not decided on with the others', async () => {
  const changing = await world.person({ name: 'Changeant' })
  const changed = await trapped('Achetez cinq.', changing)
  const form = formOf({ revision: '1', body: 'Autre chose.' })
  await world.post(`/fr/contributions/${changed}/revisions`, form, changing)
  const reworded = await trapped('Achetez six.', changing)
  const open = await openForm()
  const other = formOf({ revision: '1', body: 'Achetez sept.', website: 'x' })
  const revised = await world.post(`/fr/contributions/${reworded}/revisions`, other, changing)
  assert.equal(revised.status, 303)
  const { db } = world
  // As if the defence had looked at it again, and found the same.
  const [post] = await db
    .selectFrom('spam_post')
    .selectAll()
    .where('contribution_number', '=', reworded)
    .execute()
  assert.ok(post)
  await db
    .insertInto('spam_post')
    .values({ ...post, revision: 2, at: new Date() })
    .execute()
  const sent = await decide(open, { choice: 'published' }, maud)
  assert.match(sent.headers.get('Location') ?? '', /what=decided&done=5&of=5$/)
  assert.equal(await stateOf(reworded), 'pending')
  assert.equal(await stateOf(changed), 'pending')
  const again = await decide(open, refusal, maud)
  assert.equal(again.status, 422, 'nothing is left of that pattern')
  assert.match(await again.text(), /n’attendent plus[^]*De la publicité\./)
  assert.equal((await world.get(`${queue}/alike?pattern=%00`, maud)).status, 200)
})
