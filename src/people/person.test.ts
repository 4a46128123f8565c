import assert from 'node:assert/strict'
import { test } from 'node:test'
import { safeReturn } from './person.ts'

test('after signing in one comes back to a page of this site', () => {
  const page = '/fr/reports/petite-loi/passages/4k0z9m2c7t/amendment?sentence=1&sentence=2'
  assert.equal(safeReturn(page, '/fr'), page)
})

test('an address that leads elsewhere, or is none, leads home', () => {
  for (const address of [
    '//a.example',
    '/\\a.example',
    'https://a.example',
    'javascript:alert(1)',
    '/a\tb',
    '/a\nb',
    '/é',
    '/fr/account/sign-in?return=/en',
    '/fr/account/sign-in-links/abc',
    '/sign-in/proconnect?code=x',
    '',
  ]) {
    assert.equal(safeReturn(address, '/fr'), '/fr', address)
  }
})
