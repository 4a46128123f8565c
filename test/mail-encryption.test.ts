import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mustEncrypt, openSmtp } from '../src/platform/mail/transport.ts'
import { startMailServer } from './mail-server.ts'

test('nothing is handed in clear to a server that has to encrypt and cannot', async (t) => {
  const server = await startMailServer(t)
  const outgoing = {
    from: 'vivace@vivace.test',
    to: 'ada@example.org',
    bytes: Buffer.from('Hi\r\n'),
  }
  const handOver = async (url: string) => {
    const transport = openSmtp(url)
    const delivery = await transport.deliver(outgoing, AbortSignal.timeout(10_000))
    transport.close()
    return delivery
  }
  // Written so that it does not look like this machine.
  const elsewhere = server.url.replace('127.0.0.1', '[::ffff:127.0.0.1]')
  assert.deepEqual(await handOver(elsewhere), {
    ok: false,
    problem: 'temporary',
    code: 500,
  })
  assert.equal(server.received.length, 0)
  assert.deepEqual(await handOver(`${elsewhere}?requireTLS=false`), { ok: true })
  assert.deepEqual(await handOver(server.url), { ok: true })
  assert.equal(server.received.length, 2)
})

test('servers elsewhere have to encrypt, unless their address says that they cannot', () => {
  const judged = [
    'smtp://127.0.0.1:25',
    'smtp://[::1]:25',
    'smtp://localhost',
    'smtp://mail.example.org:587',
    'smtp://10.0.0.1',
    'smtps://mail.example.org',
    'smtp://relay.example.org?requireTLS=false',
  ].map((url) => mustEncrypt(new URL(url)))
  assert.deepEqual(judged, [false, false, false, true, true, true, false])
})
