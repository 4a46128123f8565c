import assert from 'node:assert/strict'
import { readFields } from './change-by-hand.ts'
import { textOf, type Fields, type Somebody } from './take-part.ts'
import type { World } from './world.ts'

export const calendar = '/fr/workshop/reports/petite-loi/calendar'

export const handedOver: Fields = {
  kind: 'handed-over',
  day: '3',
  month: '7',
  year: '2018',
  byWhom: 'la mission',
  link: 'https://example.org/remise',
}

/** An editor who keeps the calendar, as its pages' own forms do. */
export function keepAs(world: World, editor: Somebody) {
  const send = (path: string, fields: Fields, as: Somebody | undefined = editor) =>
    world.post(path, Object.entries(fields), as)
  const fieldsOf = async (path: string) => readFields(await textOf(world.get(path, editor)))

  const listed = () => world.db.selectFrom('report_event').selectAll().orderBy('id').execute()
  const acts = () =>
    world.db
      .selectFrom('journal_entry')
      .select(['payload', 'object'])
      .where('action', '=', 'calendar.changed')
      .orderBy('id')
      .execute()

  /** Adds a date with a form of its own, and returns its id. */
  const add = async (fields: Fields): Promise<number> => {
    const sent = await send(`${calendar}/events`, { ...(await fieldsOf(calendar)), ...fields })
    assert.equal(sent.headers.get('Location'), `${calendar}?done=added`, await sent.text())
    return (await listed()).at(-1)?.id ?? 0
  }

  /** Refused with 422 and these words, and nothing is written. */
  const refused = async (sending: Promise<Response>, ...said: RegExp[]): Promise<string> => {
    const was = [await listed(), await acts()]
    const sent = await sending
    assert.equal(sent.status, 422)
    const page = await sent.text()
    for (const words of said) assert.match(page, words)
    assert.deepEqual([await listed(), await acts()], was)
    return page
  }
  return { send, fieldsOf, listed, acts, add, refused }
}
