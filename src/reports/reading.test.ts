import assert from 'node:assert/strict'
import { test } from 'node:test'

import { startOf } from './reading.tsx'

test('a text is called by its first words, or characters where it has no spaces', () => {
  assert.equal(startOf({ text: ' Un\ttitre\n' }), 'Un titre')
  assert.equal(startOf({ text: 'mot '.repeat(20) }), `${'mot '.repeat(15).trim()}…`)
  const astral = startOf({ text: `a${'𠀀'.repeat(60)}` })
  assert.equal(astral, `a${'𠀀'.repeat(29)}…`)
})
