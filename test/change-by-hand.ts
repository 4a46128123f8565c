import assert from 'node:assert/strict'
import { listWorkingBlocks } from '../src/reports/index.ts'
import { textOf, type Fields, type Somebody } from './take-part.ts'
import type { World } from './world.ts'

export const workshop = '/fr/workshop/reports/petite-loi'
export const text = `${workshop}/text`

/** A cause and a reason that hold. */
export const slip = { erratum: 'yes', reason: 'Une coquille.' }

/** An editor who changes the text by hand, as the pages' own forms do. */
export type ChangingHands = ReturnType<typeof changeAs>

type Visiting = Pick<Somebody, 'cookie'>

export function changeAs(world: World, editor: Visiting) {
  const send = (path: string, fields: Fields, as: Visiting | undefined = editor) =>
    world.post(path, Object.entries(fields), as)

  const fieldsOf = async (path: string) => readFields(await textOf(world.get(path, editor)))

  const edit = async (on: string, fields: Fields, as?: Visiting): Promise<Response> => {
    const { id } = await world.blockWith(on)
    const read = await fieldsOf(`${text}/${id}`)
    return send(`${text}/${id}/edits`, { ...read, step: 'apply', ...slip, ...fields }, as)
  }

  const remove = async (on: string, fields: Fields = {}): Promise<string> => {
    const { id } = await world.blockWith(on)
    const read = await fieldsOf(`${text}/${id}/removal`)
    const sent = await send(`${text}/${id}/removal`, { ...read, ...slip, ...fields })
    assert.equal(sent.headers.get('Location'), `${text}/${id}?done=removed`)
    return id
  }

  /** Cuts a passage after so many of its sentences; returns the ids of both pieces. */
  const split = async (
    on: string,
    after: number,
    fields: Fields = {},
  ): Promise<[string, string]> => {
    const { id, sentences } = await world.blockWith(on)
    const cut = sentences[after - 1]?.n
    const read = await fieldsOf(`${text}/${id}/split`)
    const typed = { ...read, ...slip, cut: String(cut), step: 'apply', ...fields }
    const sent = await send(`${text}/${id}/split`, typed)
    assert.equal(sent.headers.get('Location'), `${text}/${id}?done=split`, await sent.text())
    return [id, read['other'] ?? '']
  }

  /** Makes one of a passage and the one after it; returns the ids of both. */
  const merge = async (on: string, fields: Fields = {}): Promise<[string, string]> => {
    const { id } = await world.blockWith(on)
    const read = await fieldsOf(`${text}/${id}/merger`)
    const sent = await send(`${text}/${id}/merger`, { ...read, ...slip, ...fields })
    assert.equal(sent.headers.get('Location'), `${text}/${id}?done=merged`, await sent.text())
    return [id, read['other'] ?? '']
  }

  /** Takes the last change back, a split or a merger. */
  const undo = async (): Promise<void> => {
    const { id = 0, block_id: blockId = '' } = (await lastChange()) ?? {}
    const sent = await send(`${workshop}/changes/${id}/undoing`, slip)
    assert.equal(sent.headers.get('Location'), `${text}/${blockId}?done=undone`, await sent.text())
  }

  const written = () => readAll(world)

  /** Refused with 422 and these words, what was typed is kept, and nothing is written. */
  const refused = async (sending: () => Promise<Response>, ...said: (RegExp | string)[]) => {
    const was = await written()
    const sent = await sending()
    assert.equal(sent.status, 422)
    const page = await sent.text()
    for (const words of said) {
      if (typeof words === 'string') assert.ok(page.includes(words), `${words} is kept`)
      else assert.match(page, words)
    }
    assert.deepEqual(await written(), was)
    return page
  }
  const order = async () => (await listWorkingBlocks(world.db, world.report.id)).map(({ id }) => id)
  const lastChange = async () => (await written()).changes.at(-1)
  return { send, fieldsOf, edit, remove, split, merge, undo, refused, written, order, lastChange }
}

/** What a page's form says unseen, and what is chosen in its lists, as a browser would send it again. */
export function readFields(page: string): Fields {
  const hidden = [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
  const lists = [...page.matchAll(/<select[^>]*name="(\w+)"[^>]*>([^]*?)<\/select>/g)]
  const chosen = lists.map(([, name = '', options = '']) => {
    const [, value = ''] = /<option value="([^"]*)" selected/.exec(options) ?? []
    return [name, value]
  })
  const unseen = hidden.map(([, name = '', value = '']) => [name, value])
  return Object.fromEntries([...unseen, ...chosen])
}

/** All that a change writes. */
async function readAll({ db }: World) {
  return {
    text: await db.selectFrom('working_block').selectAll().orderBy('position').execute(),
    changes: await db.selectFrom('change').selectAll().orderBy('id').execute(),
    causes: await db.selectFrom('change_cause').selectAll().orderBy('id').execute(),
    entries: await db.selectFrom('journal_entry').select('id').orderBy('id').execute(),
  }
}
