import { publishCompared } from '../compared-texts.ts'
import type { Page } from 'playwright-core'
import { nothingToReview } from './anchor-pages.ts'
import { publish } from '../take-part.ts'
import type { World } from '../world.ts'
import { expectRefusal, pressButton, sendNothing, sendSignedOut } from './page-acts.ts'
import type { Pages, State } from './page-state.ts'
import { report, type People } from './sample-contributions.ts'
import { fillWorkshop, type Bench } from './sample-workshop.ts'

const workshop = `/workshop${report}`
const compared = '/reports/comparee/editions'

/** The editors' queue, answering one or several, what an edition left without its passage, publishing. */
export async function describeWorkshopPages(world: World, people: People): Promise<Pages> {
  const bench = await fillWorkshop(world, people)
  await publishCompared(world)
  const { camille, salome } = people
  return {
    '/workshop/reports/:slug': await listQueue(world, people),
    '/workshop/reports/:slug/answer': [
      ...listForms(bench),
      ...listRefusals(bench),
      ...listMeanwhile(bench),
    ].map((state) => ({ ...state, as: camille })),
    '/workshop/contributions/:number/answer': [
      { name: 'answer, from the contribution', path: oldForm(bench.remark), as: camille },
      { name: 'answer, from one answered', path: oldForm(bench.answered), as: camille },
    ],
    '/workshop/reports/:slug/review': [{ name: 'review', path: `${workshop}/review`, as: salome }],
    '/workshop/reports/:slug/publication': [
      { name: 'publication', path: `${workshop}/publication`, as: salome },
      { name: 'publication, by another', path: `${workshop}/publication`, as: camille },
      {
        name: 'publication, refused',
        path: `${workshop}/publication`,
        as: salome,
        act: pressButton,
      },
    ],
    '/reports/:slug/comparison': [
      { name: 'comparing, to be chosen', path: `${report}/comparison` },
      { name: 'comparing, refused', path: `${report}/comparison?from=2&to=2` },
    ],
    '/reports/:slug/editions/:number/changes': [
      { name: 'changes by amendments', path: `${report}/editions/2/changes` },
      { name: 'changes of every sort and cause', path: `${report}/editions/3/changes` },
      { name: 'changes since a distant edition', path: `${report}/editions/3/changes?from=1` },
      { name: 'changes, moved and split', path: `${compared}/2/changes` },
      { name: 'changes, merged and put back', path: `${compared}/3/changes` },
      { name: 'changes, none', path: `${compared}/3/changes?from=1` },
    ],
    '/contributions/:number': listAnswered(bench),
  }
}

/** Where everything has its answer, and finds its passage. */
export async function describeSettled(world: World): Promise<State[]> {
  const camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  const number = await publish(world, await world.person({ name: 'Nour' }))
  const form: [string, string][] = [
    ['c', String(number)],
    ['revision', `${number}.1`],
    ['decision', 'noted'],
    ['reason', 'Noté.'],
  ]
  await world.post(`/fr${workshop}/answers`, form, camille)
  const { id } = await world.db.selectFrom('answer').select('id').executeTakeFirstOrThrow()
  await world.db.deleteFrom('report_event').execute()
  return [
    { name: 'queue, nothing waits', path: workshop },
    { name: 'queue, nothing waits, given just now', path: `${workshop}?given=${id}` },
    { name: 'queue, one answered', path: `${workshop}?answered=1` },
    { name: 'review, no orphan', path: `${workshop}/review` },
    ...nothingToReview,
    { name: 'calendar, no date', path: `${workshop}/calendar` },
  ].map((state) => ({ ...state, as: camille }))
}

/** Where nobody has said anything. */
export async function describeUnsaid(world: World): Promise<State[]> {
  const as = await world.person({ name: 'Camille', role: 'rapporteur' })
  return [
    { name: 'queue, no contribution', path: workshop, as },
    { name: 'queue, none answered', path: `${workshop}?answered=1`, as },
    { name: 'queue, none of a kind', path: `${workshop}?kind=source&under=nowhere`, as },
    { name: 'answering nothing', path: `${workshop}/answer`, as },
    { name: 'groups, kept, none', path: `${workshop}/groups`, as },
    { name: 'controversies, kept, none', path: `${workshop}/controversies`, as },
  ]
}

async function listQueue(world: World, { camille, salome }: People): Promise<State[]> {
  const table = await world.blockWith('Demande\t')
  const { id } = await world.db
    .selectFrom('answer')
    .innerJoin('answer_contribution as link', 'link.answer_id', 'answer.id')
    .select('answer.id')
    .groupBy('answer.id')
    .orderBy((the) => the.fn.countAll(), 'desc')
    .executeTakeFirstOrThrow()
  return [
    { name: 'queue', path: workshop, as: salome },
    { name: 'queue, last page', path: `${workshop}?page=9`, as: camille },
    { name: 'queue, as the report reads', path: `${workshop}?order=passage`, as: camille },
    { name: 'queue, newest', path: `${workshop}?order=newest`, as: camille },
    { name: 'queue, answered', path: `${workshop}?answered=1`, as: camille },
    { name: 'queue, filtered', path: `${workshop}?kind=amendment&under=${table.id}`, as: camille },
    { name: 'queue, nothing found', path: `${workshop}?kind=source&older=90`, as: camille },
    { name: 'queue, of what is gone', path: `${workshop}?under=nowhere0000`, as: camille },
    { name: 'queue, given just now', path: `${workshop}?kind=remark&given=${id}`, as: camille },
  ]
}

function listForms(bench: Bench): State[] {
  const { first, equal, rival, row, question, remark, changed, gone, grouped } = bench
  const several = [first, equal, rival, row, question, remark, changed, gone]
  return [
    { name: 'answer an amendment', path: formOf([first]), act: chooseInPart },
    { name: 'answer a question', path: formOf([question]) },
    { name: 'answer a remark on a heading', path: formOf([remark]) },
    { name: 'answer a row', path: formOf([row]), act: chooseInPart },
    { name: 'answer, passage changed since', path: formOf([changed]) },
    { name: 'answer, passage gone', path: formOf([gone]) },
    { name: 'answer several kinds', path: formOf(several) },
    { name: 'answer from a narrowed queue', path: `${formOf([question])}&back=kind%3Dquestion` },
    { name: 'answer, some have one', path: formOf([first, ...grouped]) },
    { name: 'answer, all have one', path: formOf(grouped) },
    { name: 'answer, not there', path: formOf([first, 999_999]) },
    { name: 'answer, too many', path: formOf(Array.from({ length: 51 }, (_, at) => at + 1)) },
    { name: 'answer, nothing ticked', path: `${workshop}/answer` },
  ]
}

function listRefusals({ first, rival, row, changed, gone, question }: Bench): State[] {
  return [
    { name: 'answer, refused', path: formOf([first]), act: sendNothing },
    { name: 'answers, refused', path: formOf([first, question]), act: sendNothing },
    { name: 'in part, as proposed', path: formOf([first]), act: decide('accepted-in-part') },
    {
      name: 'in part, cells differ',
      path: formOf([row]),
      act: async (page) => {
        await chooseInPart(page)
        await page.locator('#wording').fill('Une cellule')
        await decide('accepted-in-part')(page)
      },
    },
    { name: 'rivals accepted', path: formOf([first, rival]), act: decide('accepted') },
    { name: 'changed since, accepted', path: formOf([changed]), act: decide('accepted') },
    { name: 'gone, accepted', path: formOf([gone, question]), act: decide('accepted') },
  ]
}

/** What comes while somebody writes. */
function listMeanwhile({ first, question, answered }: Bench): State[] {
  return [
    { name: 'answer, signed out meanwhile', path: formOf([first]), act: answerSignedOut },
    {
      name: 'answers, signed out meanwhile',
      path: formOf([first, question]),
      act: answerSignedOut,
    },
    {
      name: 'answer, answered meanwhile',
      path: formOf([first]),
      act: (page) => sendAs(page, 'input[name=c]', String(answered)),
    },
    {
      name: 'answers, one answered meanwhile',
      path: formOf([first, question]),
      act: (page) => sendAs(page, `input[name=c][value="${question}"]`, String(answered)),
    },
    {
      name: 'answer, revised meanwhile',
      path: formOf([first]),
      act: (page) => sendAs(page, 'input[name=revision]', `${first}.9`),
    },
  ]
}

function listAnswered({ answered, grouped, changed, gone, orphan }: Bench): State[] {
  const [one = 0] = grouped
  return [
    { name: 'contribution, answered with another', path: `/contributions/${one}` },
    { name: 'contribution, accepted in part', path: `/contributions/${answered}` },
    { name: 'contribution, its passage changed', path: `/contributions/${changed}` },
    { name: 'contribution, its passage gone', path: `/contributions/${gone}` },
    { name: 'contribution without its passage', path: `/contributions/${orphan}` },
  ]
}

const typed = `Une raison que l’on ne veut pas récrire, ${'longue'.repeat(20)}.`

function formOf(numbers: readonly number[]): string {
  return `${workshop}/answer?${numbers.map((number) => `c=${number}`).join('&')}`
}

function oldForm(number: number): string {
  return `/workshop/contributions/${number}/answer`
}

async function chooseInPart(page: Page): Promise<void> {
  await page.locator('#decision-accepted-in-part').check()
}

async function answerSignedOut(page: Page): Promise<void> {
  await page.locator('#decision-noted').check()
  await page.locator('#reason').fill(typed)
  await sendSignedOut(page, page.locator('main form button'))
}

/** Decides what will be refused. */
function decide(decision: string) {
  return async (page: Page): Promise<void> => {
    await page.locator(`#decision-${decision}`).check()
    await page.locator('#reason').fill(typed)
    await pressButton(page)
    await expectRefusal(page)
  }
}

/** As from a window that was opened before somebody else acted. */
async function sendAs(page: Page, field: string, value: string): Promise<void> {
  const input = page.locator(field)
  await input.evaluate((element, to) => element.setAttribute('value', to), value)
  await decide('noted')(page)
}
