import assert from 'node:assert/strict'
import { newToken } from '../src/platform/ids.ts'
import type { Somebody } from './take-part.ts'
import type { World } from './world.ts'

export const workshop = '/fr/workshop/reports/petite-loi'
export const groupsPath = `${workshop}/groups`
export const controversiesPath = `${workshop}/controversies`

export type Fields = [string, string][]

export const ticked = (numbers: readonly number[]): Fields =>
  numbers.map((number) => ['c', String(number)])

type Words = { title?: string; shared?: string; into?: string; key?: string }

/** Sends the form that puts contributions together. */
export function sendGroup(
  world: World,
  as: Somebody,
  numbers: readonly number[],
  words: Words = {},
) {
  const { title = 'Les mêmes mots', shared = '', into = '', key = newToken() } = words
  const fields: Fields = Object.entries({ title, shared, into, key })
  return world.post(groupsPath, [...ticked(numbers), ...fields], as)
}

/** The id of what was made, by where it leads. */
export function idIn(sent: Response): number {
  const [, id] = /\/(\d+)\?done=/.exec(sent.headers.get('Location') ?? '') ?? []
  assert.ok(id, 'it leads to what was made')
  return Number(id)
}

export async function makeGroupOf(
  world: World,
  as: Somebody,
  numbers: readonly number[],
  title?: string,
): Promise<number> {
  const sent = await sendGroup(world, as, numbers, title === undefined ? {} : { title })
  assert.equal(sent.status, 303, await sent.text())
  return idIn(sent)
}

type Position = { statement: string; numbers: string }
export type Typed = { question?: string; lead?: string; positions: readonly Position[] }

export function contentFields({
  question = 'Faut-il publier ?',
  lead = '',
  positions,
}: Typed): Fields {
  return [
    ['question', question],
    ['lead', lead],
    ...positions.flatMap(({ statement, numbers }, at): Fields => [
      [`statement-${at + 1}`, statement],
      [`numbers-${at + 1}`, numbers],
    ]),
  ]
}

/** «Oui» and «Non», each with what argues it. */
export const yesAndNo = (yes: readonly number[], no: readonly number[]): Position[] => [
  { statement: 'Oui, chaque mois.', numbers: yes.join(', ') },
  { statement: 'Non, cela coûte trop.', numbers: no.join(', ') },
]

/** A draft, by its id. */
export async function draftOf(world: World, as: Somebody, typed: Typed): Promise<number> {
  const fields: Fields = [...contentFields(typed), ['key', newToken()]]
  const sent = await world.post(controversiesPath, fields, as)
  assert.equal(sent.status, 303, await sent.text())
  return idIn(sent)
}

export async function publishedOf(world: World, as: Somebody, typed: Typed): Promise<number> {
  const id = await draftOf(world, as, typed)
  const sent = await world.post(`${controversiesPath}/${id}/publication`, [['read', '1']], as)
  assert.equal(sent.status, 303, await sent.text())
  return id
}

export const settlement: Fields = Object.entries({
  day: '3',
  month: '2',
  year: '2026',
  where: 'edition',
  edition: '1',
  how: 'L’édition **1** le dit.',
})

/** One that is settled since its second revision. */
export async function settledOf(world: World, as: Somebody, typed: Typed): Promise<number> {
  const id = await publishedOf(world, as, typed)
  const path = `${controversiesPath}/${id}/settlement`
  const sent = await world.post(path, [...settlement, ['read', '2']], as)
  assert.equal(sent.status, 303, await sent.text())
  return id
}
