import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { daysLater, digest, digestsOf, end, follow, monday, setting } from './notices-world.ts'
import { runTask } from './run-task.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { publish, textOf, type Somebody } from './take-part.ts'

let world: SignInWorld
let nour: { cookie: string }
let iris: Somebody
const mailbox = 'nour@example.org'
const worlds: SignInWorld[] = []

beforeEach(async () => {
  world = await openSignInWorld()
  worlds.push(world)
  nour = await world.enter(mailbox, 'Nour')
  iris = await world.person({ name: 'Iris Colombier' })
  await world.seal()
  await setting(world, nour)
})
after(() => Promise.all(worlds.map((one) => one.close())))

test('a choice that is none is refused with what was typed', async () => {
  const refused = await setting(world, nour, { cadence: 'hourly', weekday: '9', answers: '0' })
  assert.equal(refused.status, 422)
  const page = await refused.text()
  assert.match(page, /Choisissez quand vous prévenir\.[^]*Choisissez un jour/)
  assert.match(page, /href="#cadence-daily"/)
  assert.doesNotMatch(page, /name="answers" value="1" checked/)
})

test('ending all ends it', async () => {
  await follow(world, nour, 'report', 'petite-loi')
  assert.equal((await end(world, nour)).status, 303)
  await publish(world, iris, {})
  await digest(world, monday)
  assert.equal((await digestsOf(world, mailbox)).length, 0)
  const page = await textOf(world.get('/fr/account/notices', nour))
  assert.match(page, /Vous ne suivez rien/)
  assert.match(page, /value="none" checked/)
  assert.doesNotMatch(page, /name="answers" value="1" checked/)
})

test('in the language of whoever reads it, and to the address that they have then', async () => {
  await follow(world, nour, 'report', 'petite-loi')
  await publish(world, iris, {})
  await world.db
    .updateTable('person')
    .set({ locale: 'en' })
    .where('display_name', '=', 'Nour')
    .execute()
  await world.db
    .updateTable('identity')
    .set({ subject: 'new@example.org' })
    .where('subject', '=', mailbox)
    .execute()
  await digest(world, monday)
  assert.equal((await digestsOf(world, mailbox)).length, 0)
  const [mail] = await digestsOf(world, 'new@example.org')
  assert.match(mail?.text ?? '', /Remark no\. \d+, by Iris Colombier/)
  assert.match(String(mail?.html), /<html lang="en" dir="ltr">/)
  assert.equal(mail?.headers.get('content-language'), 'en')
})

test('what was sent is forgotten after thirty days', async () => {
  await follow(world, nour, 'report', 'petite-loi')
  await publish(world, iris, {})
  await digest(world, monday)
  const count = async () => (await world.db.selectFrom('notice').select('id').execute()).length
  await runTask(world, 'notices.forget', daysLater(29))
  assert.equal(await count(), 1)
  await runTask(world, 'notices.forget', daysLater(31))
  assert.equal(await count(), 0)
})
