import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textsBetween, type Step } from './follow-block.ts'

const replaced = (before: string, after: string): Step => ({
  operation: 'replace-sentences',
  blockId: 'b1',
  before,
  after,
  block: null,
})

test('a block’s texts follow one another as its changes were recorded', () => {
  const steps = [replaced('Un.', 'Deux.'), replaced('Deux.', 'Trois.')]
  assert.deepEqual(textsBetween('Un. Fin.', 'Trois. Fin.', steps), [
    'Un. Fin.',
    'Deux. Fin.',
    'Trois. Fin.',
  ])
})

test('what the record does not tell for sure, it does not tell', () => {
  assert.equal(textsBetween('Oui. Oui.', 'Non. Oui.', [replaced('Oui.', 'Non.')]), null)
  assert.equal(textsBetween('Un.', 'Trois.', [replaced('Un.', 'Deux.')]), null)
  assert.equal(textsBetween('Un.', 'Deux.', [replaced('Zéro.', 'Deux.')]), null)
  assert.equal(textsBetween('Un.', 'Deux.', []), null)
})
