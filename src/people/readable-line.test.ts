import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isReadableLine } from './readable-line.ts'

test('a name has something to read in it, and nothing that nobody sees or that disturbs its neighbours', () => {
  const fine = ['Nour', '中村', 'علی‌رضا', 'Zoë', 'R2-D2', 'नाम', 'Ngọ́c']
  const wrong = ['', ' ', '—', 'a\u200bb', 'a\u200fb', 'a\u061cb', 'a\u202eb', 'a\nb', 'a\ufeffb']
  for (const name of fine) assert.ok(isReadableLine(name), name)
  for (const name of wrong) assert.ok(!isReadableLine(name), JSON.stringify(name))
  assert.ok(!isReadableLine(`Z${'\u0301'.repeat(5)}`), 'heaped marks')
})
