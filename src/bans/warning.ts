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
  givenById: number
  givenBy: string
  givenAt: Date
}

export type TypedWarning = {
  rule: number | null
  reason: string
  /** The newest that the person had here when the form was read. */
  seen: number | null
}
export type WarningProblem =
  | 'yourself'
  | 'no-account'
  | 'warned-meanwhile'
  | 'no-rule'
  | ReasonProblem

type Known = {
  giverId: number
  personId: number
  hasAccount: boolean
  rules: readonly number[]
  newest: Warning | undefined
}

/** What was given already by a form that is sent once more. */
export function isGivenAgain(
  { rule, reason, seen }: TypedWarning,
  { giverId, number, newest }: { giverId: number; number: number; newest: Warning | undefined },
): boolean {
  if (!newest || newest.id === seen) return false
  const same = newest.rule === rule && newest.reason === reason.trim()
  return same && newest.givenById === giverId && newest.contributionNumber === number
}

/** What keeps a warning from being given. */
export function checkWarning({ rule, reason, seen }: TypedWarning, known: Known): WarningProblem[] {
  if (known.giverId === known.personId) return ['yourself']
  if (!known.hasAccount) return ['no-account']
  if (seen !== (known.newest?.id ?? null)) return ['warned-meanwhile']
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
