import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { daysLater, digest, digestsOf, doJobs, follow, monday, setting } from './notices-world.ts'
import { publish, reportPath, textOf } from './take-part.ts'

let world: SignInWorld
let nour: { cookie: string }
let iris: Awaited<ReturnType<SignInWorld['person']>>
before(async () => {
  world = await openSignInWorld()
  nour = await world.enter('nour@example.org', 'Nour')
  iris = await world.person({ name: 'Iris Colombier' })
})
after(() => world.close())

test('whoever follows a report is told once of what is new, and not of their own acts', async () => {
  await follow(world, nour, 'report', 'petite-loi')
  await setting(world, nour)
  const number = await publish(world, iris, { body: 'Une idée **neuve**.' })
  await publish(world, { ...iris, cookie: nour.cookie }, { body: 'La mienne.' })
  await digest(world, monday)
  const [mail, ...others] = await digestsOf(world, 'nour@example.org')
  console.log(mail?.text, '\n', mail?.html, mail?.headers)
  assert.equal(others.length, 0)
  assert.match(mail?.text ?? '', new RegExp(`contributions/${number}`))
  await digest(world, monday)
  await digest(world, daysLater(1))
  assert.equal((await digestsOf(world, 'nour@example.org')).length, 1)
  await doJobs(world)
  const page = await textOf(world.get('/fr/account/notices', nour))
  assert.match(page, /1 nouveauté/)
  assert.match(await textOf(world.get(reportPath, nour)), /Vous suivez ce rapport/)
})
