import assert from 'node:assert/strict'
import { test } from 'node:test'

import { cutRaised, raisedIn } from './raise-words.ts'

test('a note’s number is told from the word that it follows, wherever the text is cut', () => {
  const raised = raisedIn([
    { kind: 'strong', start: 0, end: 10 },
    { kind: 'note-reference', note: '5', start: 10, end: 11 },
    { kind: 'superscript', start: 10, end: 11 },
  ])
  assert.deepEqual(cutRaised('la matière5.', 0, raised), [
    { text: 'la matière', raised: false },
    { text: '5', raised: true },
    { text: '.', raised: false },
  ])
  assert.deepEqual(cutRaised('matière5', 3, raised), [
    { text: 'matière', raised: false },
    { text: '5', raised: true },
  ])
  assert.deepEqual(cutRaised('5.', 10, raised)[0], { text: '5', raised: true })
  assert.deepEqual(cutRaised('la matière', 0, raised), [{ text: 'la matière', raised: false }])
  assert.deepEqual(cutRaised('seule', 40, raised), [{ text: 'seule', raised: false }])
})
