import { BlockList, isIP } from 'node:net'

/**
 * Ranges of IPv4 that are not on the public internet: all of the IANA special-purpose address registry (RFC 6890 and
 * what was registered since), multicast and what is reserved.
 */
const special4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

/** Of what IANA gives out of IPv6, that which leads elsewhere or nowhere: Teredo, 6to4, documentation. */
const special6: [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const special = new BlockList()
for (const [net, prefix] of special4) special.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of special6) special.addSubnet(net, prefix, 'ipv6')

/** All that is given out as global unicast (RFC 4291 §2.4): no mapped, local or translated address is in it. */
const given6 = new BlockList()
given6.addSubnet('2000::', 3, 'ipv6')

/** Whether a number is one of the public internet; false for whatever is no IP address. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !special.check(address, 'ipv4')
  return version === 6 && given6.check(address, 'ipv6') && !special.check(address, 'ipv6')
}
