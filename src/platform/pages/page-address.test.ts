import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressReader } from './page-address.ts'

const read = addressReader([
  { path: '/fr', query: [] },
  { path: '/fr/reports/:slug', query: [] },
  { path: '/fr/reports/:slug/list', query: ['kind', 'page'] },
  { path: '/assets/:name', query: [], unchanging: true },
])

test('an address is read as the page that it asks for, and the report that it shows', () => {
  assert.deepEqual(read('/fr'), { key: '/fr', slug: null, unchanging: false })
  assert.deepEqual(read('/fr/reports/a-b'), {
    key: '/fr/reports/a-b',
    slug: 'a-b',
    unchanging: false,
  })
  assert.deepEqual(read('/assets/1-x.css')?.unchanging, true)
})

test('parameters in any order are one address, and different values are different ones', () => {
  assert.equal(read('/fr/reports/a/list?page=2&kind=x')?.key, '/fr/reports/a/list?kind=x&page=2')
  assert.equal(read('/fr/reports/a/list?kind=x&page=2')?.key, '/fr/reports/a/list?kind=x&page=2')
  assert.notEqual(read('/fr/reports/a/list?page=2')?.key, read('/fr/reports/a/list?page=3')?.key)
  assert.equal(
    read('/fr/reports/a/list?kind=%26page%3D2')?.key,
    '/fr/reports/a/list?kind=%26page%3D2',
  )
})

test('what is not declared, comes twice, or could mean another path, is no address of a kept page', () => {
  for (const url of [
    '/fr/reports/a?kind=x',
    '/fr/reports/a/list?kind=x&kind=y',
    '/fr/reports/a/list?kind=x&other=y',
    '/fr/reports/..',
    '/fr/reports/../fr',
    '/fr/reports/.',
    '/fr/reports/%61',
    '/fr/reports/a/',
    '//fr',
    '/fr#x',
    'http://elsewhere/fr',
    `/fr/reports/a/list?kind=${'x'.repeat(400)}`,
    '',
    '*',
  ]) {
    assert.equal(read(url), null, url)
  }
})
