import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { changeAs, slip, text, workshop, type ChangingHands } from './change-by-hand.ts'
import { publish, reportPath, textOf, type Fields, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let nour: Somebody
let salome: Somebody
let camille: Somebody & ChangingHands
before(async () => {
  world = await openWorld()
  nour = await world.person({ name: 'Nour' })
  salome = await world.person({ name: 'Salomé' })
  const editor = await world.person({ name: 'Camille', role: 'rapporteur' })
  camille = { ...editor, ...changeAs(world, editor) }
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

test('a passage is worded anew after a look at it, with its cause and its reason', async () => {
  const on = 'Toute demande reçoit'
  const wording = 'Toute demande reçoit une réponse motivée. Le délai est de deux mois.'
  const number = await publish(world, nour, { body: 'Trois mois, c’est long.' })
  const causes = {
    erratum: '',
    contributions: `n° ${number}`,
    reason: 'Le délai passe à deux mois.',
  }
  const looked = await camille.edit(on, { wording, ...causes, step: 'preview' })
  assert.equal(looked.status, 200)
  const preview = await looked.text()
  assert.match(preview, /<del>[^]*trois[^]*<ins>[^]*deux/)
  assert.match(preview, /Rien n’est encore changé/)
  assert.match((await world.blockWith(on)).text, /trois mois/)

  const { id } = await world.blockWith(on)
  const sent = await camille.edit(on, { wording, ...causes })
  assert.equal(sent.headers.get('Location'), `${text}/${id}?done=changed`)
  assert.equal((await world.blockWith(on)).text, wording)
  const change = await camille.lastChange()
  assert.equal(change?.operation, 'replace-sentences')
  assert.deepEqual([change?.sentences_before, change?.sentences_after], [[2], [3]])
  const done = await textOf(world.get(`${text}/${id}?done=changed`, camille))
  assert.match(done, /Le changement est dans le texte de travail/)
  assert.ok(done.includes(`${workshop}/answer?c=${number}`), 'its author is owed an answer')
  const contribution = await textOf(world.get(`/fr/contributions/${number}`))
  assert.match(contribution, /Ce qu’elle a changé/)
  assert.doesNotMatch(await textOf(world.get(`${reportPath}/passages/${id}`)), /deux mois/)
})

test('nothing changes without a cause that holds, and a reason', async () => {
  const on = 'Les services publics parlent'
  const wording = 'Les services publics parlent et écrivent clair.'
  const typed = { wording, erratum: '', reason: 'Écrire aussi.' }
  const attempt = (fields: Fields) => () => camille.edit(on, { ...typed, ...fields })
  await camille.refused(attempt({}), /Nommez au moins une cause/, wording, 'Écrire aussi.')
  await camille.refused(attempt({ reason: '\u200B', erratum: 'yes' }), /Donnez la raison/, wording)
  await camille.refused(
    attempt({ contributions: 'douze' }),
    /se nomment par leurs numéros/,
    'douze',
  )
  await camille.refused(attempt({ contributions: '99999' }), /Il n’y a pas de contribution 99999/)
  await camille.refused(attempt({ link: 'https://a.org' }), /Dites comment s’appelle la source/)
  await camille.refused(
    attempt({ citation: 'Loi', link: 'javascript:1' }),
    /doit commencer par https/,
  )
  await camille.refused(attempt({ citation: 'x'.repeat(301) }), /dépasse 300 caractères/)
  await camille.refused(
    attempt({ erratum: 'yes', reason: 'x'.repeat(1001) }),
    /dépasse\s1\s000 caractères/u,
  )
  const many = Array.from({ length: 51 }, (_, at) => at + 1).join(' ')
  await camille.refused(attempt({ contributions: many }), /nomme 50 contributions au plus/)

  const withdrawn = await publish(world, nour, { body: 'À retirer.' })
  const form = await textOf(world.get(`/fr/contributions/${withdrawn}/withdrawal`, nour))
  assert.match(form, /<form/)
  assert.equal(
    (await camille.send(`/fr/contributions/${withdrawn}/withdrawal`, {}, nour)).status,
    303,
  )
  await camille.refused(attempt({ contributions: `${withdrawn}` }), /a été retirée par la personne/)
  const declined = await publish(world, nour, { body: 'À écarter.' })
  const answer = {
    c: `${declined}`,
    revision: `${declined}.1`,
    decision: 'declined',
    reason: 'Non.',
  }
  assert.equal((await camille.send(`${workshop}/answers`, answer)).status, 303)
  await camille.refused(attempt({ contributions: `${declined}` }), /a été écartée/)
})

test('a wording is refused with its reason', async () => {
  const on = 'Article 2 -'
  await camille.refused(
    () => camille.edit(on, { wording: ' \u200B' }),
    /Écrivez ce que le passage doit dire/,
  )
  await camille.refused(
    () => camille.edit(on, { wording: 'Un\nDeux' }),
    /tient sur une ligne/,
    'Une coquille.',
  )
  const { text: same } = await world.blockWith(on)
  await camille.refused(
    () => camille.edit(on, { wording: same }),
    /est celle que le passage a déjà/,
  )
  await camille.refused(() => camille.edit(on, { wording: 'x'.repeat(20_001) }), /dépasse/)
  await camille.refused(
    () => camille.edit('Demande', { wording: 'Une seule cellule' }),
    /autant de cellules/,
  )
})

test('what somebody else changed meanwhile is not overwritten', async () => {
  const on = 'Une lettre tient'
  const { id } = await world.blockWith(on)
  const read = await camille.fieldsOf(`${text}/${id}`)
  assert.equal((await camille.edit(on, { wording: 'Une lettre tient en deux pages.' })).status, 303)
  const late = { ...read, step: 'apply', ...slip, wording: 'Une lettre tient en trois pages.' }
  const page = await camille.refused(
    () => camille.send(`${text}/${id}/edits`, late),
    /Quelqu’un l’a changé depuis/,
    late.wording,
  )
  assert.match(page, /<del>[^]*deux[^]*<ins>[^]*trois/, 'what there is, and what would come of it')
  const again = /name="read" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? ''
  assert.equal((await camille.send(`${text}/${id}/edits`, { ...late, read: again })).status, 303)
  assert.match((await world.blockWith(on)).text, /trois pages/)

  const was = await camille.written()
  const twice = await camille.send(`${text}/${id}/edits`, { ...late, read: again })
  assert.equal(twice.status, 303, 'a second click finds it done')
  assert.deepEqual(await camille.written(), was)
})

test('of two editors at once one wins, and the other is shown what was written', async () => {
  const on = 'Une lettre tient'
  const { id } = await world.blockWith(on)
  for (let round = 0; round < 5; round += 1) {
    const read = await camille.fieldsOf(`${text}/${id}`)
    const sent = await Promise.all(
      ['de Camille', 'de Salomé'].map((whose) =>
        camille.send(
          `${text}/${id}/edits`,
          { ...read, step: 'apply', ...slip, wording: `Une lettre tient ${whose}, ${round}.` },
          whose === 'de Camille' ? camille : salome,
        ),
      ),
    )
    assert.deepEqual(new Set(sent.map(({ status }) => status)), new Set([303, 422]))
    const won = sent[0]?.status === 303 ? 'de Camille' : 'de Salomé'
    assert.equal((await world.blockWith(on)).text, `Une lettre tient ${won}, ${round}.`)
  }
})

test('spaces can be set right, and a paragraph made a proposition, without a word changed', async () => {
  const on = 'Exposé des motifs'
  const block = await world.blockWith(on)
  const spaced = block.text.replace(' :', '\u00A0:')
  assert.notEqual(spaced, block.text)
  assert.equal((await camille.edit(on, { wording: spaced })).status, 303)
  assert.equal((await world.blockWith(on)).text, spaced)
  const kind = { kind: 'proposition', level: '2', wording: spaced }
  assert.equal((await camille.edit(on, kind)).status, 303)
  const made = await world.blockWith(on)
  assert.deepEqual([made.id, made.kind, made.level], [block.id, 'proposition', 2])
  assert.equal((await camille.lastChange())?.operation, 'edit-block')
  assert.equal((await camille.edit(on, { kind: 'paragraph', wording: block.text })).status, 303)
  const back = await world.blockWith(on)
  assert.deepEqual([back.kind, back.level, back.text], ['paragraph', 0, block.text])
})

test('a table is changed by its cells', async () => {
  const { id } = await world.blockWith('Demande')
  const page = await textOf(world.get(`${text}/${id}`, camille))
  const [, shown = ''] = /name="wording"[^>]*>([^<]*)<\/textarea>/.exec(page) ?? []
  assert.match(shown, /^Demande \| /)
  const more = `${shown}\nPar téléphone | 1 jour`
  assert.equal((await camille.edit('Demande', { wording: more })).status, 303)
  assert.match((await world.blockWith('Demande')).text, /\nPar téléphone\t1 jour$/)
})

test('a change is undone by a form that is filled in', async () => {
  const on = 'Les services publics parlent'
  const { id, text: was } = await world.blockWith(on)
  assert.equal((await camille.edit(on, { wording: `${on} en vers.` })).status, 303)
  const done = await textOf(world.get(`${text}/${id}?done=changed`, camille))
  assert.ok(done.includes(`href="${text}/${id}?undo=1"`), 'undoing is offered')
  const form = await textOf(world.get(`${text}/${id}?undo=1`, camille))
  const [, wording = ''] = /name="wording"[^>]*>([^<]*)<\/textarea>/.exec(form) ?? []
  assert.equal(wording, was)
  assert.match(form, /name="erratum" value="yes" checked[^]*Le changement précédent est annulé/)
  assert.equal((await camille.edit(on, { wording })).status, 303)
  assert.equal((await world.blockWith(on)).text, was)
})

test('what is named as the cause of a change is not declined', async () => {
  const number = await publish(world, nour, { body: 'Plus court.' })
  const wording = 'Une lettre tient en une demi-page.'
  const causes = { erratum: '', contributions: `${number}` }
  assert.equal((await camille.edit('Une lettre tient', { wording, ...causes })).status, 303)
  const given = { c: `${number}`, revision: `${number}.1`, reason: 'Non.' }
  const declined = () => camille.send(`${workshop}/answers`, { ...given, decision: 'declined' })
  await camille.refused(declined, /un changement du texte est dû à cette contribution/, 'Non.')
  assert.equal(
    (await camille.send(`${workshop}/answers`, { ...given, decision: 'accepted' })).status,
    303,
  )
})
