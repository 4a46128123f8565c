import type { Page } from 'playwright-core'
import type { World } from '../world.ts'
import {
  forgetEdition,
  openDetails,
  pressButton,
  previewAmendment,
  previewRefused,
  sendAgain,
  sendNothing,
  sendSignedOut,
} from './page-acts.ts'

/** Somebody's cookie, and the page's address without its language. */
export type State = {
  name: string
  path: string
  as?: { cookie: string }
  act?: (page: Page) => Promise<void>
}

/** By the pattern of their route. */
export type Pages = Record<string, State[]>

/** Where nothing is published yet. */
export const emptyStates: State[] = [
  { name: 'home', path: '' },
  { name: 'front before the first edition', path: '/reports/petite-loi' },
  { name: 'editions, none', path: '/reports/petite-loi/editions' },
  { name: 'contributions, none', path: '/reports/petite-loi/contributions' },
  { name: 'journal, nothing sealed', path: '/journal' },
  { name: 'sign-in, no way in', path: '/account/sign-in' },
]

/** Every page of the route table, by its pattern, in each state that it can be met in. */
export async function describePages(world: World): Promise<Pages> {
  const nour = await world.person({ name: 'Nour' })
  const camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  const salome = await world.person({ name: 'Salomé' })
  await fillWorld(world, { nour, camille, salome })
  const article = await world.blockWith('Article 2 -')
  const part = await world.blockWith('Clarté des services publics')
  const block = await world.blockWith('Chaque commune publie')
  const table = await world.blockWith('Demande')
  const report = '/reports/petite-loi'
  const workshop = '/workshop/reports/petite-loi'
  const amendment = `${report}/passages/${block.id}/amendment`
  return {
    '': [{ name: 'home', path: '' }],
    '/reports/:slug': [
      { name: 'front', path: report },
      { name: 'front for an editor', path: report, as: salome },
    ],
    '/reports/:slug/editions': [{ name: 'editions', path: `${report}/editions` }],
    '/reports/:slug/editions/:number': [{ name: 'edition', path: `${report}/editions/2` }],
    '/reports/:slug/editions/:number/changes': [
      { name: 'changes', path: `${report}/editions/2/changes` },
    ],
    '/reports/:slug/part/:block': [
      { name: 'part', path: `${report}/part/${part.id}` },
      { name: 'article within a part', path: `${report}/part/${article.id}` },
      { name: 'part that is not there', path: `${report}/part/nowhere` },
    ],
    '/reports/:slug/editions/:number/part/:block': [
      { name: 'part of an old edition', path: `${report}/editions/1/part/${part.id}` },
    ],
    '/reports/:slug/passages/:block': [
      { name: 'passage', path: `${report}/passages/${block.id}` },
      { name: 'passage that is a table', path: `${report}/passages/${table.id}` },
      { name: 'passage that is a heading', path: `${report}/passages/${article.id}` },
      { name: 'passage of an old edition', path: `${report}/passages/${block.id}?edition=1` },
    ],
    '/reports/:slug/passages/:block/amendment': [
      { name: 'choose sentences', path: amendment, as: nour },
      { name: 'choose, refused', path: `${amendment}?step=rewrite`, as: nour },
      { name: 'choose, not consecutive', path: `${amendment}?sentence=1&sentence=3`, as: nour },
      { name: 'rewrite', path: `${amendment}?sentence=1`, as: nour },
      { name: 'preview', path: `${amendment}?sentence=1`, as: nour, act: previewAmendment },
      { name: 'rewrite, refused', path: `${amendment}?sentence=1`, as: nour, act: sendNothing },
      ...amendmentsOf(amendment, { table: table.id, heading: article.id }, nour),
    ],
    '/reports/:slug/contributions': [{ name: 'contributions', path: `${report}/contributions` }],
    '/contributions/:number': [
      { name: 'contribution, accepted', path: '/contributions/1' },
      { name: 'contribution on a table', path: '/contributions/4' },
      { name: 'contribution, waiting, for an editor', path: '/contributions/3', as: camille },
    ],
    '/workshop/reports/:slug': [{ name: 'queue', path: workshop, as: salome }],
    '/workshop/reports/:slug/publication': [
      { name: 'publication', path: `${workshop}/publication`, as: salome },
      {
        name: 'publication, refused',
        path: `${workshop}/publication`,
        as: salome,
        act: pressButton,
      },
    ],
    '/workshop/contributions/:number/answer': [
      { name: 'answer', path: '/workshop/contributions/3/answer', as: camille },
      {
        name: 'answer, refused',
        path: '/workshop/contributions/3/answer',
        as: camille,
        act: sendNothing,
      },
      {
        name: 'answer, signed out meanwhile',
        path: '/workshop/contributions/3/answer',
        as: camille,
        act: async (page) => {
          await page.locator('#decision-noted').check()
          await page.locator('#reason').fill('Une raison que l’on ne veut pas récrire.')
          await sendSignedOut(page, page.locator('main form button'))
        },
      },
    ],
    '/journal': [
      { name: 'journal', path: '/journal' },
      { name: 'journal, entries opened', path: '/journal', act: openDetails },
    ],
    '/account/sign-in': [{ name: 'sign-in', path: '/account/sign-in' }],
  }
}

/** Amending in the states that few meet. */
function amendmentsOf(
  amendment: string,
  ids: { table: string; heading: string },
  as: { cookie: string },
): State[] {
  const of = (id: string) => amendment.replace(/passages\/[^/]+/, `passages/${id}`)
  const rewrite = `${amendment}?sentence=1`
  return [
    { name: 'choose rows', path: of(ids.table), as },
    { name: 'rewrite a row', path: `${of(ids.table)}?sentence=2`, as },
    {
      name: 'preview a row',
      path: `${of(ids.table)}?sentence=2`,
      as,
      act: (page) => previewAmendment(page, 'Écrite | 2 mois'),
    },
    {
      name: 'a row, refused',
      path: `${of(ids.table)}?sentence=2`,
      as,
      act: (page) => previewRefused(page, 'Écrite'),
    },
    {
      name: 'a heading, refused',
      path: of(ids.heading),
      as,
      act: (page) => previewRefused(page, 'Un\nDeux'),
    },
    { name: 'sent already', path: rewrite, as, act: sendAgain },
    { name: 'edition unknown', path: rewrite, as, act: forgetEdition },
    {
      name: 'signed out meanwhile',
      path: rewrite,
      as,
      act: async (page) => {
        await page.locator('#wording').fill('Chaque commune publie la liste, en une page.')
        await page.locator('#body').fill('Une page se lit.')
        await sendSignedOut(page, page.locator('button[value=preview]'))
      },
    },
  ]
}

type People = Record<'nour' | 'camille' | 'salome', { cookie: string }>

async function fillWorld(world: World, people: People) {
  const block = await world.blockWith('Chaque commune publie')
  const amend = (sentence: string, edition: string, wording: string, id = block.id) =>
    world.post(
      `/fr/reports/petite-loi/passages/${id}/amendments`,
      [
        ['sentence', sentence],
        ['edition', edition],
        ['wording', wording],
        [
          'body',
          'Un très longmotquinesecoupepasetquipourraitdéborderdelapageétroite, puis d’autres.',
        ],
        ['key', `key-of-the-form-${sentence}-${edition}`],
        ['step', 'publish'],
      ],
      people.nour,
    )
  const answer = (number: number, decision: string) =>
    world.post(
      `/fr/workshop/contributions/${number}/answer`,
      [
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
  await world.seal()
}
