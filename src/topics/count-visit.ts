import { hash } from 'node:crypto'
import type { Context } from 'hono'
import { hashNetwork } from '../platform/networks/network.ts'
import { dayInParis } from '../platform/paris-days.ts'
import type { Env } from '../request.ts'
import { saveVisit } from './visit-store.ts'

/** Programs that say what they are; others count as visitors, which is one reason why the number is an estimate. */
const robots = /bot\b|crawl|spider|slurp|preview|monitor|^curl|^wget|^$/i

/**
 * Counts that a network's browser looked at a topic today, once a day: under a hash of the network (its first 24 or 48 bits), what the
 * browser calls itself and a salt that is destroyed when the day is over in Paris (`platform/networks/`). Neither is kept. Where the
 * network is not known nobody is counted.
 */
export async function countVisit(c: Context<Env>, topicId: number): Promise<void> {
  const { db, address, now } = c.var
  const agent = c.req.header('User-Agent') ?? ''
  if (c.req.method !== 'GET' || robots.test(agent)) return
  const network = await hashNetwork(db, address, now)
  if (network === null) return
  const visitor = hash('sha256', Buffer.concat([network, Buffer.from(agent)]), 'buffer')
  await saveVisit(db, topicId, dayInParis(now), visitor)
}
