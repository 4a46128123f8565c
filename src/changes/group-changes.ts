import type { Change } from '../reports/index.ts'
import { isUnattributed } from './compare-texts.ts'

/** What one press of a button did: a heading that was moved or taken out takes along what is under it. */
export type ChangeGroup = { change: Change; others: Change[] }

/** Changes with those that were made by the same act, in the order in which each group begins. */
export function groupChanges(changes: readonly Change[]): ChangeGroup[] {
  return [...Map.groupBy(changes, actOf).values()].flatMap(([change, ...others]) =>
    change ? [{ change, others }] : [],
  )
}

/** How many changes editors are told that there are, and of how many only a file is known as the cause. */
export function countChanges(changes: readonly Change[]): { all: number; onlyFile: number } {
  const groups = groupChanges(changes)
  const onlyFile = groups.filter(({ change }) => isUnattributed(change))
  return { all: groups.length, onlyFile: onlyFile.length }
}

function actOf({ id, operation, changedAt, byHand }: Change): string {
  const together = operation === 'move-block' || operation === 'remove-block'
  if (!together || !byHand) return String(id)
  return JSON.stringify([operation, Number(changedAt), byHand.personId, byHand.reason])
}
