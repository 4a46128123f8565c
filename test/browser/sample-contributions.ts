import assert from 'node:assert/strict'
import { importConsultation } from '../../src/consultations/index.ts'
import { operator } from '../../src/permissions.ts'
import { requestFor } from '../consultation-files.ts'
import { release, withhold } from '../moderate.ts'
import type { Somebody } from '../take-part.ts'
import type { World } from '../world.ts'
import type { Visitor } from './page-state.ts'
import { newKey } from '../take-part.ts'

export const report = '/reports/petite-loi'
/** Of a form that was received. */
export const receivedKey = newKey()

const LONG = 'Un très longmotquinesecoupepasetquipourraitdéborderdelapageétroite, puis d’autres.'

export type People = Record<'nour' | 'camille' | 'salome' | 'iris' | 'hoarder', Visitor> & {
  /** Camille, as acts know her. */
  editor: Somebody
}

/** Numbers of what was contributed, by what becomes of it. */
export type Numbers = Awaited<ReturnType<typeof fillContributions>>

export async function makePeople(world: World): Promise<People> {
  const editor = await world.person({ name: 'Camille', role: 'rapporteur' })
  return {
    editor,
    nour: await world.person({ name: 'Nour' }),
    camille: editor,
    salome: await world.person({ name: 'Salomé' }),
    iris: await world.person({ name: 'Iris' }),
    hoarder: await world.person({ name: 'Quelqu’un qui garde tous ses brouillons' }),
  }
}

/** Amendments 1 to 3 with two answers, the second edition, and amendment 4 on its table. */
export async function fillEditions(world: World, people: People): Promise<void> {
  const block = await world.blockWith('Chaque commune publie')
  const amend = (sentence: string, edition: string, wording: string, id = block.id) =>
    world.post(
      `/fr${report}/passages/${id}/amendments`,
      [
        ['sentence', sentence],
        ['edition', edition],
        ['wording', wording],
        ['body', LONG],
        ['key', `${sentence} ${edition}` === '2 1' ? receivedKey : newKey()],
        ['step', 'publish'],
      ],
      people.nour,
    )
  const answer = (number: number, decision: string) =>
    world.post(
      `/fr/workshop${report}/answers`,
      [
        ['c', String(number)],
        ['revision', `${number}.1`],
        ['decision', decision],
        ['reason', 'Une raison.'],
      ],
      people.camille,
    )
  await amend('2', '1', 'Elle la met à jour chaque trimestre.')
  await amend('3', '1', 'La liste est gratuite et affichée.')
  await amend('1', '1', 'Chaque commune, grande ou petite, publie la liste de ses services.')
  await answer(1, 'accepted')
  await answer(2, 'declined')
  const confirmed: [string, string][] = [['unanswered', 'confirmed']]
  await world.post('/fr/workshop/reports/petite-loi/editions', confirmed, people.salome)
  const table = await world.blockWith('Demande')
  await amend('2', '2', 'Écrite | 2 mois', table.id)
  await answer(4, 'accepted')
}

/** One of each kind, in every state; a thread; a list of several pages; what waits to be sealed. */
export async function fillContributions(world: World, people: People) {
  const { nour, iris, salome } = people
  const block = await world.blockWith('Chaque commune publie')
  const heading = await world.blockWith('Article 2 -')
  const passage = `${report}/passages/${block.id}/contributions`
  const section = `${report}/passages/${heading.id}/contributions`
  const say = contributor(world)
  const remark = await say(passage, nour, { ...typed, kind: 'remark', sentence: '3' })
  const question = await say(section, iris, { kind: 'question', body: 'Et la langue des signes ?' })
  const argument = await say(passage, iris, { ...typed, kind: 'argument', stance: 'for' })
  const source = await say(`${report}/contributions`, nour, { ...typed, kind: 'source' })
  const proposition = await say(section, nour, { ...typed, kind: 'new-proposition' })
  const success = await say(passage, nour, { ...typed, kind: 'local-success', words: 'publie' })
  const thread = await fillThread(say, argument, people)
  const withdrawn = await say(passage, nour, { kind: 'remark', body: 'À retirer.' })
  await world.post(`/fr/contributions/${withdrawn}/withdrawal`, [], nour)
  const withheld = await say(passage, iris, { kind: 'remark', body: 'À retenir.' })
  const released = await say(passage, iris, { kind: 'remark', body: 'Retenue, puis rendue.' })
  for (const number of [withheld, released]) {
    await withhold(world, salome, number, LONG)
  }
  await release(world, salome, released)
  for (const who of [iris, salome]) await world.post(`/fr/contributions/${remark}/support`, [], who)
  await revise(world, remark, nour)
  const imported = await importSample(world)
  await fillPages(world, say)
  await fillDrafts(world, passage, people)
  await world.seal()
  const unsealed = await say(passage, iris, { kind: 'question', body: 'À l’instant ?' })
  const said = { remark, question, argument, source, proposition, success, thread }
  return { ...said, withdrawn, withheld, released, unsealed, ...imported }
}

/** Each field that some kind has; those that a kind has not are ignored. */
const typed = {
  title: `Un titre d’${'une'.repeat(12)} seule pièce, et la suite`,
  body: `${LONG}\n\n## Un titre\n\n- un\n- deux\n\n1. premier\n2. second\n\n> Une citation.\n\nDu \`code${'x'.repeat(60)}\` et **du gras**.\n\n\`\`\`\n${'une ligne de code '.repeat(8)}\n\`\`\``,
  explanation: 'Parce que **cela** compte.',
  link: `https://example.org/${'une-longue-adresse-'.repeat(6)}`,
  place: 'San Telmo',
}

type Say = (to: string, who: Visitor, form: Record<string, string>) => Promise<number>

function contributor(world: World): Say {
  return async (to, who, form) => {
    const common = { edition: '2', key: newKey(), step: 'publish' }
    const sent = await world.post(`/fr${to}`, Object.entries({ ...common, ...form }), who)
    const number = /contributions\/(\d+)\/receipt$/.exec(sent.headers.get('Location') ?? '')?.[1]
    assert.ok(number, `${form['kind']} is not published: ${sent.status}`)
    return Number(number)
  }
}

/** Deeper than a page shows, for and against, with a reply that is gone. */
async function fillThread(say: Say, root: number, { nour, iris }: People): Promise<number[]> {
  const thread = [root]
  for (const [at, stance] of ['against', 'for', 'against', 'for', 'for'].entries()) {
    const to = `/contributions/${thread.at(-1)}/replies`
    const form = { kind: 'argument', stance, body: `${LONG} (${at})` }
    thread.push(await say(to, at % 2 === 0 ? nour : iris, form))
  }
  thread.push(await say(`/contributions/${root}/replies`, nour, { ...typed, kind: 'source' }))
  return thread
}

async function revise(world: World, number: number, who: Visitor): Promise<void> {
  const form: [string, string][] = [
    ['revision', '1'],
    ['body', `${typed.body}\n\nEt ceci.`],
    ['key', newKey()],
    ['step', 'publish'],
  ]
  const sent = await world.post(`/fr/contributions/${number}/revisions`, form, who)
  assert.equal(sent.status, 303, 'revised')
}

/** What came from elsewhere: with its totals, and what was withheld there. */
async function importSample(world: World) {
  const imported = await importConsultation(world.db, operator, await requestFor(world), new Date())
  assert.ok(imported.ok, 'the small consultation is imported')
  const { contribution_number: totalled } = await world.db
    .selectFrom('imported_total')
    .select('contribution_number')
    .where('contribution_number', 'is not', null)
    .orderBy('agree', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const { number: withheldThere } = await world.db
    .selectFrom('contribution')
    .select('number')
    .where('origin', '=', 'import')
    .where('state', '=', 'withheld')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { totalled, withheldThere }
}

/** More than a page of the list holds; the last of two people has published all that an hour allows. */
async function fillPages(world: World, say: Say): Promise<void> {
  const busy = await world.person({ name: 'Prolixe' })
  for (let at = 0; at < 20; at += 1) {
    await say(`${report}/contributions`, busy, { kind: 'remark', body: `Remarque ${at}` })
  }
}

async function fillDrafts(world: World, to: string, { nour, hoarder }: People): Promise<void> {
  const keep = (key: string, who: Visitor, form: Record<string, string>) =>
    world.post(`/fr${to}`, Object.entries({ edition: '2', key, step: 'draft', ...form }), who)
  for (let at = 0; at < 50; at += 1) {
    await keep(`key-of-a-kept-draft-${at}`, hoarder, { kind: 'remark', body: LONG })
  }
  await keep('key-of-a-draft-of-nour', nour, { ...typed, kind: 'argument', words: 'services' })
}
