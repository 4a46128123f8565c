import type { Json } from '../platform/canonical.ts'

/** What is wrong, as codes: of what kind, on what, what. */
export type Finding = { kind: string; object: string; problem: string }

/** What a comparison of the record with the journal found. */
export type Result = {
  entries: number
  /** Entries that no seal holds yet. */
  waiting: number
  head: { sequence: number; sha256: string } | null
  findings: readonly Finding[]
}

/** The record compared with the journal, as a guarantor asked for it. */
export type Verification = {
  id: number
  askedBy: string
  askedAt: Date
  startedAt: Date | null
  done: (Result & { at: Date }) | null
}

/** How long one that is asked for keeps another from being asked for: by then it was lost. */
const lostAfter = 3600 * 1000

export function isLost({ askedAt, done }: Verification, now: Date): boolean {
  return done === null && now.getTime() - askedAt.getTime() > lostAfter
}

/** What the journal says of it. */
export function payloadOfVerification({ entries, head, findings }: Result): {
  [key: string]: Json
} {
  return {
    entries,
    head: head && { sequence: head.sequence, sha256: head.sha256 },
    findings: findings.map(({ kind, object, problem }) => ({ kind, object, problem })),
  }
}
