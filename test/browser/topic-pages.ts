import type { Page } from 'playwright-core'
import { keepTopicsAs, dayIn, question } from '../keep-topics.ts'
import { publish } from '../take-part.ts'
import type { World } from '../world.ts'
import { expectRefusal, openDetails, sendNothing, sendSignedOut } from './page-acts.ts'
import type { Pages } from './page-state.ts'
import { report, type People } from './sample-contributions.ts'

const topics = `${report}/topics`
const kept = `/workshop${report}/topics`
const LONG = 'Un très longmotquinesecoupepasetquipourraitdéborderdelapageétroite, puis d’autres.'

/** Topics that are open, to come, over and only begun; one with everything, one with nothing. */
export async function describeTopicPages(world: World, people: People): Promise<Pages> {
  const { nour, iris } = people
  const as = people.camille
  const { full, empty, ahead, over, draft } = await fillTopics(world, people)
  const form = `${topics}/${full}/contribution`
  return {
    '/reports/:slug': [
      { name: 'front with topics', path: report },
      { name: 'front with topics, for an editor', path: report, as },
    ],
    '/reports/:slug/topics': [
      { name: 'topics', path: topics },
      { name: 'topics, as a table', path: topics, act: openDetails },
      { name: 'topics, for an editor', path: topics, as },
    ],
    '/reports/:slug/topics/:topic': [
      { name: 'topic with everything', path: `${topics}/${full}`, act: openDetails },
      { name: 'topic without a contribution', path: `${topics}/${empty}` },
      { name: 'topic to come', path: `${topics}/${ahead}` },
      { name: 'topic that is over', path: `${topics}/${over}` },
      { name: 'topic in draft', path: `${topics}/${draft}`, as },
    ],
    '/reports/:slug/topics/:topic/participants': [
      { name: 'participants of a topic', path: `${topics}/${full}/participants` },
      { name: 'participants of a topic, none', path: `${topics}/${empty}/participants` },
    ],
    '/reports/:slug/contributions': [
      { name: 'contributions of a topic', path: `${report}/contributions?topic=${over}` },
    ],
    '/reports/:slug/topics/:topic/contribution': [
      { name: 'topic, kinds', path: form, as: nour },
      { name: 'topic, remark', path: `${form}?kind=remark`, as: nour },
      { name: 'topic, refused', path: `${form}?kind=source`, as: nour, act: sendNothing },
      {
        name: 'topic, remark on one that is over',
        path: `${topics}/${over}/contribution?kind=remark`,
        as: iris,
      },
    ],
    '/workshop/reports/:slug/topics': [{ name: 'keeping topics', path: kept, as }],
    '/workshop/reports/:slug/topic': [
      { name: 'beginning a topic', path: `/workshop${report}/topic`, as },
      {
        name: 'beginning a topic, refused',
        path: `/workshop${report}/topic`,
        as,
        act: sendWrong,
      },
      {
        name: 'beginning a topic, signed out meanwhile',
        path: `/workshop${report}/topic`,
        as,
        act: async (page) => {
          await page.locator('#title').fill(LONG)
          await page.locator('#questions').fill(LONG)
          await sendSignedOut(page, page.locator('main form .actions button'))
        },
      },
    ],
    '/workshop/reports/:slug/topics/:topic': [
      { name: 'keeping a topic', path: `${kept}/${full}?done=published`, as },
      { name: 'keeping a draft', path: `${kept}/${draft}?done=begun`, as },
    ],
    '/workshop/reports/:slug/topics/:topic/words': [
      { name: 'words of a topic', path: `${kept}/${full}/words`, as },
      {
        name: 'words of a topic, changed meanwhile',
        path: `${kept}/${full}/words`,
        as,
        act: sendOld,
      },
    ],
    '/workshop/reports/:slug/topics/:topic/publication': [
      { name: 'publication of a topic', path: `${kept}/${ahead}/publication`, as },
      {
        name: 'publication of a topic without dates',
        path: `${kept}/${draft}/publication`,
        as,
        act: async (page) => {
          await page.locator('main form button').click()
          await expectRefusal(page)
        },
      },
    ],
    '/workshop/reports/:slug/topics/:topic/phase': [
      { name: 'adding a phase', path: `${kept}/${full}/phase`, as },
      { name: 'adding a phase, refused', path: `${kept}/${full}/phase`, as, act: sendNothing },
    ],
    '/workshop/reports/:slug/topics/:topic/phases/:phase': [
      { name: 'a phase', path: `${kept}/${full}/phases/1`, as },
      { name: 'a phase that is over', path: `${kept}/${over}/phases/1`, as },
    ],
    '/workshop/reports/:slug/topics/:topic/phases/:phase/end': [
      { name: 'closing a phase', path: `${kept}/${full}/phases/1/end`, as },
      { name: 'a phase that is closed', path: `${kept}/${over}/phases/1/end`, as },
      {
        name: 'the only phase, taken out',
        path: `${kept}/${ahead}/phases/1/end`,
        as,
        act: async (page) => {
          await page.locator('main form button').click()
          await expectRefusal(page)
        },
      },
    ],
  }
}

async function fillTopics(world: World, { editor }: People) {
  const keeping = keepTopicsAs(world, editor)
  const block = await world.blockWith('Chaque commune publie')
  const full = await keeping.open(
    {
      title: `Tout : ${LONG}`,
      assertion: LONG,
      questions: `${LONG}\n${LONG}`,
      passage: block.id,
      quote: 'Chaque commune',
      name: LONG,
      about: LONG,
      place: LONG,
      lang: 'ar',
      words: LONG,
    },
    { label: LONG, prompt: LONG },
  )
  const path = `/fr${topics}/${full}/contributions`
  const [nour, iris] = [await world.person({ name: 'Nour' }), await world.person({ name: 'Iris' })]
  for (const who of [nour, iris]) await publish(world, who, { path, body: LONG })
  const empty = await keeping.open({ ...question, title: 'Rien encore' })
  const to = { opensOn: dayIn(30), closesOn: dayIn(60) }
  const ahead = await keeping.open({ ...question, title: 'Bientôt' }, to)
  const over = await keeping.open({ ...question, title: 'Clos' })
  await publish(world, nour, { path: `/fr${topics}/${over}/contributions`, body: LONG })
  await keeping.close(over)
  const draft = await keeping.begin({ ...question, title: 'Une ébauche' })
  return { full, empty, ahead, over, draft }
}

async function sendWrong(page: Page): Promise<void> {
  await page.locator('#passage-0').fill('nulle part')
  await page.locator('#words-0').fill(LONG)
  await sendNothing(page)
  await expectRefusal(page)
}

/** As when somebody changed the topic after the form was shown. */
async function sendOld(page: Page): Promise<void> {
  const read = page.locator('input[name=revision]')
  await read.evaluate((element) => element.setAttribute('value', '99'))
  await page.locator('#title').fill(LONG)
  await page.locator('main form .actions button').click()
  await expectRefusal(page)
}
