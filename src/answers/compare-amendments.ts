import { isAmendment, type Amendment, type Contribution } from '../contributions/index.ts'
import { sameWords } from '../text/index.ts'

/** Amendments that would replace the same sentences by the same words: one change makes them all. */
export function areEqual(one: Amendment, other: Amendment): boolean {
  return (
    one.passage.blockId === other.passage.blockId &&
    sameWords(one.passage.exact, other.passage.exact) &&
    one.base.sentences.join() === other.base.sentences.join() &&
    one.content.wording === other.content.wording
  )
}

/** They rewrite some sentence both, in other words: the text can take one of them only. */
export function areRivals(one: Amendment, other: Amendment): boolean {
  return (
    one.number !== other.number &&
    one.passage.blockId === other.passage.blockId &&
    one.base.sentences.some((n) => other.base.sentences.includes(n)) &&
    !areEqual(one, other)
  )
}

/** Puts equal amendments together, in the order of their first numbers. */
export function groupEqual(amendments: readonly Amendment[]): [Amendment, ...Amendment[]][] {
  const groups: [Amendment, ...Amendment[]][] = []
  for (const amendment of amendments) {
    const group = groups.find(([first]) => areEqual(first, amendment))
    if (group) group.push(amendment)
    else groups.push([amendment])
  }
  return groups
}

/** Numbers of those that say the same as an amendment, and of those that compete with it. */
export function compareWith(
  amendment: Amendment,
  contributions: readonly Contribution[],
): { equals: number[]; rivals: number[] } {
  const others = contributions
    .filter(isAmendment)
    .filter(({ number }) => number !== amendment.number)
  return {
    equals: numbersOf(others.filter((other) => areEqual(amendment, other))),
    rivals: numbersOf(others.filter((other) => areRivals(amendment, other))),
  }
}

function numbersOf(chosen: readonly Amendment[]): number[] {
  return chosen.map(({ number }) => number)
}
