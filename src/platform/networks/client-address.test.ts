import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clientAddress, readProxies } from './client-address.ts'
import { networkOf } from './network.ts'

const asked = (peer: string, forwarded?: string, trusted: string[] = []) => {
  const proxies = readProxies(trusted)
  assert.ok(proxies)
  return clientAddress({ peer, forwarded, proxies })
}

test('without a proxy that is believed it is the connection’s address, whatever a header says', () => {
  assert.equal(asked('198.51.100.7'), '198.51.100.7')
  assert.equal(asked('198.51.100.7', '203.0.113.1'), '198.51.100.7')
  assert.equal(asked('::ffff:198.51.100.7'), '198.51.100.7')
  assert.equal(asked('::ffff:cb00:7105'), '203.0.113.5')
  assert.equal(asked('0:0:0:0:0:ffff:203.0.113.5'), '203.0.113.5')
  assert.equal(asked('2001:db8::1'), '2001:db8::1')
})

test('a machine nearby that nobody has configured is nobody: all visitors could be behind it', () => {
  for (const near of ['127.0.0.1', '::1', '10.1.2.3', '192.168.0.9', 'fe80::1', ''])
    assert.equal(asked(near, '203.0.113.1'), null, near)
})

test('a proxy that is believed is asked from right to left, as far as they are believed', () => {
  const trusted = ['127.0.0.1', '10.0.0.0/8', '::1']
  assert.equal(asked('127.0.0.1', '203.0.113.1', trusted), '203.0.113.1')
  assert.equal(asked('127.0.0.1', '1.1.1.1, 203.0.113.1, 10.0.0.4', trusted), '203.0.113.1')
  assert.equal(asked('127.0.0.1', '203.0.113.1, 198.51.100.2', trusted), '198.51.100.2')
  assert.equal(asked('127.0.0.1', '[2001:db8::5]:4711', trusted), '2001:db8::5')
  assert.equal(asked('127.0.0.1', '203.0.113.1:4711', trusted), '203.0.113.1')
  for (const nothing of [undefined, '', 'unknown', ' , 10.0.0.4'])
    assert.equal(asked('127.0.0.1', nothing, trusted), null)
})

test('what is no address and no range is no proxy', () => {
  for (const wrong of ['proxy', '10.0.0.0/33', '::1/129', '10.0.0.0/', '10.0.0.0/x'])
    assert.equal(readProxies([wrong]), null, wrong)
})

test('a network is the first 24 bits of IPv4 and the first 48 of IPv6, however they are written', () => {
  assert.equal(networkOf('198.51.100.7'), networkOf('198.51.100.250'))
  assert.notEqual(networkOf('198.51.100.7'), networkOf('198.51.101.7'))
  assert.equal(networkOf('2001:db8:1::1'), networkOf('2001:0DB8:0001:ffff::9'))
  assert.notEqual(networkOf('2001:db8:1::1'), networkOf('2001:db8:2::1'))
  assert.equal(networkOf('::1'), '0:0:0')
})
