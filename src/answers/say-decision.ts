import { keyOf, type Contribution } from '../contributions/index.ts'
import type { Locale } from '../platform/messages.ts'
import type { Decision } from './answer.ts'
import { words } from './words.ts'

/** The kind that contributions share, as the messages know it; `mixed` where they differ. */
export function commonKind(contributions: readonly Pick<Contribution, 'kind'>[]): string {
  const [kind, ...others] = new Set(contributions.map((one) => one.kind))
  return kind === undefined || others.length > 0 ? 'mixed' : keyOf(kind)
}

/** What a decision is called once it is given: a question is not accepted, it is answered. */
export function sayDecision(
  locale: Locale,
  decision: Decision,
  contributions: readonly Pick<Contribution, 'kind'>[],
): string {
  return words(locale)(`given-${decision}`, { kind: commonKind(contributions) })
}
