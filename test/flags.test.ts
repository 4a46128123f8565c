import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { verifyRecord } from '../src/editions/index.ts'
import { listFlags } from '../src/moderation/flag-store.ts'
import { answerFlags, flag, flagger, followedFrom } from './flagging.ts'
import { withhold } from './moderate.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { formOf, publish, statusOf, textOf, type Somebody } from './take-part.ts'
import { testClock } from './world.ts'

let world: SignInWorld
let nour: Somebody
let iris: Somebody
let maud: Somebody
let salome: Somebody
before(async () => {
  world = await openSignInWorld()
  nour = await world.person({ name: 'Nour' })
  iris = await world.person({ name: 'Iris' })
  maud = await world.person({ name: 'Maud', role: 'moderator' })
  salome = await world.person({ name: 'Salomé' })
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const queuePath = '/fr/workshop/reports/petite-loi/moderation'
const decisionPath = (number: number) => `/fr/workshop/contributions/${number}/moderation`
const mailTo = async (email: string) => (await world.mailsTo(email)).at(-1)?.text ?? ''
const flagsOn = (number: number) => listFlags(world.db, number)
const addressOf = (name: string) => ({ name, email: `${name.toLowerCase()}@example.org` })

test('a visitor flags, is written to, and follows it by a secret link; nothing is hidden by it', async () => {
  const number = await publish(world, nour, { body: 'Une idée. Vous êtes un âne.' })
  assert.match(
    await textOf(world.get(`/fr/contributions/${number}`)),
    new RegExp(`href="/fr/contributions/${number}/flag"`),
  )
  const sent = await flag(world, number, { ...flagger, words: 'Vous êtes un âne' })
  assert.equal(sent.status, 303)
  const received = await textOf(world.get(sent.headers.get('Location') ?? ''))
  const [one] = await flagsOn(number)
  assert.match(received, new RegExp(`${one?.reference}`))
  const mail = await mailTo('fanny@example.org')
  assert.match(mail, new RegExp(`${one?.reference}[^]*avant le`))
  assert.doesNotMatch(mail, /insulte|âne|Fanny/, 'nothing that was typed')

  const response = await world.get(await followedFrom(world, 'fanny@example.org'))
  assert.match(response.headers.get('Cache-Control') ?? '', /no-store/)
  const followed = await response.text()
  for (const said of [/insulte quelqu’un/, /Vous êtes un âne/, /avant le/]) {
    assert.match(followed, said)
  }
  assert.match(await textOf(world.get(`/fr/contributions/${number}`)), /Vous êtes un âne/)
  assert.equal(await statusOf(world.get('/fr/flags/nothing')), 404)
})

test('what a flag has to say is asked for, and what was typed is kept', async () => {
  const number = await publish(world, nour, { body: 'Une phrase à signaler.' })
  const refused = await flag(world, number, {
    ground: '',
    explanation: 'Trop court.',
    words: 'ailleurs',
    name: ' ',
    email: 'fanny',
    goodFaith: '0',
  })
  assert.equal(refused.status, 422)
  const page = await refused.text()
  for (const sentence of [
    /Choisissez la règle qui n’est pas respectée/,
    /en 20 caractères au moins/,
    /ne figurent pas dans la contribution/,
    /Donnez votre nom/,
    /Donnez une adresse électronique/,
    /Trop court\./,
    /ailleurs/,
  ]) {
    assert.match(page, sentence)
  }
  const form = Object.entries({ ...flagger, ground: '1', explanation: 'x'.repeat(30) })
  const faithless = await world.post(`/fr/contributions/${number}/flag`, form)
  assert.match(await faithless.text(), /Confirmez que vous êtes de bonne foi/)
  const unknown = await flag(world, number, { ...flagger, ground: '99' })
  assert.match(await unknown.text(), /Choisissez la règle/)
  assert.deepEqual(await flagsOn(number), [])
})

test('a name may be left out only where the abuse of children is concerned', async () => {
  const number = await publish(world, nour, { body: 'Quelque chose de grave.' })
  const nameless = { name: '', email: '' }
  assert.equal((await flag(world, number, { ...nameless, grave: '1' })).status, 422)
  assert.equal((await flag(world, number, { ...nameless, ground: 'law' })).status, 422)
  const sent = await flag(world, number, { ...nameless, ground: 'law', grave: '1' })
  assert.match(sent.headers.get('Location') ?? '', /^\/fr\/flags\/[\w-]{43}\?done=received$/)
  const [one] = await flagsOn(number)
  assert.equal(one?.email, null)
  const shown = await textOf(world.get(decisionPath(number), maud))
  assert.match(shown, /Sans nom, le/)
  const twice = await flag(world, number, { ...nameless, ground: 'law', grave: '1' })
  assert.match(twice.headers.get('Location') ?? '', /^\/fr\/flags\/[\w-]{43}\?done=again$/)
  testClock.goOn(61_000)
  const again = await flag(world, number, { ...nameless, ground: 'law', grave: '1' })
  assert.match(await textOf(world.get(again.headers.get('Location') ?? '')), /Il était déjà arrivé/)
  assert.equal((await flagsOn(number)).length, 1)
})

test('the same person flags the same words once, and who had flagged is told to nobody else', async () => {
  const number = await publish(world, nour, { body: 'Encore une phrase.' })
  const first = await flag(world, number)
  const second = await flag(world, number)
  const pages = await Promise.all(
    [first, second].map((sent) => textOf(world.get(sent.headers.get('Location') ?? ''))),
  )
  assert.equal(pages[0], pages[1], 'the page does not tell that it was flagged before')
  assert.match(await mailTo('fanny@example.org'), /Vous aviez déjà signalé/)
  assert.equal((await flagsOn(number)).length, 1)

  const own = await flag(world, number, {}, iris)
  assert.match(own.headers.get('Location') ?? '', /\/fr\/flags\/[\w-]+\?done=received/)
  const again = await flag(world, number, {}, iris)
  assert.match(again.headers.get('Location') ?? '', /done=again/)
  assert.equal((await flagsOn(number)).length, 2)
  const two = await Promise.all([0, 1].map(() => flag(world, number, addressOf('Deux'))))
  assert.deepEqual(
    two.map(({ status }) => status),
    [303, 303],
  )
  assert.equal((await flagsOn(number)).length, 3, 'sent twice at once')

  const revised = formOf({ revision: '1', body: 'Encore une phrase, changée.' })
  await world.post(`/fr/contributions/${number}/revisions`, revised, nour)
  assert.equal((await flag(world, number, { ...flagger, read: '2' })).status, 303)
  assert.equal((await flagsOn(number)).length, 4, 'other words can be flagged again')
})

test('only what everybody reads is flagged, and not by its author', async () => {
  const number = await publish(world, nour, { body: 'À soi.' })
  assert.match(await textOf(flag(world, number, {}, nour)), /Cette contribution est la vôtre/)
  await withhold(world, maud, number)
  assert.equal((await flag(world, number)).status, 404)
  assert.equal(await statusOf(world.get(`/fr/contributions/${number}/flag`)), 404)
  assert.equal((await flag(world, 999_999)).status, 404)
})

test('one address, and one person, flag so many a day, and no more', async () => {
  const numbers = await Promise.all(
    Array.from({ length: 11 }, (_, at) => publish(world, iris, { body: `Phrase ${at}.` })),
  )
  const statuses: number[] = []
  for (const [at, number] of numbers.entries()) {
    const email = at % 2 === 0 ? 'zele@example.org' : `zele+${at}@example.org`
    statuses.push((await flag(world, number, { name: 'Zélé', email })).status)
  }
  assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 303), 422])
})

test('moderators see who flagged and why; its author and everybody else see nothing of it', async () => {
  const number = await publish(world, nour, { body: 'Une phrase que l’on signale.' })
  await flag(world, number, addressOf('Gaspard'))
  await flag(world, number, { ...addressOf('Odette'), ground: 'law', law: 'Loi de 1881' })
  assert.equal((await flag(world, number, {}, iris)).status, 303)
  const queue = await textOf(world.get(`${queuePath}?ground=flagged`, maud))
  assert.match(queue, /3 personnes l’ont signalée/)
  const shown = await textOf(world.get(decisionPath(number), maud))
  for (const said of [/Gaspard, le/, /Odette, le/, /Loi de 1881/, /insulte quelqu’un/]) {
    assert.match(shown, said)
  }
  assert.doesNotMatch(shown, /gaspard@example\.org/)
  await world.seal()
  for (const path of [`/fr/contributions/${number}`, '/fr/journal', '/fr/account']) {
    assert.doesNotMatch(
      await textOf(world.get(path, nour)),
      /Gaspard|Odette|insulte quelqu’un/,
      path,
    )
  }
  const rows = await world.db.selectFrom('journal_entry').selectAll().execute()
  const ofFlags = rows.filter(({ action }) => action.startsWith('flag.'))
  for (const { action, object, actor, payload } of ofFlags) {
    const said = `${action} ${object} ${actor} ${payload}`
    assert.doesNotMatch(said, new RegExp(`contribution|${iris.actor.pseudonym}`))
  }
})

test('whoever flagged finds it in their account, and only they are led to its page from there', async () => {
  const number = await publish(world, nour, { body: 'Une phrase à suivre.' })
  assert.doesNotMatch(await textOf(world.get('/fr/account', salome)), /Vos signalements/)
  assert.equal((await flag(world, number, {}, salome)).status, 303)
  const account = await textOf(world.get('/fr/account', salome))
  assert.match(account, /Vos signalements[^]*n’a pas encore décidé/)
  const [one] = await flagsOn(number)
  const follow = (as?: Somebody) =>
    world.post('/fr/account/flags', [['reference', one?.reference ?? '']], as)
  const led = await follow(salome)
  assert.equal(led.status, 303)
  const page = await textOf(world.get(led.headers.get('Location') ?? ''))
  assert.match(page, new RegExp(`${one?.reference}`))
  assert.equal((await follow(iris)).status, 404)
  assert.equal(await statusOf(world.post('/fr/account/flags', [], salome)), 404)
  assert.match((await follow()).headers.get('Location') ?? '', /sign-in/)
  assert.equal((await answerFlags(world, maud, number)).status, 303)
  assert.match(await textOf(world.get('/fr/account', salome)), /décidé de ne rien masquer/)
})

test('what else somebody has against the same words is received too; the same reasons twice are one', async () => {
  const number = await publish(world, nour, { body: 'Une phrase à deux défauts.' })
  const odd = addressOf('Deux')
  assert.equal((await flag(world, number, odd)).status, 303)
  assert.equal((await flag(world, number, odd)).status, 303)
  const address = 'On y donne mon adresse personnelle.'
  assert.equal((await flag(world, number, { ...odd, explanation: address })).status, 303)
  assert.equal(
    (await flag(world, number, { ...odd, ground: 'law', law: 'Loi de 1881' })).status,
    303,
  )
  const kept = await flagsOn(number)
  assert.equal(kept.length, 3)
  assert.equal(kept[1]?.explanation, address)
  assert.match(
    await textOf(world.get(`${queuePath}?ground=flagged`, maud)),
    /Une personne l’a signalée/,
  )
})

/** Sends them so that none is written down before each has looked up what there is, or waits for another. */
async function atOnce(sending: readonly (() => Promise<Response>)[]): Promise<void> {
  const holding = await world.db.startTransaction().execute()
  await sql`lock table flag in share row exclusive mode`.execute(holding)
  const sent = sending.map((send) => send())
  for (let waiting = 0; waiting < sending.length;) {
    const { rows } = await sql<{ count: string }>`select count(*) as count from pg_locks
      where not granted and pid in (select pid from pg_stat_activity where datname = current_database())`.execute(
      world.db,
    )
    waiting = Number(rows[0]?.count)
  }
  await holding.commit().execute()
  await Promise.all(sent)
}

test('flags that are sent at once from one mailbox, or without a name, are one', async () => {
  const number = await publish(world, nour, { body: 'Une phrase signalée de partout.' })
  const emails = [1, 2, 3].map((tag) => `pressant+${tag}@example.org`)
  await atOnce(emails.map((email) => () => flag(world, number, { name: 'Zélé', email })))
  const nameless = { name: '', email: '', ground: 'law', grave: '1' }
  await atOnce([1, 2, 3].map(() => () => flag(world, number, nameless)))
  assert.equal((await flagsOn(number)).length, 2)
})

test('the page that says a flag was received says so of every reference: none tells what was flagged', async () => {
  const flagged = await publish(world, nour, { body: 'Celle qui est signalée.' })
  const other = await publish(world, nour, { body: 'Une autre.' })
  await flag(world, flagged, addressOf('Secrets'))
  const [one] = await flagsOn(flagged)
  for (const number of [flagged, other]) {
    const path = `/fr/contributions/${number}/flag/received?flag=`
    assert.equal(await statusOf(world.get(`${path}${one?.reference}`)), 200)
    assert.equal(await statusOf(world.get(`${path}%00`)), 404)
  }
  assert.match(await textOf(world.get(`/fr/contributions/${other}/flag`, nour)), /est la vôtre/)
})
