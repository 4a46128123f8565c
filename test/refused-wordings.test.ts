import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listWorkingBlocks } from '../src/reports/index.ts'
import { amend, answer, camille, form, refused, world } from './answering.ts'
import { textOf } from './take-part.ts'

const part = { decision: 'accepted-in-part', reason: 'Nous gardons des deux.' }

/** The state of the passage that a page's form is for. */
function standsIn(page: string): string {
  return /name="stands" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? ''
}

/** What the wording would do to the passage, as the page shows it; empty where it does not. */
function wouldUndo(page: string): string {
  return /<section[^>]*aria-labelledby="would-undo">[^]*?<\/section>/.exec(page)?.[0] ?? ''
}

const shown = (numbers: number[]) => textOf(world.get(form(numbers), camille))

test('a wording whose field a refusal takes away is kept, however often the form is refused', async () => {
  const on = 'Une lettre tient'
  const one = await amend({ on, wording: 'Une lettre tient en deux pages.' })
  const other = await amend({ on, wording: 'Une lettre tient en une page, recto.' })
  const stands = standsIn(await shown([one, other]))
  assert.equal((await answer({ numbers: [other], decision: 'declined' })).status, 303)
  const whole = 'Une lettre tient en deux pages,\nrecto & verso.'
  const kept =
    /La rédaction que vous aviez écrite[^]*name="typed"[^>]*readonly[^>]*>Une lettre tient en deux pages,\nrecto &amp; verso\.</
  const first = await refused({ ...part, numbers: [one, other], stands, whole }, kept)
  assert.match(first, /name="wording"[^>]*>Une lettre tient en deux pages\.</)
  assert.ok(first.indexOf('name="typed"') > first.indexOf('<form method="post" action="/fr/w'))
  const wording = 'Une lettre tient en deux pages au plus.'
  const again = { ...part, numbers: [one], wording, typed: whole.replace('\n', '\r\n') }
  for (const decision of ['', 'accepted-in-part']) {
    const page = await refused({ ...again, decision, reason: '\u200B' }, kept)
    assert.equal(page.match(/name="typed"/g)?.length, 1)
    assert.match(page, /name="wording"[^>]*>Une lettre tient en deux pages au plus\.</)
  }
  assert.equal((await answer(again)).status, 303)
  await refused({ ...again, reason: 'Trop tard.' }, kept, /Revenir aux contributions/)
})

test('whoever sends a wording for a passage that has changed is shown what it undoes, and of whom', async () => {
  const on = 'Une réponse tardive'
  const { id } = await world.blockWith(on)
  const one = await amend({ on, wording: 'Une réponse tardive oblige.' })
  const overwritten = await amend({ on, wording: 'Une réponse en retard reste une réponse.' })
  const accepted = await amend({ on, wording: 'Nul ne répond en retard.' })
  assert.equal((await answer({ numbers: [overwritten], decision: 'accepted' })).status, 303)
  const page = await shown([one])
  const open = standsIn(page)
  assert.equal(wouldUndo(page), '', 'nothing was typed yet')
  const meanwhile = { ...part, numbers: [accepted], stands: standsIn(await shown([accepted])) }
  const theirs = 'Nul ne répond en retard, ou presque.'
  assert.equal((await answer({ ...meanwhile, whole: theirs })).status, 303)

  const whole = 'Une réponse en retard oblige.'
  const sending = { ...part, numbers: [one], stands: open, whole }
  const forgotten = await refused({ ...sending, reason: '\u200B' }, /Donnez la raison/)
  assert.equal(standsIn(forgotten), open, 'nobody was told yet that the passage has changed')
  const long = await refused({ ...sending, whole: 'a'.repeat(20_001) }, /20\s000 caractères/u)
  assert.equal(standsIn(long), open)
  assert.equal(wouldUndo(long), '')
  const told = await refused(sending, /a changé pendant que vous écriviez/)
  const section = wouldUndo(told)
  assert.match(section, /Ce que votre rédaction change au passage tel qu’il est/)
  const removed = [...section.matchAll(/<del>[^]*?<\/del>/g)].join(' ')
  assert.match(removed, /presque/)
  assert.match(section, /<ins>[^]*?oblige/)
  assert.match(section, new RegExp(`/fr/contributions/${accepted}"`))
  assert.doesNotMatch(section, new RegExp(`/fr/contributions/${overwritten}"`))

  const stands = standsIn(told)
  assert.notEqual(stands, open)
  const still = await refused({ ...sending, stands, reason: '\u200B' }, /Donnez la raison/)
  assert.equal(wouldUndo(still), section)
  assert.equal(wouldUndo(await refused({ ...sending, stands, reason: '', decision: 'noted' })), '')
  assert.equal((await answer({ ...sending, stands })).status, 303)
  const [block] = await listWorkingBlocks(world.db, world.report.id, [id])
  assert.equal(block?.text, whole)
})

test('who is signed out meanwhile is not shown what a wording would undo', async () => {
  const on = 'Article 2 -'
  const one = await amend({ on, wording: 'Article 2 - Un titre' })
  const other = await amend({ on, wording: 'Article 2 - Un autre' })
  const stands = standsIn(await shown([one, other]))
  const fields = Object.entries({ ...part, stands, whole: 'Article 2 - Le mien' })
  const numbers = [one, other].map((number): [string, string] => ['c', String(number)])
  const sent = await world.post(`/fr/workshop/reports/petite-loi/answers`, [...numbers, ...fields])
  assert.equal(sent.status, 422)
  assert.equal(wouldUndo(await sent.text()), '')
})

test('a row typed with bars at both ends is taken', async () => {
  const on = 'Demande\t'
  const { id } = await world.blockWith(on)
  const number = await amend({ on, sentence: '2', wording: '| Écrite | un mois |' })
  const finished = { ...part, numbers: [number], wording: '| Écrite | deux semaines |' }
  assert.equal((await answer(finished)).status, 303)
  const [block] = await listWorkingBlocks(world.db, world.report.id, [id])
  assert.match(block?.text ?? '', /^Écrite\tdeux semaines$/m)
})
