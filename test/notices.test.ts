import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { changeAs } from './change-by-hand.ts'
import { release, setMode, withhold } from './moderate.ts'
import { daysLater, digest, digestsOf, follow, monday, setting, unfollow } from './notices-world.ts'
import { publishNext } from './second-edition.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { publish, reportPath, submitAt, textOf, type Somebody } from './take-part.ts'

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

const listed = (page: string) => page.match(/<a href="\/fr\/contributions\/\d+">/g)?.length
const pathIn = (text = '') => /vivace\.test(\/fr\/account\/notices\/\d+)/.exec(text)?.[1] ?? ''
const numbersIn = (text = '') =>
  [...text.matchAll(/contributions\/(\d+)$/gm)].map(([, number]) => Number(number))

test('whoever follows a report is told once of what is new, and not of their own acts', async () => {
  await publish(world, iris, { body: 'Avant.' })
  await world.seal()
  await follow(world, nour, 'report', 'petite-loi')
  const number = await publish(world, iris, { body: 'Une idée **neuve** <b>&</b>.' })
  await publish(world, { ...iris, cookie: nour.cookie }, { body: 'La mienne.' })
  await digest(world, monday)
  const [mail] = await digestsOf(world, mailbox)
  assert.equal(mail?.subject, 'Une nouveauté : Projet de loi sur les services que l’on comprend')
  assert.deepEqual(numbersIn(mail?.text), [number])
  assert.match(mail?.text ?? '', /Remarque n°\s\d+, par Iris Colombier\n {2}Une idée neuve/)
  const page = String(mail?.html)
  assert.match(page, /^<!doctype html>\n<html lang="fr" dir="ltr">/)
  assert.match(page, /prefers-color-scheme:dark/)
  assert.match(page, /Une idée neuve &lt;b&gt;&amp;&lt;\/b&gt;\./)
  assert.doesNotMatch(page, /\bsrc=|url\(|<link|<script/)
  await digest(world, monday)
  await digest(world, daysLater(1))
  assert.equal((await digestsOf(world, mailbox)).length, 1, 'nothing new, no mail')
  const kept = await textOf(world.get('/fr/account/notices', nour))
  assert.match(kept, /6\s?janvier 2031 à 07:10[^<]*1\s?nouveauté/u)
  assert.match(await textOf(world.get(reportPath, nour)), /Vous suivez ce rapport/)
})

test('pages say to whoever is signed in what they follow, and to nobody else', async () => {
  const number = await publish(world, iris, {})
  const path = `/fr/contributions/${number}`
  assert.doesNotMatch(await textOf(world.get(path)), /id="follow"|subscriptions/)
  assert.match(await textOf(world.get(path, nour)), /Suivre cette contribution[^]*Suivre Iris/)
  assert.match(await textOf(world.get(path, iris)), /que vous avez écrite/)
  await follow(world, nour, 'person', number)
  const other = await publish(world, iris, {})
  assert.match(
    await textOf(world.get(`/fr/contributions/${other}`, nour)),
    /Vous suivez Iris Colombier/,
  )
  await unfollow(world, nour, 'person', other)
  assert.doesNotMatch(await textOf(world.get(path, nour)), /Vous suivez Iris/)
  assert.equal(
    (await world.post('/fr/account/subscriptions', [['kind', 'report']], nour)).status,
    404,
  )
  for (const [kind, id] of [
    ['report', 'nulle-part'],
    ['passage', 'zzzzzzzzzz'],
    ['contribution', '999'],
    ['person', '0'],
    ['topic', '1'],
  ])
    assert.equal(
      (
        await world.post(
          '/fr/account/subscriptions',
          [
            ['kind', kind ?? ''],
            ['id', id ?? ''],
          ],
          nour,
        )
      ).status,
      404,
    )
  const own = [
    ['kind', 'person'],
    ['id', String(number)],
  ] as [string, string][]
  assert.equal((await world.post('/fr/account/subscriptions', own, iris)).status, 404, 'oneself')
})

test('an author is followed by the name that is shown, and by no other of theirs', async () => {
  const shown = await publish(world, iris, {})
  await world.seal()
  await follow(world, nour, 'person', shown)
  const same = await publish(world, iris, { body: 'Encore moi.' })
  await world.db
    .updateTable('person')
    .set({ display_name: 'Autrement' })
    .where('display_name', '=', 'Iris Colombier')
    .execute()
  await publish(world, iris, { body: 'Sous un autre nom.' })
  await digest(world, monday)
  const [mail] = await digestsOf(world, mailbox)
  assert.deepEqual(numbersIn(mail?.text), [same])
  assert.doesNotMatch(mail?.text ?? '', /Autrement|autre nom/)
})

test('a passage is followed through editions, splits and mergers', async () => {
  const hands = changeAs(world, await world.person({ name: 'Camille', role: 'rapporteur' }))
  const merged = await world.blockWith('Un sigle y est développé')
  const cut = await world.blockWith('Chaque commune publie')
  await follow(world, nour, 'passage', merged.id)
  await follow(world, nour, 'passage', cut.id)
  const [whole] = await hands.merge('Une lettre tient')
  const [, piece] = await hands.split('Chaque commune publie', 1)
  await publishNext(world)
  const sayOn = (id: string) =>
    publish(world, iris, { path: `${reportPath}/passages/${id}/contributions`, edition: '2' })
  const numbers = [await sayOn(whole), await sayOn(piece), await sayOn(cut.id)]
  await sayOn((await world.blockWith('Toute demande')).id)
  await digest(world, monday)
  const [mail] = await digestsOf(world, mailbox)
  assert.deepEqual(
    numbersIn(mail?.text).toSorted((one, other) => one - other),
    numbers,
  )
  assert.equal(mail?.text?.match(/Ce passage a changé dans l’édition 2/g)?.length, 2)
})

test('what was withheld or withdrawn meanwhile is not told', async () => {
  await follow(world, nour, 'report', 'petite-loi')
  const [hidden, kept] = [
    await publish(world, iris, { body: 'À retirer.' }),
    await publish(world, iris, {}),
  ]
  const camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  assert.equal((await withhold(world, camille, hidden)).status, 303)
  const gone = await publish(world, iris, { body: 'Je retire.' })
  await world.post(`/fr/contributions/${gone}/withdrawal`, [], iris)
  await digest(world, monday)
  const [mail] = await digestsOf(world, mailbox)
  assert.deepEqual(numbersIn(mail?.text), [kept])
  assert.doesNotMatch(mail?.text ?? '', /À retirer|Je retire/)
  assert.match(mail?.subject ?? '', /^Une nouveauté/, 'nor counted')
})

test('what waits for a moderator is told once it is published, and only then', async () => {
  await follow(world, nour, 'report', 'petite-loi')
  const salome = await world.person({ name: 'Salomé' })
  assert.equal((await setMode(world, salome, 'before')).status, 303)
  const number = await publish(world, iris, { body: 'J’attends.' })
  await digest(world, monday)
  assert.equal((await digestsOf(world, mailbox)).length, 0)
  assert.equal((await release(world, salome, number)).status, 303)
  await digest(world, daysLater(1))
  const mails = await digestsOf(world, mailbox)
  assert.deepEqual(
    mails.map(({ text }) => numbersIn(text)),
    [[number]],
  )
})

test('what is below one’s own words is told without following it, until one ends that', async () => {
  const own = await publish(world, { ...iris, cookie: nour.cookie }, {})
  await publish(world, iris, { path: `/fr/contributions/${own}/replies`, body: 'Je vous réponds.' })
  await digest(world, monday)
  assert.match((await digestsOf(world, mailbox))[0]?.text ?? '', /en réponse, par Iris/)
  await unfollow(world, nour, 'contribution', own)
  await publish(world, iris, { path: `/fr/contributions/${own}/replies`, body: 'Encore.' })
  await digest(world, daysLater(1))
  assert.equal((await digestsOf(world, mailbox)).length, 1)
})

test('a long digest is cut, and leads to a page that has all of it, for nobody else', async () => {
  await follow(world, nour, 'report', 'petite-loi')
  const people = await Promise.all(
    Array.from({ length: 4 }, (_, at) => world.person({ name: `Voix ${at}` })),
  )
  for (let at = 0; at < 61; at += 1)
    await submitAt(
      world,
      people[at % 4]?.actor ?? iris.actor,
      new Date(Date.now() - 3_600_000 * (61 - at)),
      {},
    )
  await digest(world, monday)
  const [mail] = await digestsOf(world, mailbox)
  assert.equal(numbersIn(mail?.text).length, 30)
  assert.match(mail?.text ?? '', /Et 31 autres nouveautés/)
  const path = pathIn(mail?.text)
  const first = await textOf(world.get(path, nour))
  assert.match(first, /61 nouveautés/)
  const second = await textOf(world.get(`${path}?page=2`, nour))
  assert.deepEqual([listed(first), listed(second)], [50, 11])
  assert.equal((await world.get(path, iris)).status, 404)
  assert.match((await world.get(path)).headers.get('Location') ?? '', /sign-in/)
})

test('digests come every day, on one day of the week, or never', async () => {
  await setting(world, nour, { cadence: 'weekly', weekday: '3' })
  await follow(world, nour, 'report', 'petite-loi')
  await publish(world, iris, {})
  const count = async () => (await digestsOf(world, mailbox)).length
  await world.db
    .updateTable('notice_setting')
    .set({ digested_on: new Date('2031-01-01T12:00:00Z') })
    .execute()
  await digest(world, monday)
  assert.equal(await count(), 0)
  await digest(world, new Date('2031-01-08T05:59:00Z'))
  assert.equal(await count(), 0, 'not before seven')
  await digest(world, daysLater(3))
  assert.equal(await count(), 1, 'a day late, where the machine was off')
  await setting(world, nour, { cadence: 'none' })
  await publish(world, iris, {})
  await digest(world, daysLater(10))
  assert.equal(await count(), 1)
  await setting(world, nour, { cadence: 'daily' })
  await digest(world, daysLater(11))
  assert.equal(await count(), 1, 'what was missed is not told later')
})
