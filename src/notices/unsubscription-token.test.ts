import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeToken, readToken } from './unsubscription-token.ts'

const key = Buffer.alloc(32, 7)

test('a token says which subscription it ends, or that it ends digests or answers', () => {
  for (const ends of ['subscription', 'digests', 'answers'] as const)
    assert.deepEqual(readToken(key, makeToken(key, { ends, id: 412 })), { ends, id: 412 })
})

test('a token that was altered, or made elsewhere, ends nothing', () => {
  const token = makeToken(key, { ends: 'subscription', id: 12 })
  const [, signature = ''] = token.split('.')
  const last = signature.endsWith('A') ? 'B' : 'A'
  const others = [
    `s13.${signature}`,
    `d12.${signature}`,
    `a12.${signature}`,
    `s1.${signature}`,
    `${token.slice(0, -1)}${last}`,
    `${token}A`,
    token.slice(0, -1),
    signature,
    's12.',
    '',
    makeToken(Buffer.alloc(32, 8), { ends: 'subscription', id: 12 }),
  ]
  for (const other of others) assert.equal(readToken(key, other), null, other)
})
