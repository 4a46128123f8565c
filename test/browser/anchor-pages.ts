import type { Page } from 'playwright-core'
import { changeAs } from '../change-by-hand.ts'
import { blockIn, changeText, fates, publishNext, sayOf, sayOfEach } from '../second-edition.ts'
import type { World } from '../world.ts'
import { expectRefusal, sendSignedOut } from './page-acts.ts'
import type { Pages, State } from './page-state.ts'
import { report } from './sample-contributions.ts'

const workshop = `/workshop${report}`
const review = `${workshop}/editions/3/anchors`

/** Passages that were carried into a second and a third edition, in every state; in a world of their own. */
export async function describeAnchorWorld(world: World): Promise<Pages> {
  const salome = await world.person({ name: 'Salomé' })
  const camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  const said = await sayOfEach(world)
  const body = `Une raison${'interminable'.repeat(9)}, puis des mots qui se plient.`
  for (const words of ['Toute demande', fates.rewritten, fates.rewritten, fates.gone])
    await sayOf(world, words, { body })
  const left = await sayOf(world, 'Chaque commune publie', { body: 'هل يصل إلى الجميع؟' })
  await changeText(world)
  await publishNext(world)
  const [id = 0] = await idsOf(world, 2, left)
  await decide(world, salome, { edition: 2, ids: [id], decision: 'left' })
  const { edit, split, merge } = changeAs(world, salome)
  const [, piece] = await split('Un service sans nom', 1)
  const [, merged] = await merge('La liste est gratuite')
  await edit(fates.kept, { wording: 'Un sigle y est développé, la première fois.' })
  await publishNext(world)
  const [confirmed = 0] = await idsOf(world, 3, said.edited)
  await decide(world, camille, { edition: 3, ids: [confirmed], decision: 'confirmed' })
  await edit('Un sigle y est développé', { wording: 'Rien ne s’abrège sans être dit.' })

  const block = async (words: string) => (await blockIn(world, 3, words)).id
  const passage = async (words: string) => `${report}/passages/${await block(words)}`
  const gone = await blockIn(world, 1, fates.gone)
  return {
    '/workshop/reports/:slug/editions/:number/anchors': listReviews(world, { camille, salome }),
    '/workshop/reports/:slug/editions/:number/anchors/place': await listPlaces(world, {
      as: camille,
      number: said.gone,
    }),
    '/workshop/reports/:slug/review': [
      { name: 'orphans to answer', path: `${workshop}/review`, as: camille },
    ],
    '/workshop/reports/:slug': [
      { name: 'queue, with passages to review', path: workshop, as: camille },
    ],
    '/workshop/reports/:slug/publication': [
      { name: 'publication, doubtful passages', path: `${workshop}/publication`, as: salome },
    ],
    '/reports/:slug/editions/:number': [
      { name: 'edition with passages to review', path: `${report}/editions/3`, as: camille },
    ],
    '/reports/:slug/editions/:number/orphans': [
      { name: 'orphans of an edition', path: `${report}/editions/3/orphans` },
      { name: 'orphans of an edition, none', path: `${report}/editions/1/orphans` },
    ],
    '/reports/:slug/part/:block': [
      { name: 'part with orphans', path: `${report}/part/${await block('Article 2')}` },
    ],
    '/reports/:slug/whole': [{ name: 'whole text with orphans', path: `${report}/whole` }],
    '/reports/:slug/passages/:block': [
      { name: 'passage that took the place of others', path: await passage('Nul ne reste') },
      { name: 'passage edited since', path: await passage('Une réponse tardive') },
      { name: 'passage gone, spoken of', path: `${report}/passages/${gone.id}` },
      { name: 'passage merged into another', path: `${report}/passages/${merged}` },
      { name: 'passage split off', path: `${report}/passages/${piece}` },
    ],
    '/contributions/:number': [...Object.entries(said), ['left', left]].map(([fate, number]) => ({
      name: `contribution on a passage, ${fate}`,
      path: `/contributions/${number}`,
    })),
  }
}

/** Where nothing is to be reviewed. */
export const nothingToReview: State[] = ['', '?show=decided'].map((query) => ({
  name: `review of passages, none${query}`,
  path: `${workshop}/editions/1/anchors${query}`,
}))

async function idsOf(world: World, edition: number, ...numbers: number[]): Promise<number[]> {
  const rows = await world.db
    .selectFrom('anchor')
    .innerJoin('edition', 'edition.id', 'anchor.edition_id')
    .select('anchor.id')
    .where('edition.number', '=', edition)
    .where('contribution_number', 'in', numbers)
    .where('current', '=', true)
    .execute()
  return rows.map(({ id }) => id)
}

type Visitor = { cookie: string }
type Decision = { edition: number; ids: readonly number[]; decision: string | null }

/** Null: takes what was decided back. */
async function decide(world: World, as: Visitor, { edition, ids, decision }: Decision) {
  const form = ids.map((id): [string, string] => ['a', String(id)])
  const address = `/fr${workshop}/editions/${edition}/anchors/decisions`
  const sent =
    decision === null
      ? await world.post(`${address}/end`, form, as)
      : await world.post(address, [...form, ['decision', decision]], as)
  if (sent.status !== 303) throw new Error(`${decision} is refused`)
}

function listReviews(world: World, { camille, salome }: Record<'camille' | 'salome', Visitor>) {
  const states: State[] = [
    { name: 'review of passages', path: review },
    { name: 'review of passages, done', path: `${review}?done=attached` },
    { name: 'review of passages, decided', path: `${review}?show=decided` },
    { name: 'review of an edition that is over', path: `${workshop}/editions/2/anchors` },
    { name: 'review, nothing ticked', path: review, act: decideOnNothing },
    {
      name: 'review, decided meanwhile',
      path: review,
      act: (page) => meanwhile(page, world, salome),
    },
  ]
  return states.map((state) => ({ ...state, as: camille }))
}

async function decideOnNothing(page: Page): Promise<void> {
  for (const box of await page.locator('input[type=checkbox][name=a]').all()) await box.uncheck()
  await page.locator('form:has(input[type=checkbox]) button[value=left]').first().click()
  await expectRefusal(page)
}

/** Another editor decides while the page is open; afterwards it is as it was. */
async function meanwhile(page: Page, world: World, other: Visitor): Promise<void> {
  const form = page.locator('.to-review').first()
  const values = await form.locator('[name=a]').all()
  const ids = await Promise.all(values.map(async (one) => Number(await one.inputValue())))
  const numbers = await world.db
    .selectFrom('anchor')
    .select('contribution_number as number')
    .where('id', 'in', ids)
    .execute()
  await decide(world, other, { edition: 3, ids, decision: 'left' })
  await form.locator('button[value=confirmed], button[value=left]').first().click()
  await page.locator('.error-summary, output.notice').first().waitFor({ timeout: 10_000 })
  const made = await idsOf(world, 3, ...numbers.map(({ number }) => number))
  await decide(world, other, { edition: 3, ids: made, decision: null })
}

async function listPlaces(
  world: World,
  { as, number }: { as: Visitor; number: number },
): Promise<State[]> {
  const [id = 0] = await idsOf(world, 3, number)
  const table = await blockIn(world, 3, 'Demande\t')
  const bill = await blockIn(world, 3, 'La liste est gratuite')
  const article = await blockIn(world, 3, 'Article 3')
  const place = `${review}/place?a=${id}`
  const states: State[] = [
    { name: 'attaching, around where it stood', path: place },
    { name: 'attaching, under a heading', path: `${place}&under=${article.id}` },
    { name: 'attaching, words found', path: `${place}&q=une` },
    { name: 'attaching, words not found', path: `${place}&q=nulle-part` },
    { name: 'attaching to a passage', path: `${place}&block=${bill.id}` },
    { name: 'attaching to a table', path: `${place}&block=${table.id}` },
    { name: 'attaching, refused', path: `${place}&block=${bill.id}`, act: attachToNothing },
    {
      name: 'attaching, signed out meanwhile',
      path: `${place}&block=${bill.id}`,
      act: async (page) => {
        await page.locator('.choose-part summary').click()
        await page.locator('#words').fill('La liste')
        await sendSignedOut(page, page.locator('button[value=attached]'))
      },
    },
  ]
  return states.map((state) => ({ ...state, as }))
}

async function attachToNothing(page: Page): Promise<void> {
  await page.locator('.choose-part summary').click()
  await page.locator('#words').fill('Des mots d’ailleurs')
  await page.locator('button[value=attached]').click()
  await expectRefusal(page)
}
