import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from '../text/index.ts'
import type { Change, NewChange } from './change.ts'
import { compareTexts } from './compared-texts.ts'
import { insertion, merger, removal, split } from './plan-changes.ts'

const block = (said: string): Block => {
  const [id = '', text = ''] = said.split(': ')
  const rest = { number: null, marks: [], sentences: [], nextSentence: 1 }
  return { id, kind: 'paragraph', level: 0, text, ...rest }
}

function tell(old: string[], now: string[], changes: NewChange[] = []): string[] {
  const known = changes.map((one, at): Change => ({ ...one, id: at, editionNumber: 2, causes: [] }))
  return compareTexts(old.map(block), now.map(block), known).map(
    ({ did, blockId, others, at, typographic, changes: telling }) =>
      `${did} ${[blockId, ...others].join('+')} at ${at}${typographic ? ' typographic' : ''}${telling
        .map(({ id }) => ` ${id}`)
        .join('')}`,
  )
}

const long = 'Toute demande reçoit une réponse écrite dans un délai de deux mois.'
const rest = 'Elle indique les voies de recours, et le nom de qui l’a rédigée.'
const other = 'Chaque commune publie la liste de ses services, et la tient à jour.'

test('a passage that was split is told once, with the pieces that have other names', () => {
  assert.deepEqual(
    tell([`a: ${long} ${rest}`, `z: ${other}`], [`a: ${long}`, `b: ${rest}`, `z: ${other}`]),
    ['split a+b at 0'],
  )
})

test('passages that were merged are told once, with those that are no more', () => {
  assert.deepEqual(
    tell([`a: ${long}`, `b: ${rest}`, `z: ${other}`], [`a: ${long} ${rest}`, `z: ${other}`]),
    ['merged a+b at 0'],
  )
})

test('a passage that stays by its name is no piece of another', () => {
  const fresh = 'Nul ne paie pour demander.'
  assert.deepEqual(
    tell([`a: ${long} ${rest}`, `b: ${other}`], [`a: ${long}`, `b: ${rest}`, `c: ${fresh}`]),
    ['edited a at 0', 'edited b at 1', 'added c at 2'],
  )
})

test('what was removed stands after what it followed, as far as that is still there', () => {
  assert.deepEqual(tell([`z: ${other}`, `a: ${long}`, `b: ${rest}`], [`z: ${other}`]), [
    'removed a at 0',
    'removed b at 0',
  ])
  assert.deepEqual(tell([`a: ${long}`], []), ['removed a at -1'])
})

test('other spaces and quotation marks are typography, other words are not', () => {
  assert.deepEqual(tell(['a: Il dit "oui"; soit.'], ['a: Il dit « oui » ; soit.']), [
    'edited a at 0 typographic',
  ])
  assert.deepEqual(tell(['a: Il dit oui, soit.'], ['a: Il dit non, soit.']), ['edited a at 0'])
})

const dated = { reportId: 1, changedAt: new Date(0) }

/** Shorter than anything that words could tell by themselves. */
const [short, few, none] = ['Oui.', 'Non.', 'Soit.']
const cut = (whole: string, first: string, second: string) =>
  split(block(whole), [block(first), block(second)], dated)
const join = (first: string, second: string, whole: string) =>
  merger([block(first), block(second)], block(whole), dated)

const out = (said: string) => removal(block(said), null, dated)
const edit = (said: string): NewChange => ({
  ...insertion(block(said), null, dated),
  operation: 'edit-block',
})

/** Of some sentences of a block, by an amendment. */
const reword = (id: string, before: string, after: string): NewChange => ({
  ...insertion(block(`${id}: ${after}`), null, dated),
  operation: 'replace-sentences',
  before,
  block: null,
})

test('a recorded split or merger is told once, whatever its words would tell', () => {
  const pieces = [`a: ${short}`, `b: ${few}`]
  const whole = `a: ${short} ${few}`
  assert.deepEqual(tell([whole], pieces, [cut(whole, `a: ${short}`, `b: ${few}`)]), [
    'split a+b at 0 0',
  ])
  assert.deepEqual(tell(pieces, [whole], [join(`a: ${short}`, `b: ${few}`, whole)]), [
    'merged a+b at 0 0',
  ])
  const all = `a: ${short} ${few} ${none}`
  const twice = [cut(all, whole, `c: ${none}`), cut(whole, `a: ${short}`, `b: ${few}`)]
  assert.deepEqual(tell([all], [...pieces, `c: ${none}`], twice), ['split a+b+c at 0 0 1'])
})

test('a piece that was not published is told with what it went back into', () => {
  const whole = `a: ${short} ${few}`
  const back = [
    cut(whole, `a: ${short}`, `b: ${few}`),
    join(`a: ${short}`, `b: ${none}`, `a: ${short} ${none}`),
  ]
  assert.deepEqual(tell([whole], [`a: ${short} ${none}`], back), ['edited a at 0 0 1'])
})

test('of several that became several all are told together', () => {
  const [first, second] = [`a: ${long} ${rest}`, `c: ${other}`]
  const steps = [
    cut(first, `a: ${long}`, `b: ${rest}`),
    join(`b: ${rest}`, second, `b: ${rest} ${other}`),
  ]
  const now = [`a: ${long}`, `b: ${rest} ${other}`]
  assert.deepEqual(tell([first, second], now, steps), ['redivided a+b+c at 0 0 1'])
  const gone = [...steps, out(`b: ${rest} ${other}`)]
  assert.deepEqual(tell([first, second], [`a: ${long}`], gone), [
    'edited a at 0 0 1 2',
    'removed c at 0 0 1 2',
  ])
})

test('where but one piece is left it is told with what it was a piece of', () => {
  const whole = `a: ${long} ${rest}`
  const split = cut(whole, `a: ${long}`, `b: ${rest}`)
  assert.deepEqual(tell([whole], [`b: ${none}`], [split, out(`a: ${long}`)]), [
    'split b+a at 0 0 1',
  ])
  const into = join(`x: ${few}`, whole, `x: ${few} ${long} ${rest}`)
  assert.deepEqual(tell([whole], [`x: ${none}`], [into]), ['merged x+a at 0 0'])
})

test('blocks that were one for a while are told by themselves', () => {
  const [one, two, both] = [`a: ${few}`, `b: ${rest}`, `a: ${few} ${rest}`]
  const there = [edit(one), join(one, two, both)]
  const back = cut(both, one, two)
  const further = edit(`b: ${none}`)
  const now = [one, `b: ${none}`]
  assert.deepEqual(tell([`a: ${long}`, two], now, [...there, back, further]), [
    'edited a at 0 0',
    'edited b at 1 3',
  ])
  const meanwhile = [edit(`a: ${none}`), edit(both)]
  assert.deepEqual(tell([`a: ${long}`, two], now, [...there, ...meanwhile, back, further]), [
    'edited a at 0 0',
    'edited b at 1 5',
  ])
})

test('what brought the words that the second piece of a split took is told of it', () => {
  const [whole, first, second] = [`a: ${long} ${few}`, `a: ${long}`, `b: ${few}`]
  const brought = reword('a', long, `${long} ${few}`)
  const apart = cut(whole, first, second)
  assert.deepEqual(tell([first], [first, second], [brought, apart]), ['added b at 1 0 1'])
  const twice = [brought, edit(first), edit(whole), apart]
  assert.deepEqual(tell([first], [first, second], twice), ['added b at 1 2 3'], 'by the last')
  const more = [...twice.slice(0, 1), reword('a', few, `${few} ${none}`)]
  const pieces = [
    cut(`${whole} ${none}`, first, `${second} ${none}`),
    cut(`${second} ${none}`, second, `c: ${none}`),
  ]
  assert.deepEqual(
    tell([first], [first, second, `c: ${none}`], [...more, ...pieces]),
    ['added b+c at 1 0 1 2 3'],
    'whichever piece has them then',
  )
})

test('what brought words to a piece that was taken out is not told', () => {
  const first = `a: ${other}`
  const changes = [
    edit(first),
    reword('a', other, `${other} ${few}`),
    cut(`${first} ${few}`, first, `b: ${few}`),
    out(`b: ${few}`),
  ]
  assert.deepEqual(tell([`a: ${long}`], [first], changes), ['edited a at 0 0 2 3'])
})

test('a sentence that still stands is told by what brought it, whatever was put before it', () => {
  const changes = [reword('a', long, `${long} ${few}`), edit(`a: ${long} ${none} ${few}`)]
  assert.deepEqual(tell([`a: ${long}`], [`a: ${long} ${none} ${few}`], changes), [
    'edited a at 0 0 1',
  ])
})
