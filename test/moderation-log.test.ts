import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { send, setOn } from './ban-people.ts'
import { answerAppeal, answerFlags, flag } from './flagging.ts'
import { moderate, release, setMode, undo, withhold } from './moderate.ts'
import { publish, reportPath, statusOf, textOf, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let nour: Somebody
let maud: Somebody
let ban: number
const numbers = { waiting: 0, published: 0, withheld: 0, cut: 0, undone: 0 }
const log = `${reportPath}/moderation`
const day = 24 * 3600 * 1000

before(async () => {
  world = await openWorld()
  nour = await world.person({ name: 'Nour au nom reconnaissable' })
  maud = await world.person({ name: 'Maud', role: 'moderator' })
  const salome = await world.person({ name: 'Salomé' })
  await setMode(world, salome, 'before', '5')
  numbers.waiting = await publish(world, nour, { body: 'Des mots qui attendent.' })
  numbers.published = await publish(world, nour, { body: 'Des mots publiés.' })
  numbers.withheld = await publish(world, nour, { body: 'Des mots injurieux.' })
  await setMode(world, salome, 'after', '5')
  numbers.cut = await publish(world, nour, { body: 'Une phrase sage. Une autre non.' })
  numbers.undone = await publish(world, nour, { body: 'Des mots remis.' })
  await age(numbers.published, 2)
  await age(numbers.withheld, 4)
  await age(numbers.waiting, 9)
  await release(world, maud, numbers.published)
  await withhold(world, maud, numbers.withheld, 'Une raison publique.')
  const cut = { choice: 'cut', ground: 'law', law: 'Loi de 1881, article 33', reason: 'Injure.' }
  await moderate(world, maud, numbers.cut, { ...cut, words: 'Une autre non.' })
  await withhold(world, salome, numbers.undone)
  await undo(world, salome, numbers.undone)
  ban = await setOn(world, maud, numbers.cut)
})
after(() => world.close())

/** Moves the waiting of a contribution into the past. */
async function age(number: number, days: number): Promise<void> {
  await world.db
    .updateTable('moderation_hold')
    .set({ held_at: new Date(Date.now() - days * day) })
    .where('contribution_number', '=', number)
    .execute()
}

const lines = (page: string) =>
  [...page.matchAll(/<li class="outcome-([\w-]+)"><p><time[^]*?<\/li>/g)].map(([line = '']) =>
    line.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' '),
  )

test('every decision, waiting and ban is in the log with its ground, role and delay, and nobody by name', async () => {
  const page = await textOf(world.get(log))
  const found = lines(page)
  assert.equal(found.length, 9)
  const says = (pattern: RegExp) =>
    assert.ok(
      found.some((line) => pattern.test(line)),
      String(pattern),
    )
  says(
    /Une personne suspendue · pour 3[0-2] jours Règle 1 de la charte, version 1 Par la modération/,
  )
  says(/Masquée ou refusée [^.]*Par la rédaction en chef\. Annulée depuis/)
  says(/Publiée · Contribution n°\s\d+ Par la modération\. Après 2 jours/)
  says(/Masquée ou refusée · Contribution n°\s\d+ Règle 1 [^.]*Par la modération\. Après 4 jours/)
  says(/Publiée en partie [^.]* Loi\s: Loi de 1881, article 33/)
  says(/Décision annulée [^.]*Par la rédaction en chef/)
  says(/Retenue [^.]*Tout est lu avant publication/)
  for (const hidden of [
    'Nour',
    'reconnaissable',
    'injurieux',
    'qui attendent',
    nour.actor.pseudonym,
  ])
    assert.ok(!page.includes(hidden), hidden)
  const linked = (number: number) => page.includes(`href="/fr/contributions/${number}"`)
  assert.ok(linked(numbers.published) && linked(numbers.cut))
  assert.ok(!linked(numbers.withheld) && !linked(numbers.waiting))
})

test('it says what is promised, how long decisions took and since when the first waits', async () => {
  const page = (await textOf(world.get(log))).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
  assert.match(
    page,
    /5 jours promis au plus 2 jours délai médian 4 jours pour neuf sur dix, au plus 4 jours le plus long 1 en attente/,
  )
  assert.match(page, /La plus ancienne attend depuis le/)
  assert.match(page, /Suspensions 1 /)
  assert.match(page, /Mots masqués selon une loi 1 /)
})

const of = async (query: string) => lines(await textOf(world.get(`${log}?${query}`))).length

test('what is asked for is shown: by outcome, by month, by page', async () => {
  assert.equal(await of('outcome=withheld'), 2)
  assert.equal(await of('outcome=banned'), 1)
  assert.equal(await of('month=2001-01'), 0)
  assert.equal(await of('month=garbage&outcome=nothing&page=0'), 9)
  assert.equal(await of('page=99'), 9)
  const month = new Date().toISOString().slice(0, 7)
  assert.ok((await of(`month=${month}`)) >= 6)
})

test('it is open data, as CSV and as JSON, with what is asked for', async () => {
  const csv = await textOf(world.get(`${log}.csv?outcome=cut`))
  const [heading = '', line = '', ...rest] = csv.trimEnd().split('\r\n')
  assert.match(heading, /^at,outcome,contribution,/)
  assert.match(
    line,
    new RegExp(`^20[^,]+Z,cut,${numbers.cut},,,,"Loi de 1881, article 33",moderator,,,,,$`),
  )
  assert.deepEqual(rest, [])
  const json: unknown = JSON.parse(await textOf(world.get(`${log}.json`)))
  assert.ok(typeof json === 'object' && json && 'entries' in json && Array.isArray(json.entries))
  assert.equal(json.entries.length, 9)
  assert.match(JSON.stringify(json), /"promised_days":5,"waiting":\{"count":1/)
  assert.ok(!JSON.stringify(json).includes(nour.actor.pseudonym))
  assert.equal(await statusOf(world.get('/fr/reports/nowhere/moderation.csv')), 404)
})

/** A line of the table of requests, as it is read. */
async function requests(name: string): Promise<string> {
  const page = await textOf(world.get(log))
  const [, cells = ''] = new RegExp(`<th scope="row">${name}</th>([^]*?)</tr>`).exec(page) ?? []
  return cells
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

test('what is flagged and contested is counted, with what came of it and how soon, and nobody by name', async () => {
  assert.match(await textOf(world.get(log)), /Personne n’a rien signalé ni contesté/)
  const iris = await world.person({ name: 'Iris Vexin' })
  const [first, second, third] = [
    await publish(world, iris, { body: 'Un premier mot.' }),
    await publish(world, iris, { body: 'Un deuxième mot.' }),
    await publish(world, iris, { body: 'Un troisième mot.' }),
  ]
  for (const number of [first, second, third]) assert.equal((await flag(world, number)).status, 303)
  await world.db
    .updateTable('flag')
    .set({ received_at: new Date(Date.now() - 3 * day) })
    .where('contribution_number', '=', first)
    .execute()
  assert.equal((await answerFlags(world, maud, first)).status, 303)
  const { id: flagId } = await world.db
    .selectFrom('flag')
    .select('id')
    .where('contribution_number', '=', second)
    .executeTakeFirstOrThrow()
  const hiding = { choice: 'withheld', ground: '1', reason: 'Injure.', flags: String(flagId) }
  assert.equal((await moderate(world, maud, second, hiding)).status, 303)
  assert.match(await requests('Signalements'), /^3 1 1 0 moins d’une heure 3 jours 1 \(depuis le/)

  const { id } = await world.db
    .selectFrom('moderation_decision')
    .select('id')
    .where('contribution_number', '=', second)
    .executeTakeFirstOrThrow()
  const appealed = `/fr/contributions/${second}/decisions/${id}/appeal`
  assert.equal((await world.post(appealed, [['reason', 'C’était une image.']], iris)).status, 303)
  assert.match(await requests('Décisions contestées'), /^1 0 0 0 – – 1 \(/)
  const { id: appeal } = await world.db.selectFrom('appeal').select('id').executeTakeFirstOrThrow()
  const mona = await world.person({ name: 'Mona', role: 'moderator' })
  assert.equal((await answerAppeal(world, mona, appeal)).status, 303)
  assert.match(await requests('Décisions contestées'), /^1 1 0 0 moins d’une heure .* 0$/)

  const page = await textOf(world.get(log))
  for (const hidden of ['Fanny', 'fanny@', 'Iris', 'C’était une image'])
    assert.ok(!page.includes(hidden), hidden)
  assert.match(
    page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' '),
    /Signalements reçus 3 Signalements rejetés 2 Contestations d’une décision 1 Contestations\s: décision renversée 1/,
  )
})

test('a suspension has its lines by the day; what is said against it is told in sums alone', async () => {
  assert.equal((await send(world, nour, `/account/bans/${ban}/contestation`)).status, 303)
  assert.match(await requests('Suspensions contestées'), /^1 0 0 0 – – 1 \(/)
  const mona = await world.person({ name: 'Mona', role: 'moderator' })
  const there = `/workshop/bans/${ban}`
  assert.equal((await send(world, mona, `${there}/outcome`, { outcome: 'upheld' })).status, 303)
  assert.equal((await send(world, mona, `${there}/lift`)).status, 303)
  const found = lines(await textOf(world.get(log)))
  for (const said of [
    /^ \d+(?:er)? \S+ \d{4} Une personne suspendue [^.]*Par la modération\. Levée depuis/,
    /^ \d+(?:er)? \S+ \d{4} Suspension levée Règle 1[^.]*Par la modération/,
  ])
    assert.ok(
      found.some((line) => said.test(line)),
      String(said),
    )
  assert.ok(!found.some((line) => /contest/.test(line)))
  assert.match(await requests('Suspensions contestées'), /^1 0 1 0 moins d’une heure/)
  const json = await textOf(world.get(`${log}.json`))
  assert.match(
    json.replaceAll(/\s/g, ''),
    /"what":"ban-contest",[^}]*\},"last_90_days":\{"received":1,"granted":0,"refused":1/,
  )
})

test('another report’s log knows nothing of it, and one without decisions says so', async () => {
  await world.db
    .insertInto('report')
    .values({
      slug: 'autre',
      title: 'Autre',
      lang: 'fr',
      illustrative: true,
      created_at: new Date(),
    })
    .execute()
  const page = await textOf(world.get('/fr/reports/autre/moderation'))
  assert.match(page, /n’a encore rien décidé ici/)
  assert.match(page, /Aucune décision n’a mis fin à une attente/)
})
