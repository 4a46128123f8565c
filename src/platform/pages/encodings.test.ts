import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseEncoding } from './encodings.ts'

test('the encoding is what the reader prefers, and of equals the shortest', () => {
  assert.equal(chooseEncoding(undefined), 'identity')
  assert.equal(chooseEncoding(''), 'identity')
  assert.equal(chooseEncoding('gzip, deflate, br, zstd'), 'br')
  assert.equal(chooseEncoding('gzip, deflate'), 'gzip')
  assert.equal(chooseEncoding('br;q=0.2, gzip;q=0.8'), 'gzip')
  assert.equal(chooseEncoding('br;q=0, gzip;q=0'), 'identity')
  assert.equal(chooseEncoding('*'), 'br')
  assert.equal(chooseEncoding('*;q=0'), 'identity')
  assert.equal(chooseEncoding('identity, br;q=0.5'), 'identity')
  assert.equal(chooseEncoding('BR'), 'br')
  assert.equal(chooseEncoding('deflate'), 'identity')
})

test('however many headers are sent, the choice stays right', () => {
  for (let at = 0; at < 1000; at += 1) assert.equal(chooseEncoding(`x-${at}, gzip`), 'gzip')
  assert.equal(chooseEncoding('br'), 'br')
})
