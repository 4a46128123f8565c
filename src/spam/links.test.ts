import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findLinks, registeredName } from './links.ts'

const domainsOf = (text: string) => findLinks(text, 'vivace.example').map(({ domain }) => domain)

test('a name is that which somebody registered', () => {
  assert.equal(registeredName('www.example.org'), 'example.org')
  assert.equal(registeredName('Blog.Town.Example.co.uk:8080'), 'example.co.uk')
  assert.equal(registeredName('example.org.'), 'example.org')
})

test('links are found however they are written, each name once', () => {
  const text = 'https://a.promo.test/1, HTTP://B.PROMO.TEST?x (www.autre.test) et h\u200bttps'
  assert.deepEqual(domainsOf(text), ['promo.test', 'autre.test'])
  assert.deepEqual(
    domainsOf('https://qui@promo.test/'),
    ['promo.test'],
    'whose name is not before it',
  )
  assert.deepEqual(domainsOf('ｈｔｔｐｓ://promo.test'), ['promo.test'], 'in full-width letters')
})

test('this site, public bodies and reference works are no links', () => {
  assert.deepEqual(
    domainsOf(
      'https://vivace.example/c/1 https://fr.wikipedia.org/wiki/Ville https://www.culture.gouv.fr',
    ),
    [],
  )
  assert.deepEqual(domainsOf('https://wikipedia.org.promo.test/'), ['promo.test'])
})

test('where anybody gets an address is known to be shared', () => {
  assert.deepEqual(findLinks('https://bit.ly/abc https://x.wordpress.com', 'vivace.example'), [
    { domain: 'bit.ly', shared: true },
    { domain: 'wordpress.com', shared: true },
  ])
})
