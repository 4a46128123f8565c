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

test('whom the mails are from is one e-mail address and nothing more', () => {
  for (const from of ['vivace', 'a@example.org, b@example.org', 'Vivace <a@example.org>']) {
    const parsed = parseConfig({ MAIL_FROM: from })
    assert.ok(!parsed.ok)
    assert.match(parsed.mistakes.join(), /^MAIL_FROM /)
  }
  const parsed = parseConfig({ MAIL_FROM: 'report@example.org' })
  assert.ok(parsed.ok)
  assert.equal(parsed.config.mailFrom, 'report@example.org')
})

test('a secret that could be guessed is refused', () => {
  const parsed = parseConfig({ SECRET: 'too short' })
  assert.ok(!parsed.ok)
  assert.match(parsed.mistakes.join(), /^SECRET must be at least 32/)
})
