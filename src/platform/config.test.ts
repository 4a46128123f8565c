import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseConfig } from './config.ts'

test('an empty environment is a laptop: own database, loopback', () => {
  const parsed = parseConfig({})
  assert.ok(parsed.ok)
  assert.deepEqual(
    [parsed.config.databaseUrl, parsed.config.host, parsed.config.port],
    [undefined, '127.0.0.1', 3000],
  )
})

test('with a database, the start is refused in one sentence for each thing that is missing', () => {
  const parsed = parseConfig({ DATABASE_URL: 'postgres://localhost/vivace' })
  assert.ok(!parsed.ok)
  assert.deepEqual(
    parsed.mistakes.map((sentence) => sentence.split(' ')[0]),
    ['PUBLIC_URL', 'SMTP_URL', 'SECRET'],
  )
})

test('each mistake has its sentence', () => {
  const parsed = parseConfig({ PORT: '99999', LOG_LEVEL: 'loud', PUBLIC_URL: 'ftp://x' })
  assert.ok(!parsed.ok)
  assert.deepEqual(
    parsed.mistakes.map((sentence) => sentence.split(' ')[0]),
    ['PUBLIC_URL', 'PORT', 'LOG_LEVEL'],
  )
})

test('an empty variable is as if it were not set', () => {
  assert.ok(parseConfig({ DATABASE_URL: '', PORT: '' }).ok)
})
