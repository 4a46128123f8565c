import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  amend,
  answer,
  camille,
  causesOf,
  form,
  iris,
  nour,
  refused,
  remark,
  workshop,
  world,
  written,
} from './answering.ts'
import { doJobs } from './notices-world.ts'
import { newKey, numberIn, publish, reportPath, textOf } from './take-part.ts'

test('one answer is given to several kinds together, and each has its entry with the same answer', async () => {
  const numbers = [
    await remark(),
    await publish(world, nour, { kind: 'question', body: 'Et demain ?' }),
    await amend({ on: 'Les services publics parlent', wording: 'Les services parlent clair.' }),
  ]
  const sent = await answer({ numbers, decision: 'accepted', reason: 'Oui à tout.' })
  assert.equal(sent.status, 303, await sent.text())
  const { links, answers } = await written()
  const given = answers.at(-1)
  assert.deepEqual(
    links.filter(({ answer_id: id }) => id === given?.id).map((link) => link.contribution_number),
    numbers,
  )
  const entries = await world.db
    .selectFrom('journal_entry')
    .select(['object', 'payload'])
    .where('action', '=', 'contribution.answered')
    .execute()
  assert.deepEqual(
    entries.map(({ object }) => object),
    numbers.map((number) => `contribution/${number}`),
  )
  assert.equal(new Set(entries.map(({ payload }) => payload)).size, 1)
  assert.match((await world.blockWith('Les services parlent clair')).text, /clair\./)

  const shown = await textOf(world.get(`/fr/contributions/${numbers[1]}`))
  assert.match(shown, /Répondue et prise en compte/)
  assert.match(shown, /Réponse donnée à 3 contributions ensemble/)
  for (const number of [numbers[0], numbers[2]]) {
    assert.ok(shown.includes(`<a href="/fr/contributions/${number}">`), `names ${number}`)
  }
})

test('the way back keeps the queue’s filters, and says how many were answered and which is next', async () => {
  const numbers = [await remark('Une.'), await remark('Deux.')]
  const next = await remark('La suivante.')
  const back = 'kind=remark&page=4&order=newest&elsewhere=https://example.org'
  const sent = await answer({ numbers, back })
  const to = sent.headers.get('Location') ?? ''
  assert.match(to, new RegExp(`^${workshop}\\?kind=remark&order=newest&page=4&given=\\d+$`))
  const queue = await textOf(world.get(to, camille))
  assert.match(queue, /La réponse est donnée à 2 contributions\./)
  assert.match(queue, new RegExp(`Répondre à la suivante[^<]*Remarque n°\\s${next}`, 'u'))
  const invented = await textOf(world.get(`${workshop}?given=999999`, camille))
  assert.doesNotMatch(invented, /La réponse est donnée/)
})

test('amendments of one group enter the text in the order of their numbers', async () => {
  const first = await amend({ sentence: '2', wording: 'Elle la met à jour chaque mois.' })
  const second = await amend({ sentence: '3', wording: 'La liste est gratuite et lisible.' })
  const sent = await answer({ numbers: [second, first], decision: 'accepted' })
  assert.equal(sent.status, 303, await sent.text())
  const [one] = await causesOf(first)
  const [other] = await causesOf(second)
  assert.ok(one && other && one.id < other.id)
  assert.match(
    (await world.blockWith('Chaque commune publie')).text,
    /jour chaque mois\.[^]*lisible/,
  )
})

test('two amendments that say the same make one change, with both as its causes', async () => {
  const said = { on: 'Toute demande reçoit', wording: 'Toute demande reçoit une réponse claire.' }
  const numbers = [await amend(said), await amend(said)]
  const page = await textOf(world.get(form(numbers), camille))
  assert.match(page, /exactement la même rédaction/)
  assert.equal((await answer({ numbers, decision: 'accepted' })).status, 303)
  const [one] = await causesOf(numbers[0] ?? 0)
  assert.ok(one)
  assert.deepEqual(await causesOf(numbers[1] ?? 0), [one])
})

test('where one of the group cannot enter the text none does, and the page names it', async () => {
  const on = 'Demande'
  const first = await amend({ on, sentence: '2', wording: 'Écrite | 2 mois' })
  const rival = await amend({ on, sentence: '2', wording: 'Écrite | 4 mois' })
  const other = await remark('Avec elles.')
  const page = await textOf(world.get(form([first, other]), camille))
  assert.match(page, /2 rédactions de la ligne 2/)
  assert.match(page, new RegExp(`Ajouter[^<]*Amendement n°\\s${rival}`, 'u'))
  await refused(
    { numbers: [first, rival, other], decision: 'accepted', reason: 'Les deux ?' },
    new RegExp(`n°\\s${rival}[^<]*récrit les mêmes phrases[^<]*l’amendement n°\\s${first}`, 'u'),
    new RegExp(`href="#c-${rival}"`),
    /en partie/,
    /value="accepted" checked/,
  )
  assert.equal((await answer({ numbers: [first, other], decision: 'accepted' })).status, 303)
  await refused({ numbers: [rival], decision: 'accepted' }, /ont changé depuis/)
  assert.equal((await answer({ numbers: [rival], decision: 'declined' })).status, 303)
})

test('accepted in part, an amendment enters the text as the editors finished it', async () => {
  const wording = 'Une lettre tient en deux pages.'
  const number = await amend({ on: 'Une lettre tient', wording })
  const page = await textOf(world.get(form([number]), camille))
  assert.match(page, /name="wording"[^>]*>[^<]*tient en deux pages\.<\/textarea>/)
  const part = { numbers: [number], decision: 'accepted-in-part', reason: 'Une page suffit.' }
  await refused({ ...part, wording }, /celle de l’amendement/)
  const finished = 'Une lettre tient en une page, recto et verso.'
  const sent = await answer({ ...part, wording: finished })
  assert.equal(sent.status, 303, await sent.text())
  const [change] = await causesOf(number)
  assert.equal(change?.after, finished)
  assert.equal(change?.reason, 'Une page suffit.')
  const acts = await world.db
    .selectFrom('journal_entry')
    .select('action')
    .where('object', '=', `change/${change?.id}`)
    .execute()
  assert.deepEqual(acts, [{ action: 'text.changed' }])
  const shown = await textOf(world.get(`/fr/contributions/${number}`))
  assert.match(shown, /Accepté en partie/)
})

test('accepted in part when the text has moved on, words are refused; the decision alone is not', async () => {
  const on = 'Une réponse tardive'
  const number = await amend({ on, wording: 'Une première rédaction.' })
  const earlier = await amend({ on, wording: 'Une autre rédaction, acceptée avant.' })
  assert.equal((await answer({ numbers: [earlier], decision: 'accepted' })).status, 303)
  const part = { numbers: [number], decision: 'accepted-in-part' }
  const finished = 'Une rédaction finie à la main.'
  await refused({ ...part, wording: finished }, /ont changé depuis/, />Une rédaction finie à la/)
  assert.match(await textOf(world.get(form([number]), camille)), /Des mots qu’il change ont changé/)
  assert.equal((await answer({ ...part, wording: ' ' })).status, 303)
  assert.deepEqual(await causesOf(number), [])
})

test('with amendments to several passages the decision alone is given, and the text is changed by hand', async () => {
  const numbers = [
    await amend({ on: 'Article 1 -', wording: 'Article 1 - Un autre titre' }),
    await amend({ on: 'Article 2 -', wording: 'Article 2 - Encore un titre' }),
  ]
  const page = await textOf(world.get(form(numbers), camille))
  assert.doesNotMatch(page, /name="(wording|whole)"/)
  assert.match(page, new RegExp(`${workshop}/text/[0-9a-z]{10}\\?because=${numbers[0]}`))
  const part = { numbers, decision: 'accepted-in-part' }
  await refused(
    { ...part, whole: 'Un seul titre.' },
    /sont sur plusieurs passages/,
    />Un seul titre\.</,
  )
  const { text } = await written()
  assert.equal((await answer(part)).status, 303)
  assert.deepEqual((await written()).text, text)
})

test('an author is told once, of all that is theirs', async () => {
  const { cookie } = await world.enter('ines@example.org', 'Inès')
  const ask = (body: string) =>
    world.post(
      `${reportPath}/contributions`,
      Object.entries({
        kind: 'question',
        edition: '1',
        body,
        key: newKey(),
        step: 'publish',
      }),
      { cookie },
    )
  const numbers = [numberIn(await ask('Pourquoi-donc')), numberIn(await ask('Comment-donc'))]
  const other = await remark()
  await doJobs(world)
  const before = await world.mailsTo('ines@example.org')
  assert.equal((await answer({ numbers: [...numbers, other] })).status, 303)
  await doJobs(world)
  const after = await world.mailsTo('ines@example.org')
  assert.equal(after.length, before.length + 1)
  const mail = after.at(-1)
  assert.match(mail?.subject ?? '', /vos 2 contributions/)
  assert.match(mail?.text ?? '', /Décision\s: Répondue[^]*Voici pourquoi\./u)
  for (const number of numbers) assert.match(mail?.text ?? '', new RegExp(`/c/${number}\\b`))
})

test('the address of one contribution’s answer leads on, or to the contribution once it is answered', async () => {
  const number = await remark()
  const old = `/fr/workshop/contributions/${number}/answer`
  const led = await world.get(old, camille)
  assert.equal(led.status, 302)
  assert.equal(led.headers.get('Location'), form([number]))
  await answer({ numbers: [number] })
  const done = await world.get(old, camille)
  assert.equal(done.headers.get('Location'), `/fr/contributions/${number}`)
})

test('a reply has no answer of the editors: the contribution that began the exchange has', async () => {
  const first = await remark('Le début.')
  const path = `/fr/contributions/${first}/replies`
  const reply = await publish(world, iris, { path, body: 'Et puis ?' })
  const said = new RegExp(`n°\\s${reply}\\s: c’est une réponse à une autre contribution`, 'u')
  for (const numbers of [[reply], [first, reply]]) {
    assert.match(await textOf(world.get(form(numbers), camille)), said)
    const page = await refused({ numbers, reason: 'Une raison.' }, said)
    assert.ok(!page.includes(`name="c" value="${reply}"`), 'it has left the group')
  }
  const led = await world.get(`/fr/workshop/contributions/${reply}/answer`, camille)
  assert.equal(led.headers.get('Location'), `/fr/contributions/${reply}`)
  assert.equal((await answer({ numbers: [first] })).status, 303)
})

test('what cannot be answered is named one by one, and nothing is half-saved', async () => {
  const open = await remark('Encore ouverte.')
  const answered = await remark('Répondue.')
  const withdrawn = await publish(world, iris, { body: 'Retirée.' })
  const revised = await publish(world, iris, { body: 'Modifiée.' })
  await answer({ numbers: [answered] })
  await world.post(`/fr/contributions/${withdrawn}/withdrawal`, [], iris)
  const words = Object.entries({
    revision: '1',
    step: 'publish',
    key: newKey(),
    body: 'Modifiée depuis.',
  })
  await world.post(`/fr/contributions/${revised}/revisions`, words, iris)
  const numbers = [open, answered, withdrawn, revised, 999_999]
  const page = await refused(
    { numbers, reason: 'Une raison que l’on ne veut pas récrire.' },
    new RegExp(`n°\\s${answered}\\s: une réponse`, 'u'),
    new RegExp(`n°\\s${withdrawn}\\s: cette contribution n’est plus publique`, 'u'),
    new RegExp(`href="#c-${revised}"[^<]*>[^<]*n°\\s${revised}\\s: son texte a été modifié`, 'u'),
    /Contribution n°\s999\s999\s: ce rapport n’en a pas/u,
  )
  assert.match(page, new RegExp(`name="c" value="${open}" checked`))
  assert.match(page, new RegExp(`name="revision" value="${revised}.2"`))
  for (const gone of [answered, withdrawn, 999_999]) {
    assert.ok(!page.includes(`name="c" value="${gone}"`), `${gone} has left the group`)
  }
  assert.equal((await answer({ numbers: [open] })).status, 303)
  assert.equal((await answer({ numbers: [revised], read: 2 })).status, 303)
})
