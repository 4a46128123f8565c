import type { Json } from '../platform/canonical.ts'
import { checkReason, hashWords, type ReasonProblem } from './ban.ts'

/** What somebody was told to stop. */
export type Warning = {
  id: number
  personId: number
  contributionNumber: number
  reportId: number
  version: number
  rule: number
  reason: string
  givenBy: string
  givenAt: Date
}

export type TypedWarning = { rule: number | null; reason: string }
export type WarningProblem = 'yourself' | 'no-account' | 'no-rule' | ReasonProblem

type Known = {
  giverId: number
  personId: number
  hasAccount: boolean
  rules: readonly number[]
}

/** What keeps a warning from being given. */
export function checkWarning({ rule, reason }: TypedWarning, known: Known): WarningProblem[] {
  if (known.giverId === known.personId) return ['yourself']
  if (!known.hasAccount) return ['no-account']
  const named = rule !== null && known.rules.includes(rule)
  const all: (WarningProblem | null)[] = [named ? null : 'no-rule', checkReason(reason)]
  return all.filter((problem) => problem !== null)
}

/** What the journal says of it; not whom it is for. */
export function payloadOfWarning({
  concerned,
  version,
  rule,
  reason,
}: Pick<Warning, 'version' | 'rule' | 'reason'> & { concerned: string }): { [key: string]: Json } {
  return { concerned, charter: version, rule, reason: hashWords(reason) }
}
