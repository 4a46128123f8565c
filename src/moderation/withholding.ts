import { isBlank } from '../text/index.ts'

/** A contribution that editors took out of sight: its trace, with the reason, stays public. */
export type Withholding = {
  id: number
  contributionNumber: number
  reason: string
  /** Null where it was so already in a consultation that was imported. */
  withheldBy: string | null
  withheldAt: Date
  releasedAt: Date | null
}

export type WithholdingProblem =
  | 'no-reason'
  | 'reason-too-long'
  | 'withheld-already'
  | 'not-withheld'

/** Characters. */
export const reasonLimit = 4000

/** What keeps a reason from being given; null when nothing does. */
export function checkReason(reason: string): 'no-reason' | 'reason-too-long' | null {
  if (isBlank(reason)) return 'no-reason'
  return reason.trim().length > reasonLimit ? 'reason-too-long' : null
}
