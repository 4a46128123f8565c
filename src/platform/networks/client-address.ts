import { BlockList, isIP } from 'node:net'

/** Proxies that are believed, as configured; null where one of the entries is no address and no range of addresses. */
export function readProxies(entries: readonly string[]): BlockList | null {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/')
    const family = familyOf(address)
    const longest = family === 'ipv6' ? 128 : 32
    const length = prefix === undefined ? longest : Number(prefix)
    if (family === null || !/^\d{1,3}$/.test(prefix ?? '0') || length > longest) return null
    list.addSubnet(address, length, family)
  }
  return list
}

const neverSeenFromAfar = readProxies([
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '::1',
  'fc00::/7',
  'fe80::/10',
])

type Asked = {
  /** The other end of the connection. */
  peer: string | undefined
  /** The header X-Forwarded-For. */
  forwarded: string | undefined
  proxies: BlockList
}

/**
 * The address of whoever asks: the connection's, or what proxies that are believed say, from right to left, as far as they are
 * believed. Null where it is not known, and for a connection from this machine or a private network that is no such proxy: behind a
 * proxy that nobody has configured all visitors would be one.
 */
export function clientAddress({ peer, forwarded, proxies }: Asked): string | null {
  let address = plain(peer ?? '')
  const hops = (forwarded ?? '').split(',').map(plain)
  if (!isIn(proxies, address)) return isIn(neverSeenFromAfar, address) ? null : known(address)
  while (isIn(proxies, address)) {
    const next = hops.pop()
    if (next === undefined || next === '') return null
    address = next
  }
  return known(address)
}

function known(address: string): string | null {
  return familyOf(address) === null ? null : address
}

/** An IPv4 address as it is, without a port, and without the IPv6 that it may be wrapped in, however that is written (RFC 4291 §2.5.5.2). */
function plain(text: string): string {
  const trimmed = text.trim().replace(/^\[(.*)\](:\d+)?$/, '$1')
  const bare = /^[\d.]+:\d+$/.test(trimmed) ? trimmed.replace(/:\d+$/, '') : trimmed
  const { hostname = bare } = isIP(bare) === 6 ? (URL.parse(`http://[${bare}]`) ?? {}) : {}
  const wrapped = /^\[::ffff:([0-9a-f]+):([0-9a-f]+)\]$/.exec(hostname)
  if (!wrapped) return bare
  const [high, low] = wrapped.slice(1).map((half) => Number.parseInt(half, 16))
  return [high, low].flatMap((half = 0) => [half >> 8, half & 255]).join('.')
}

function isIn(list: BlockList | null, address: string): boolean {
  const family = familyOf(address)
  return family !== null && (list?.check(address, family) ?? false)
}

function familyOf(address: string): 'ipv4' | 'ipv6' | null {
  const version = isIP(address)
  if (version === 0) return null
  return version === 4 ? 'ipv4' : 'ipv6'
}
