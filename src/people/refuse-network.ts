import type { Context } from 'hono'
import type { Limit } from '../platform/limits/store.ts'
import { countRequest, type Env } from '../request.ts'
import type { Refusal } from './sign-in-link.ts'

/** Links of one network: a full room of people behind one address, all of whom sign in. */
const linksOfOneNetwork: Limit = { name: 'sign-in links', most: 200, minutes: 60 }

/** Attempts of one network with a passkey, each of which is two requests, and with a provider. */
export const passkeysOfOneNetwork: Limit = { name: 'passkeys', most: 400, minutes: 10 }
export const providersOfOneNetwork: Limit = { name: 'providers', most: 200, minutes: 10 }

/** Counts that a network asks for a link; why it gets none now, or null where it gets one. */
export async function refuseNetwork(c: Context<Env>): Promise<Refusal | null> {
  const counted = await countRequest(c, linksOfOneNetwork)
  return counted.ok ? null : { problem: 'too-many-of-network', until: counted.until }
}
