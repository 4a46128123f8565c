import type { World } from '../world.ts'
import { describeAccountPages } from './account-pages.ts'
import { describeContributePages } from './contribute-pages.ts'
import { describeContributionPages } from './contribution-pages.ts'
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
import type { Pages, State, Visitor } from './page-state.ts'
import { fillContributions, fillEditions, makePeople, report } from './sample-contributions.ts'

/** Where nothing is published yet. */
export const emptyStates: State[] = [
  { name: 'home', path: '' },
  { name: 'front before the first edition', path: '/reports/petite-loi' },
  { name: 'editions, none', path: '/reports/petite-loi/editions' },
  { name: 'contributions, none', path: '/reports/petite-loi/contributions' },
  { name: 'mails, none', path: '/demonstration/mail' },
  { name: 'journal, nothing sealed', path: '/journal' },
  { name: 'sign-in, by mail only', path: '/account/sign-in' },
]

/** Every page of the route table, by its pattern, in each state that it can be met in. */
export async function describePages(world: World): Promise<Pages> {
  const people = await makePeople(world)
  const { nour, camille, salome } = people
  await fillEditions(world, people)
  const numbers = await fillContributions(world, people)
  const totalled = await world.blockWith('Article 1 -')
  const article = await world.blockWith('Article 2 -')
  const part = await world.blockWith('Clarté des services publics')
  const block = await world.blockWith('Chaque commune publie')
  const table = await world.blockWith('Demande')
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
      { name: 'passage with imported totals', path: `${report}/passages/${totalled.id}` },
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
    ...(await describeAccountPages(world, people)),
    ...(await describeContributePages(world, people, numbers)),
    ...(await describeContributionPages(world, people, numbers)),
  }
}

/** Amending in the states that few meet. */
function amendmentsOf(
  amendment: string,
  ids: { table: string; heading: string },
  as: Visitor,
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
