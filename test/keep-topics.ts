import assert from 'node:assert/strict'
import { dayInParis } from '../src/platform/paris-days.ts'
import { readFields } from './change-by-hand.ts'
import { textOf, type Fields, type Somebody } from './take-part.ts'
import { testClock, type World } from './world.ts'

export const topicsPath = '/fr/workshop/reports/petite-loi/topics'
export const beginning = '/fr/workshop/reports/petite-loi/topic'
export const readTopics = '/fr/reports/petite-loi/topics'

const dayLength = 24 * 3600 * 1000

/** As a browser's field for dates sends it: so many days from today, in Paris. */
export function dayIn(days: number): string {
  return dayInParis(new Date(testClock.now().getTime() + days * dayLength))
}

export const question: Fields = {
  title: 'Des guichets ouverts',
  questions: 'Que faut-il ouvrir, et à quelle heure ?',
}

/** An editor who keeps topics, as their pages' own forms do. */
export function keepTopicsAs(world: World, editor: Somebody) {
  const send = (path: string, fields: Fields | [string, string][], as: Somebody = editor) =>
    world.post(path, Array.isArray(fields) ? fields : Object.entries(fields), as)
  const fieldsOf = async (path: string) => readFields(await textOf(world.get(path, editor)))

  /** Begins a topic with a form of its own, and returns what its address calls it. */
  const begin = async (fields: Fields = question): Promise<string> => {
    const { key = '' } = await fieldsOf(beginning)
    const sent = await send(topicsPath, { key, ...fields })
    const [, slug = ''] =
      /topics\/([^?]+)\?done=begun$/.exec(sent.headers.get('Location') ?? '') ?? []
    assert.ok(slug, await sent.text())
    return slug
  }
  const addPhase = async (slug: string, fields: Fields = {}) => {
    const { key = '' } = await fieldsOf(`${topicsPath}/${slug}/phase`)
    const dates = { opensOn: dayIn(0), closesOn: dayIn(10) }
    const sent = await send(`${topicsPath}/${slug}/phases`, { key, ...dates, ...fields })
    assert.equal(sent.status, 303, await sent.text())
  }
  const publishIt = async (slug: string) => {
    const form = await fieldsOf(`${topicsPath}/${slug}/publication`)
    const sent = await send(`${topicsPath}/${slug}/publication`, form)
    assert.equal(sent.status, 303, await sent.text())
  }
  /** Begins, dates and publishes a topic that is open now. */
  const open = async (fields: Fields = question, phase: Fields = {}): Promise<string> => {
    const slug = await begin(fields)
    await addPhase(slug, phase)
    await publishIt(slug)
    return slug
  }
  const close = async (slug: string, number = 1) => {
    const path = `${topicsPath}/${slug}/phases/${number}/end`
    const sent = await send(path, await fieldsOf(path))
    assert.equal(sent.status, 303, await sent.text())
  }
  /** Refused with 422 and these words; nothing of topics is written. */
  const refused = async (sending: () => Promise<Response>, ...said: RegExp[]): Promise<string> => {
    const was = await snapshot(world)
    const sent = await sending()
    assert.equal(sent.status, 422)
    const page = await sent.text()
    for (const words of said) assert.match(page, words)
    assert.deepEqual(await snapshot(world), was)
    return page
  }
  return { send, fieldsOf, begin, addPhase, publishIt, open, close, refused }
}

async function snapshot({ db }: World) {
  return {
    topics: await db.selectFrom('topic').selectAll().orderBy('id').execute(),
    phases: await db.selectFrom('topic_phase').selectAll().execute(),
    acts: await db.selectFrom('journal_entry').select('id').orderBy('id').execute(),
  }
}
