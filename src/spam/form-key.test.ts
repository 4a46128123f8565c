import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newFormKey, readFormKey } from './form-key.ts'

const key = Buffer.alloc(32, 7)
const openedAt = new Date('2027-03-02T09:00:00.123Z')

test('a form’s key says when it was opened, and is another each time', () => {
  const one = newFormKey(key, openedAt)
  assert.deepEqual(readFormKey(key, one), openedAt)
  assert.notEqual(newFormKey(key, openedAt), one)
})

test('a key that was altered, or made elsewhere, says nothing', () => {
  const one = newFormKey(key, openedAt)
  const earlier = `${(openedAt.getTime() - 60_000).toString(36)}${one.slice(one.indexOf('.'))}`
  const last = one.endsWith('A') ? 'B' : 'A'
  for (const altered of [earlier, `${one.slice(0, -1)}${last}`, `${one}A`, '', 'a.b.c'])
    assert.equal(readFormKey(key, altered), null, altered)
  assert.equal(readFormKey(Buffer.alloc(32, 8), one), null)
})
