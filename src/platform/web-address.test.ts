import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isWebAddress } from './web-address.ts'

test('only an address of the web is a link', () => {
  for (const address of [
    'https://example.org',
    'HTTP://EXAMPLE.ORG/a?b=c#d',
    'https://exemple.fr/é%20à',
    'https://[::1]/',
  ]) {
    assert.ok(isWebAddress(address), address)
  }
  for (const address of [
    'javascript:alert(1)',
    'JaVaScRiPt://example.org/%0aalert(1)',
    'data:text/html,x',
    'vbscript:x',
    'ftp://example.org',
    'mailto:a@example.org',
    '//example.org',
    'example.org',
    'http:example.org',
    'https:///',
    'https://',
    'https://a b.test',
    'https://example.org/a\nb',
    'https://example.org/\u202Egnp.exe',
    'https://exam\u200Bple.org',
    'java\tscript:alert(1)',
    ' https://example.org',
  ]) {
    assert.equal(isWebAddress(address), false, JSON.stringify(address))
  }
})
