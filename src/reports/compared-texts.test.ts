import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from '../text/index.ts'
import { compareTexts } from './compared-texts.ts'

const block = (said: string): Block => {
  const [id = '', text = ''] = said.split(': ')
  const rest = { number: null, marks: [], sentences: [], nextSentence: 1 }
  return { id, kind: 'paragraph', level: 0, text, ...rest }
}

function tell(old: string[], now: string[]): string[] {
  return compareTexts(old.map(block), now.map(block), []).map(
    ({ did, blockId, others, at, typographic }) =>
      `${did} ${[blockId, ...others].join('+')} at ${at}${typographic ? ' typographic' : ''}`,
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
