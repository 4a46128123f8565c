import type { Way } from './way-store.ts'

/** Addresses that one person may have: more than anybody needs. */
export const mostAddresses = 5

/** What people can sign in with here, now. */
export type Means = { demonstration: boolean; issuers: readonly string[] }

/** A provider that is configured no longer lets nobody in, nor does what came with an import. */
export function isUsable({ provider }: Pick<Way, 'provider'>, means: Means): boolean {
  if (provider === 'email') return true
  return provider === 'demonstration' ? means.demonstration : means.issuers.includes(provider)
}

/** Whether somebody who gives that way up can still come in; a passkey alone is none. */
export function isLastWay(id: number, ways: readonly Way[], means: Means): boolean {
  return !ways.some((way) => way.id !== id && isUsable(way, means))
}

/** An account of the demonstration is everybody's. */
export function isRemovable({ provider }: Pick<Way, 'provider'>): boolean {
  return provider !== 'demonstration'
}
