import { hash } from 'node:crypto'
import { isIPv4 } from 'node:net'
import type { Db } from '../db/connect.ts'
import { dayInParis } from '../paris-days.ts'
import { findSalt } from './store.ts'

/**
 * What an address is counted under: the first 24 bits of IPv4, the first 48 of IPv6, which is what one household, office or machine
 * that is let by the hour has at its disposal.
 */
export function networkOf(address: string): string {
  if (isIPv4(address)) return address.split('.').slice(0, 3).join('.')
  return fullGroups(address).slice(0, 3).join(':')
}

const groupsOf = (part: string) => (part === '' ? [] : part.split(':'))

/** The eight groups of an IPv6 address, without leading noughts. */
function fullGroups(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::')
  const before = groupsOf(head)
  const after = groupsOf(tail ?? '')
  const left = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array.from({ length: left }, () => '0'), ...after].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  )
}

/**
 * The network of an address as a hash that holds for one day in Paris, in every process alike: with the day's salt, which
 * `forgetSalts` destroys. The address itself is kept nowhere. Null for an address that is not known.
 */
export async function hashNetwork(
  db: Db,
  address: string | null,
  now: Date,
): Promise<Buffer | null> {
  if (address === null) return null
  const salt = await findSalt(db, dayInParis(now))
  return hash('sha256', Buffer.concat([salt, Buffer.from(networkOf(address))]), 'buffer')
}
