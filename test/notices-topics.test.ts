import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { keepTopicsAs, question, readTopics } from './keep-topics.ts'
import {
  askToFollow,
  daysLater,
  digest,
  digestsOf,
  follow,
  monday,
  setting,
  unfollow,
} from './notices-world.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { publish, textOf } from './take-part.ts'

const mailbox = 'nour@example.org'
let world: SignInWorld
before(async () => {
  world = await openSignInWorld()
})
after(() => world.close())

const numbersIn = (text = '') =>
  [...text.matchAll(/contributions\/(\d+)$/gm)].map(([, number]) => Number(number))

test('a topic is followed with what is said of it, what is replied and what is answered', async () => {
  const nour = await world.enter(mailbox, 'Nour')
  const iris = await world.person({ name: 'Iris Colombier' })
  await world.seal()
  await setting(world, nour)
  const editor = await world.person({ name: 'Camille', role: 'rapporteur' })
  const keeping = keepTopicsAs(world, editor)
  const slug = await keeping.open(question)
  const draft = await keeping.begin({ ...question, title: 'Une ébauche' })
  const page = `${readTopics}/${slug}`
  assert.doesNotMatch(await textOf(world.get(page)), /id="follow"/)
  assert.match(await textOf(world.get(page, nour)), /Suivre ce sujet/)
  await follow(world, nour, 'topic', `petite-loi/${slug}`)
  assert.match(await textOf(world.get(page, nour)), /Vous suivez ce sujet/)
  for (const none of [`petite-loi/${draft}`, 'petite-loi/nulle-part', 'nulle-part', '/'])
    assert.equal((await askToFollow(world, nour, 'topic', none)).status, 404, none)

  const path = `${page}/contributions`
  const number = await publish(world, iris, { path, body: 'Sur le sujet.' })
  const reply = await publish(world, iris, { path: `/fr/contributions/${number}/replies` })
  await publish(world, iris, { body: 'Ailleurs.' })
  await digest(world, monday)
  const [mail] = await digestsOf(world, mailbox)
  assert.deepEqual(new Set(numbersIn(mail?.text)), new Set([number, reply]))
  assert.match(mail?.text ?? '', /le sujet «\sDes guichets ouverts\s»/)
  const kept = await textOf(world.get('/fr/account/notices', nour))
  assert.ok(kept.includes(`href="${page}"`), 'leads back to it')
  await unfollow(world, nour, 'topic', `petite-loi/${slug}`)
  await publish(world, iris, { path, body: 'Encore.' })
  await digest(world, daysLater(1))
  assert.equal((await digestsOf(world, mailbox)).length, 1)
})
