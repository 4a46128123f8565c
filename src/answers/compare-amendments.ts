import type { Amendment } from '../contributions/index.ts'
import { sameWords } from '../text/index.ts'

/** Amendments that would replace the same sentences by the same words: one change makes them all. */
function areEqual(one: Amendment, other: Amendment): boolean {
  return (
    one.passage.blockId === other.passage.blockId &&
    sameWords(one.passage.exact, other.passage.exact) &&
    one.base.sentences.join() === other.base.sentences.join() &&
    one.content.wording === other.content.wording
  )
}

/** They rewrite some sentence both, in other words. */
export function areRivals(one: Amendment, other: Amendment): boolean {
  return (
    one.number !== other.number &&
    one.passage.blockId === other.passage.blockId &&
    one.base.sentences.some((n) => other.base.sentences.includes(n)) &&
    !areEqual(one, other)
  )
}

/** Those that would write the same, in the order of their numbers. */
export type Equals = [Amendment, ...Amendment[]]

/** Puts equal amendments together, in the order of their first numbers. */
export function groupEqual(amendments: readonly Amendment[]): Equals[] {
  const groups: Equals[] = []
  for (const amendment of amendments) {
    const group = groups.find(([first]) => areEqual(first, amendment))
    if (group) group.push(amendment)
    else groups.push([amendment])
  }
  return groups
}

/**
 * Amendments that rewrite the same sentences in other words, directly or by way of others, equal ones together;
 * those that nobody contests are in no group.
 */
export function groupRivals(amendments: readonly Amendment[]): Equals[][] {
  let groups: Equals[][] = []
  for (const equals of groupEqual(amendments)) {
    const met = groups.filter((group) => group.some(([one]) => areRivals(one, equals[0])))
    groups = [...groups.filter((group) => !met.includes(group)), [...met.flat(), equals]]
  }
  return groups.filter((group) => group.length > 1)
}
