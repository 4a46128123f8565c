import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { importReport } from '../../src/imports/index.ts'
import { grantRole, reportDomain } from '../../src/roles/index.ts'
import { operator } from '../../src/permissions.ts'
import { findReport } from '../../src/reports/index.ts'
import { changeAs, readFields } from '../change-by-hand.ts'
import { accept, previewOf } from '../send-file.ts'
import { smallBill, type World } from '../world.ts'
import { expectRefusal, sendNothing, sendSignedOut } from './page-acts.ts'
import type { Pages, State, Visitor } from './page-state.ts'
import type { People } from './sample-contributions.ts'

const workshop = '/workshop/reports/petite-loi'
const text = `${workshop}/text`
const LONG = 'Un très longmotquinesecoupepasetquipourraitdéborderdelapageétroite, puis d’autres.'

/** The working text, each way of changing it by hand, and what waits for the next edition. */
export async function describeTextPages(world: World, people: People): Promise<Pages> {
  const { camille, salome } = people
  const edited = await world.blockWith('Toute demande reçoit')
  const table = await world.blockWith('Demande')
  const article = await world.blockWith('Article 2 -')
  const gone = await world.blockWith('Un sigle y est développé')
  const moved = await world.blockWith('Une lettre tient')
  const send = sender(world, camille)
  await send(`${text}/${edited.id}`, 'edits', {
    wording: 'Toute demande reçoit une réponse motivée. Le délai est de deux mois.',
    contributions: '1',
    citation: `Code des relations entre le public et l’administration ${LONG}`,
    link: `https://example.org/${'une-longue-adresse-'.repeat(6)}`,
  })
  await send(`${text}/${gone.id}/removal`, '', {})
  await send(`${text}/${moved.id}/move?after=${edited.id}`, '', {})
  const inserted = await send(`${text}/insertion?after=${article.id}`, `../../insertions`, {
    wording: LONG,
    kind: 'quote',
  })
  await bringFile(world, salome)
  const divided = await divide(world, camille)
  const long = await makeLongText(world)
  const as = camille
  const there = (block: { id: string }, rest = '') => `${text}/${block.id}${rest}`
  const edit = there(edited)
  const states = await listEditStates(world, { edit, table: there(table), article: there(article) })
  return {
    '/workshop/reports/:slug/text': [
      { name: 'working text', path: text, as },
      { name: 'working text, a place sought', path: `${text}?moving=${article.id}`, as },
      { name: 'working text, a place sought again', path: `${text}?moving=${gone.id}`, as },
      { name: 'working text, long', path: `${long}/text?page=2`, as: salome },
      { name: 'working text, imported', path: `${text}?done=imported`, as },
    ],
    '/workshop/reports/:slug/text/:block': [
      ...states.map((state) => ({ ...state, as })),
      { name: 'a passage inserted', path: `${inserted}?done=added`, as },
      { name: 'a passage taken out', path: `${there(gone)}?done=removed`, as },
    ],
    '/workshop/reports/:slug/text/insertion': [
      { name: 'insertion', path: `${text}/insertion?after=${edited.id}&because=1`, as },
      { name: 'insertion, at the start', path: `${text}/insertion`, as },
      { name: 'insertion, looked at', path: `${text}/insertion`, as, act: lookAtHeading },
      { name: 'insertion, refused', path: `${text}/insertion`, as, act: sendNothing },
    ],
    '/workshop/reports/:slug/text/:block/removal': [
      { name: 'removal', path: there(edited, '/removal'), as },
      { name: 'removal of a heading', path: there(article, '/removal'), as, act: openDetails },
      { name: 'removal, refused', path: there(article, '/removal'), as, act: sendNothing },
    ],
    '/workshop/reports/:slug/text/:block/move': [
      { name: 'move', path: there(edited, `/move?after=${article.id}`), as },
      { name: 'move of a heading', path: there(article, '/move'), as },
      { name: 'move, refused', path: there(edited, '/move'), as, act: sendNothing },
      { name: 'move, no such place', path: there(edited, '/move?after=zzzzzzzzzz'), as },
    ],
    '/workshop/reports/:slug/text/:block/return': [
      { name: 'return', path: there(gone, `/return?after=${edited.id}`), as },
      { name: 'return, refused', path: there(gone, '/return'), as, act: sendNothing },
    ],
    ...listDivided(divided, as),
    '/workshop/reports/:slug/changes': [
      { name: 'pending changes', path: `${workshop}/changes`, as, act: openDetails },
      { name: 'pending changes, by files', path: `${workshop}/changes?causes=file`, as },
      { name: 'pending changes, none', path: `${long}/changes`, as: salome },
      { name: 'causes, refused', path: `${workshop}/changes`, as, act: nameNobody },
      { name: 'causes named', path: `${workshop}/changes`, as, act: nameFirst },
    ],
  }
}

type Divided = { first: string; last: string; merged: string; split: number; merger: number }

/** A passage in three pieces, of which the first two are one again: that can be undone, and the second split no more. */
async function divide(world: World, as: Visitor): Promise<Divided> {
  const hands = changeAs(world, as)
  const [first, merged] = await hands.split('Un service sans nom', 1)
  const [, last] = await hands.split('1° il est nommé', 1)
  const split = (await hands.lastChange())?.id ?? 0
  await hands.merge('Un service sans nom')
  return { first, last, merged, split, merger: (await hands.lastChange())?.id ?? 0 }
}

function listDivided({ first, last, merged, split, merger }: Divided, as: Visitor): Pages {
  const [splitting, merging] = [`${text}/${first}/split`, `${text}/${first}/merger`]
  const undoing = `${workshop}/changes/${merger}/undoing`
  const states = {
    '/workshop/reports/:slug/text/:block/split': [
      { name: 'split', path: `${splitting}?because=1` },
      { name: 'split, looked at', path: splitting, act: lookAtPieces },
      { name: 'split, refused', path: splitting, act: sendNothing },
      { name: 'split, nowhere', path: `${text}/${last}/split` },
    ],
    '/workshop/reports/:slug/text/:block/merger': [
      { name: 'merger', path: `${merging}?because=1` },
      { name: 'merger, refused', path: merging, act: sendNothing },
      { name: 'merger, of what was merged away', path: `${text}/${merged}/merger` },
    ],
    '/workshop/reports/:slug/changes/:id/undoing': [
      { name: 'undoing', path: undoing },
      { name: 'undoing, refused', path: undoing, act: giveNoReason },
      { name: 'undoing, too late', path: `${workshop}/changes/${split}/undoing` },
    ],
  }
  return Object.fromEntries(
    Object.entries(states).map(([route, all]) => [route, all.map((one) => ({ ...one, as }))]),
  )
}

/** The form comes with a reason: sent as it is, it would undo. */
async function giveNoReason(page: Page): Promise<void> {
  await page.locator('#reason').fill('')
  await sendNothing(page)
  await expectRefusal(page)
}

async function lookAtPieces(page: Page): Promise<void> {
  await page.locator('#cut').check()
  await lookAtIt(page)
}

type Paths = { edit: string; table: string; article: string }

async function listEditStates(world: World, { edit, table, article }: Paths): Promise<State[]> {
  const passage = await world.blockWith('Chaque commune publie')
  return [
    { name: 'edit', path: `${edit}?done=changed` },
    { name: 'edit a passage that was spoken of', path: `${text}/${passage.id}?because=1,2` },
    { name: 'edit a table', path: table },
    { name: 'edit a heading', path: article, act: openDetails },
    { name: 'edit, looked at', path: edit, act: lookAtWording },
    { name: 'edit, refused', path: edit, act: sendNothing },
    { name: 'edit, changed meanwhile', path: edit, act: sendOld },
    {
      name: 'edit, signed out meanwhile',
      path: edit,
      act: async (page) => {
        await page.locator('#reason').fill(LONG)
        await sendSignedOut(page, page.locator('button[value=preview]'))
      },
    },
  ]
}

/** Sends the form of a page as it is, with an erratum as its cause; returns where it led. */
function sender(world: World, as: Visitor) {
  return async (path: string, to: string, fields: Record<string, string>): Promise<string> => {
    const shown = await (await world.get(`/fr${path}`, as)).text()
    const action = /<form method="post" action="([^"]*workshop[^"]*)"/.exec(shown)?.[1] ?? ''
    const said = { erratum: 'yes', reason: LONG, step: 'apply', ...fields }
    const form = { ...readFields(shown), ...said }
    const sent = await world.post(action, Object.entries(form), as)
    assert.equal(sent.status, 303, `${path} ${to}`)
    return (sent.headers.get('Location') ?? '').replace(/^\/fr|\?.*$/g, '')
  }
}

/** The bill with one passage more: a change of which only the file is the cause. */
async function bringFile(world: World, as: Visitor): Promise<void> {
  const bill = await readFile(smallBill, 'utf8')
  const bytes = bill.replace('</ul>', '</ul><p>Un passage venu d’un fichier.</p>')
  const href = await previewOf(world, { name: 'loi.html', bytes, reason: LONG }, as)
  assert.equal((await accept(world, href, as)).status, 303)
}

/** A report whose working text takes several pages, under headings of several levels. */
async function makeLongText(world: World): Promise<string> {
  const parts = Array.from(
    { length: 60 },
    (_, at) => `${at % 10 === 0 ? '##' : '###'} Partie ${at}\n\nUn mot ${at}.\n\nEt un autre.`,
  )
  const about = {
    authors: null,
    commissioner: null,
    licence: null,
    editionPlannedFor: null,
    illustrative: true,
  }
  const file = { name: 'long.md', bytes: Buffer.from(`# Un long texte\n\n${parts.join('\n\n')}\n`) }
  const request = { slug: 'long', file, reason: 'Long', propositionWords: [], about }
  const imported = await importReport(world.db, operator, request, new Date())
  const report = await findReport(world.db, 'long')
  assert.ok(imported.ok && report)
  const { actor } = await world.person({ name: 'Salomé' })
  const grant = {
    personId: actor.personId ?? 0,
    role: 'editor-in-chief' as const,
    domain: reportDomain(report),
  }
  await grantRole(world.db, operator, grant, new Date())
  return '/workshop/reports/long'
}

async function openDetails(page: Page): Promise<void> {
  await page.locator('main details summary').first().click()
}

async function lookAtWording(page: Page): Promise<void> {
  await page.locator('#wording').fill('Toute demande reçoit une réponse. Le délai est court.')
  await lookAtIt(page)
}

async function lookAtHeading(page: Page): Promise<void> {
  await page.locator('#kind').selectOption('heading')
  await page.locator('#wording').fill('Un nouvel intertitre')
  await lookAtIt(page)
}

async function lookAtIt(page: Page): Promise<void> {
  await page.locator('input[name=erratum]').check()
  await page.locator('#reason').fill(LONG)
  await page.locator('button[value=preview]').click()
}

/** As when somebody changed the passage after the form was shown. */
async function sendOld(page: Page): Promise<void> {
  const read = page.locator('input[name=read]')
  await read.evaluate((element) => element.setAttribute('value', '0'.repeat(64)))
  await lookAtWording(page)
  await expectRefusal(page)
}

async function nameNobody(page: Page): Promise<void> {
  await page.locator('main details summary').first().click()
  await page.locator('main details button').first().click()
  await expectRefusal(page)
}

async function nameFirst(page: Page): Promise<void> {
  await page.locator('main details summary').last().click()
  await page.locator('main details input[name=contributions]').last().fill('2')
  await page.locator('main details button').last().click()
}
