import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listWorkingBlocks } from '../src/reports/index.ts'
import {
  amend,
  amendAll,
  answer,
  camille,
  causesOf,
  form,
  nour,
  refused,
  salome,
  workshop,
  world,
} from './answering.ts'
import { doJobs } from './notices-world.ts'
import { publish, reportPath, textOf } from './take-part.ts'
import { say, verifyTampered } from './tamper.ts'

const accepted = 'accepted'
const part = { decision: 'accepted-in-part', reason: 'Nous gardons des deux.' }

async function block(id: string) {
  const [found] = await listWorkingBlocks(world.db, world.report.id, [id])
  assert.ok(found)
  return found
}

const listed = 'Chaque commune publie'
const first = 'Chaque commune publie la liste des services publics de son territoire.'
const third = 'La liste est gratuite et lisible.'

/** The state of the passage that a form was made for, and the draft in it. */
async function shown(numbers: number[]) {
  const page = await textOf(world.get(form(numbers), camille))
  const stands = /name="stands" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? ''
  const draft = /name="whole"[^>]*>([^<]*)</.exec(page)?.[1] ?? ''
  return { page, stands, draft }
}

test('accepting an amendment merges it where another sentence of it was changed meanwhile', async () => {
  const { id, text, sentences } = await world.blockWith(listed)
  const [one, two, three] = sentences.map(({ start, end }) => text.slice(start, end).trim())
  assert.ok(one && two && three)
  const middle = await amend({ sentence: '2', wording: 'Elle la met à jour chaque mois.' })
  const around = await amendAll(['1', '2', '3'], { wording: `${first} ${two} ${third}` })
  assert.equal((await answer({ numbers: [middle], decision: accepted })).status, 303)
  const { page, draft } = await shown([around])
  assert.match(page, /Il peut entrer dans le texte à côté de ce qui a changé/)
  const both = `${first} Elle la met à jour chaque mois. ${third}`
  assert.ok(draft.startsWith(both), draft)
  const sent = await answer({ numbers: [around], decision: accepted, reason: 'Oui aussi.' })
  assert.equal(sent.status, 303, await sent.text())
  assert.ok((await block(id)).text.startsWith(both))
  const [change] = await causesOf(around)
  assert.equal(change?.reason, 'Oui aussi.', 'what no amendment says stands in the journal')
  const numbers = (await block(id)).sentences.map(({ n }) => n)
  assert.equal(new Set(numbers).size, numbers.length)
  await world.seal()
  const found = await verifyTampered(world, [
    `update change set block = jsonb_set(block, '{text}', '"Autre."') where id = ${change?.id}`,
  ])
  assert.ok(say(found.findings).includes(`change change/${change?.id}: differs-from-journal`))
})

test('what the group changes already has those who say it too as its causes', async () => {
  const on = 'Toute demande reçoit'
  const { text, sentences } = await world.blockWith(on)
  const [, two] = sentences.map(({ start, end }) => text.slice(start, end).trim())
  assert.ok(two)
  const both = await amendAll(['1', '2'], {
    on,
    wording: `Toute demande reçoit une réponse claire. ${two}`,
  })
  const one = await amend({ on, wording: 'Toute demande reçoit une réponse claire.' })
  assert.equal((await answer({ numbers: [both, one], decision: accepted })).status, 303)
  const [change] = await causesOf(both)
  assert.ok(change)
  assert.deepEqual(await causesOf(one), [change])
})

/** Ada and Bob, who are told by mail, each rewrite the first sentence otherwise. */
async function proposeBoth(id: string): Promise<number[]> {
  const path = `${reportPath}/passages/${id}/amendments`
  const numbers: number[] = []
  for (const [who, wording] of [
    ['Ada', 'Une lettre tient en deux pages.'],
    ['Bob', 'Une lettre tient en une page, recto.'],
  ] as const) {
    const entered = await world.enter(`${who.toLowerCase()}@example.org`, who)
    const said = { path, sentence: '1', wording, body: 'Oui.' }
    numbers.push(await publish(world, { ...nour, ...entered }, said))
  }
  return numbers
}

/** Whatever is rewritten of the change, or of its causes, is found. */
async function findsTampering(id: number, cause: number): Promise<void> {
  await world.seal()
  for (const statement of [
    `delete from change_cause where change_id = ${id} and contribution_number = ${cause}`,
    `update change set after_text = 'Autre.' where id = ${id}`,
    `update change set reason = 'Une autre.' where id = ${id}`,
  ]) {
    const { findings } = await verifyTampered(world, [statement])
    assert.ok(say(findings).includes(`change change/${id}: differs-from-journal`), statement)
  }
}

test('of rivals the editors make one wording, with each of them as its cause, and their authors are told', async () => {
  const on = 'Une lettre tient'
  const { id } = await world.blockWith(on)
  const numbers = await proposeBoth(id)
  const [a = 0, b = 0] = numbers
  await refused(
    { numbers, decision: accepted },
    new RegExp(`n°\\s${b}[^<]*l’amendement n°\\s${a}`, 'u'),
    /finissez une seule rédaction/,
  )
  const { page, stands, draft } = await shown(numbers)
  assert.match(page, /2 rédactions de la phrase 1/)
  assert.match(page, /Ils ne peuvent pas entrer tous tels quels dans le texte/)
  assert.doesNotMatch(page, /name="wording"/)
  const giving = { ...part, numbers, stands }
  await refused({ ...giving, whole: draft }, /en acceptant un de ces amendements/, /href="#whole"/)
  await refused({ ...giving, whole: 'Une lettre tient en une page.' }, /celle du rapport/)
  const whole = 'Une lettre tient en deux pages, recto.'
  const sent = await answer({ ...giving, whole })
  assert.equal(sent.status, 303, await sent.text())
  assert.equal((await block(id)).text, whole)
  const [change] = await causesOf(a)
  assert.equal(change?.after, whole)
  assert.equal(change?.reason, part.reason)
  assert.deepEqual(await causesOf(b), [change])
  await doJobs(world)
  for (const to of ['ada@example.org', 'bob@example.org']) {
    const [mail, ...others] = (await world.mailsTo(to)).filter(({ text }) =>
      text.includes('Décision'),
    )
    assert.equal(others.length, 0)
    assert.match(
      mail?.text ?? '',
      new RegExp(`faite de plusieurs amendements[^]*n°\\s${a} et n°\\s${b}`, 'u'),
    )
  }
  const told = await textOf(world.get(`/fr/contributions/${a}`))
  assert.match(told, new RegExp(`aussi pour cause la contribution n°\\s${b}`, 'u'))
  await findsTampering(change?.id ?? 0, b)
})

test('where the passage changes again meanwhile nothing is overwritten, and what was typed is kept', async () => {
  const on = 'Une réponse tardive'
  const { id } = await world.blockWith(on)
  const number = await amend({ on, wording: 'Une réponse tardive oblige.' })
  const taken = await amend({ on, wording: 'Une réponse en retard reste une réponse.' })
  const later = await amend({ on, wording: 'Nul ne répond en retard.' })
  assert.equal((await answer({ numbers: [taken], decision: accepted })).status, 303)
  const before = await shown([number])
  assert.match(before.page, /Des mots qu’il change ont changé depuis/)
  const then = await shown([later])
  const won = {
    ...part,
    numbers: [later],
    stands: then.stands,
    whole: 'Nul ne répond en retard, ou presque.',
  }
  assert.equal((await answer(won)).status, 303)
  const whole = 'Une réponse en retard oblige.'
  const page = await refused(
    { ...part, numbers: [number], stands: before.stands, whole },
    /a changé pendant que vous écriviez/,
    /name="whole"[^>]*>Une réponse en retard oblige\.</,
    /ou presque/,
  )
  const stands = /name="stands" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? ''
  assert.notEqual(stands, before.stands)
  assert.equal((await answer({ ...part, numbers: [number], stands, whole })).status, 303)
  assert.equal((await block(id)).text, whole)
})

test('whoever is signed out meanwhile finds the wording that was typed, and nothing of the working text', async () => {
  const on = 'Article 2 -'
  const numbers = [
    await amend({ on, wording: 'Article 2 - Un titre' }),
    await amend({ on, wording: 'Article 2 - Un autre' }),
  ]
  const { stands } = await shown(numbers)
  const fields = [
    ...numbers.map((number): [string, string] => ['c', String(number)]),
    ...Object.entries({ ...part, stands, whole: 'Article 2 - Le mien' }),
  ]
  const sent = await world.post(`${workshop}/answers`, fields)
  const page = await sent.text()
  assert.equal(sent.status, 422)
  assert.match(page, /name="whole"[^>]*>Article 2 - Le mien</)
  assert.ok(page.includes(`name="stands" value="${stands}"`))
  assert.doesNotMatch(page, /tels quels dans le texte/)
  const garbage = { ...part, numbers, stands: 'x'.repeat(500), whole: 'Article 2 - Le mien' }
  await refused(garbage, /a changé pendant que vous écriviez/)
})

test('readers see competing wordings side by side, equal ones together, with what was decided', async () => {
  const on = 'Demande'
  const said = { on, sentence: '2', wording: 'Écrite | 2 mois' }
  const numbers = [
    await amend(said),
    await amend(said),
    await amend({ ...said, wording: 'Écrite | 4 mois' }),
  ]
  const { id } = await world.blockWith(on)
  const passage = () => textOf(world.get(`${reportPath}/passages/${id}`))
  const page = await passage()
  const [, figure = ''] = /<figure class="rivals">([^]*?)<\/figure>/.exec(page) ?? []
  assert.match(figure, /2 rédactions de la ligne 2/)
  const [one = '', other = ''] = figure.split('<li>').slice(1)
  assert.ok(
    one.includes(`/contributions/${numbers[0]}`) && one.includes(`/contributions/${numbers[1]}`),
  )
  assert.ok(
    other.includes(`/contributions/${numbers[2]}`) &&
      !other.includes(`/contributions/${numbers[0]}`),
  )
  assert.match(one, /<ins>[^]*2[^]*attend une réponse/)
  assert.equal((await answer({ numbers: [numbers[2] ?? 0], decision: 'declined' })).status, 303)
  assert.match(await passage(), /Non retenu/)
  assert.doesNotMatch(await passage(), /écrit de l’édition/)
  const confirmed: [string, string][] = [['unanswered', 'confirmed']]
  assert.equal((await world.post(`${workshop}/editions`, confirmed, salome)).status, 303)
  assert.match(await passage(), /Non retenu[^]*écrit de l’édition 1/)
})
