import assert from 'node:assert/strict'
import { test } from 'node:test'
import { standsAsAmended } from './own-wording.ts'

const exact = 'Toute demande reçoit une réponse motivée.'
const wording = 'Nul ne reste sans nouvelles.'
const change = {
  operation: 'replace-sentences' as const,
  blockId: 'b1',
  before: exact,
  after: wording,
  causes: [{ kind: 'contribution' as const, contributionNumber: 1, added: false }],
}
type Change = Parameters<typeof standsAsAmended>[1][number]

const stands = (changes: Change[], text = `${wording} Le délai est court.`) =>
  standsAsAmended({ number: 1, exact, block: { id: 'b1', text } }, changes)

test('the wording of a change that an amendment caused stands where it read others', () => {
  assert.ok(stands([change]))
  assert.ok(stands([{ ...change, before: `${exact} Une phrase de plus.` }]))
  assert.ok(stands([{ ...change, before: 'reçoit une réponse motivée.' }]))
})

test('other words stand there: of another cause, elsewhere, or since', () => {
  assert.ok(!stands([]))
  assert.ok(!stands([{ ...change, causes: [] }]))
  assert.ok(!stands([{ ...change, causes: [{ kind: 'erratum' }] }]))
  assert.ok(!stands([{ ...change, blockId: 'b2' }]))
  assert.ok(!stands([{ ...change, before: 'Le délai est de trois mois.' }]))
  assert.ok(!stands([change], 'Chaque courrier en vaut un autre.'))
  assert.ok(!stands([{ ...change, operation: 'move-block', after: '' }]))
})
