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

test('providers are named by their settings, in the order in which they are offered', () => {
  const parsed = parseConfig({
    OIDC_2_ISSUER: 'https://two.example/',
    OIDC_2_CLIENT_ID: 'b',
    OIDC_2_CLIENT_SECRET: 's',
    OIDC_2_NAME: 'Deux',
    OIDC_ISSUER: 'http://127.0.0.1:4000',
    OIDC_CLIENT_ID: 'a',
    OIDC_CLIENT_SECRET: 's',
    OIDC_NAME: 'Un',
    FRANCECONNECT_CLIENT_ID: 'f',
    FRANCECONNECT_CLIENT_SECRET: 's',
    PROCONNECT_CLIENT_ID: 'p',
    PROCONNECT_CLIENT_SECRET: 's',
    PROCONNECT_ISSUER: 'https://integration.example/api/v2',
  })
  assert.ok(parsed.ok)
  assert.deepEqual(
    parsed.config.providers.map(({ key, name, issuer }) => [key, name, issuer]),
    [
      ['proconnect', 'ProConnect', 'https://integration.example/api/v2'],
      ['franceconnect', 'FranceConnect', 'https://oidc.franceconnect.gouv.fr/api/v2'],
      ['oidc', 'Un', 'http://127.0.0.1:4000'],
      ['oidc-2', 'Deux', 'https://two.example/'],
    ],
  )
})

test('a provider that lacks something, or could be listened to on the way, is refused', () => {
  const client = { OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 's', OIDC_NAME: 'Un' }
  for (const [env, said] of [
    [{ PROCONNECT_CLIENT_ID: 'a' }, /^PROCONNECT_CLIENT_SECRET is missing/],
    [{ FRANCECONNECT_ISSUER: 'https://x.example' }, /^FRANCECONNECT_CLIENT_ID is missing/],
    [{ ...client, OIDC_NAME: '', OIDC_ISSUER: 'https://x.example' }, /^OIDC_NAME is missing/],
    [client, /^OIDC_ISSUER must be/],
    [{ ...client, OIDC_ISSUER: 'http://x.example' }, /^OIDC_ISSUER must be the https/],
    [{ ...client, OIDC_ISSUER: 'https://x.example?a=b' }, /^OIDC_ISSUER must be/],
  ] as const) {
    const parsed = parseConfig(env)
    assert.ok(!parsed.ok, JSON.stringify(env))
    assert.match(parsed.mistakes.join('\n'), said)
  }
  const one = { PROCONNECT_CLIENT_ID: 'p', PROCONNECT_CLIENT_SECRET: 's' }
  const both = { ...client, ...one, OIDC_ISSUER: 'https://same.example' }
  const parsed = parseConfig({ ...both, PROCONNECT_ISSUER: 'https://same.example' })
  assert.ok(!parsed.ok)
  assert.match(parsed.mistakes.join(), /issuer of two providers/)
})
