import type { PlacedBlock } from '../../src/reports/index.ts'
import type { World } from '../world.ts'
import { describeAccountPages } from './account-pages.ts'
import { describeBanPages } from './ban-pages.ts'
import { describeCalendarPages } from './calendar-pages.ts'
import { describeContributePages } from './contribute-pages.ts'
import { describeContributionPages } from './contribution-pages.ts'
import { describeGroupPages } from './group-pages.ts'
import { describeGuaranteePages } from './guarantee-pages.ts'
import { describeImportPages } from './import-pages.ts'
import {
  forgetEdition,
  openDetails,
  previewAmendment,
  previewRefused,
  sendAgain,
  sendNothing,
  sendSignedOut,
} from './page-acts.ts'
import type { Pages, State, Visitor } from './page-state.ts'
import { describeRolePages } from './role-pages.ts'
import { describeOrganisationPages } from './organisation-pages.ts'
import { describeModerationLogPages } from './moderation-log-pages.ts'
import { describeModerationPages } from './moderation-pages.ts'
import { describeRedressPages } from './redress-pages.ts'
import { describePrivacyPages } from './privacy-pages.ts'
import { describePicturePages } from './picture-pages.ts'
import { describeSearchPages } from './search-pages.ts'
import { describeTellingPages } from './telling-pages.ts'
import { describeTextPages } from './text-pages.ts'
import { describeTopicPages } from './topic-pages.ts'
import { describeWholePages } from './whole-pages.ts'
import { describeWorkshopPages } from './workshop-pages.ts'
import { fillContributions, fillEditions, makePeople, report } from './sample-contributions.ts'

/** Where nothing is published yet. */
export const emptyStates: State[] = [
  { name: 'home', path: '' },
  { name: 'front before the first edition', path: '/reports/petite-loi' },
  { name: 'editions, none', path: '/reports/petite-loi/editions' },
  { name: 'contributions, none', path: '/reports/petite-loi/contributions' },
  { name: 'reading list, nothing', path: '/reports/petite-loi/reading-list?draw=a' },
  { name: 'moderation log, nothing yet', path: '/reports/petite-loi/moderation' },
  { name: 'guarantee, nobody yet', path: '/reports/petite-loi/guarantee' },
  { name: 'groups, none', path: '/reports/petite-loi/groups' },
  { name: 'controversies, none', path: '/reports/petite-loi/controversies' },
  { name: 'organisations, none', path: '/organisations' },
  { name: 'mails, none', path: '/demonstration/mail' },
  { name: 'journal, nothing sealed', path: '/journal' },
  { name: 'sign-in, by mail only', path: '/account/sign-in' },
]

/** Every page of the route table, by its pattern, in each state that it can be met in. */
export async function describePages(world: World): Promise<Pages> {
  const people = await makePeople(world)
  const { nour, salome } = people
  await fillEditions(world, people)
  const numbers = await fillContributions(world, people)
  const totalled = await world.blockWith('Article 1 -')
  const article = await world.blockWith('Article 2 -')
  const part = await world.blockWith('Clarté des services publics')
  const block = await world.blockWith('Chaque commune publie')
  const table = await world.blockWith('Demande')
  const amendment = `${report}/passages/${block.id}/amendment`
  return mergePages([
    {
      '': [{ name: 'home', path: '' }],
      '/reports/:slug': [
        { name: 'front', path: report },
        { name: 'front for an editor', path: report, as: salome },
      ],
      '/reports/:slug/reading-list': [
        { name: 'reading list', path: `${report}/reading-list?draw=a` },
      ],
      '/reports/:slug/editions': [{ name: 'editions', path: `${report}/editions` }],
      '/reports/:slug/editions/:number': [
        { name: 'edition', path: `${report}/editions/2` },
        {
          name: 'edition, published just now',
          path: `${report}/editions/2?done=published`,
          as: salome,
        },
      ],
      '/reports/:slug/part/:block': [
        { name: 'part', path: `${report}/part/${part.id}` },
        { name: 'article within a part', path: `${report}/part/${article.id}` },
        { name: 'part that is not there', path: `${report}/part/nowhere` },
      ],
      '/reports/:slug/propositions/:number': [
        { name: 'proposition', path: `${report}/propositions/1` },
        { name: 'proposition that nobody spoke of', path: `${report}/propositions/3` },
        { name: 'proposition that is not there', path: `${report}/propositions/99` },
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
        ...amendmentsOf(amendment, { table, heading: article.id }, nour),
      ],
      '/journal': [
        { name: 'journal', path: '/journal' },
        { name: 'journal, entries opened', path: '/journal', act: openDetails },
      ],
    },
    describeSearchPages(world),
    await describeAccountPages(world, people),
    await describeContributePages(world, people, numbers),
    await describeContributionPages(world, people, numbers),
    await describeWorkshopPages(world, people),
    await describeGroupPages(world, people),
    await describeCalendarPages(world, people),
    await describeTopicPages(world, people),
    await describeRolePages(world, people),
    await describeImportPages(world, people),
    await describeWholePages(world),
    await describePicturePages(world),
    await describeOrganisationPages(world),
    await describeModerationPages(world, numbers),
    await describeBanPages(world, people),
    await describeGuaranteePages(world),
    await describeModerationLogPages(world, people),
    await describeRedressPages(world),
    await describeTellingPages(world),
    await describePrivacyPages(world),
  ])
}

/** Changing the text by hand, in a world of its own: a file replaces all of its text. */
export async function describeTextWorld(world: World): Promise<Pages> {
  const people = await makePeople(world)
  await fillEditions(world, people)
  return describeTextPages(world, people)
}

/** Two files may describe the same page in different states. */
function mergePages(described: readonly Pages[]): Pages {
  const all = described.flatMap((pages) => Object.entries(pages))
  const merged = Map.groupBy(all, ([pattern]) => pattern)
  return Object.fromEntries(
    [...merged].map(([pattern, entries]) => [pattern, entries.flatMap(([, states]) => states)]),
  )
}

/** Amending in the states that few meet. */
function amendmentsOf(
  amendment: string,
  on: { table: PlacedBlock; heading: string },
  as: Visitor,
): State[] {
  const of = (id: string) => amendment.replace(/passages\/[^/]+/, `passages/${id}`)
  const row = `${of(on.table.id)}?sentence=${on.table.sentences.at(-1)?.n}`
  const rewrite = `${amendment}?sentence=1`
  return [
    { name: 'choose rows', path: of(on.table.id), as },
    { name: 'rewrite a row', path: row, as },
    {
      name: 'preview a row',
      path: row,
      as,
      act: (page) => previewAmendment(page, 'Écrite | 2 mois'),
    },
    {
      name: 'a row, refused',
      path: row,
      as,
      act: (page) => previewRefused(page, 'Écrite'),
    },
    {
      name: 'a heading, refused',
      path: of(on.heading),
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
