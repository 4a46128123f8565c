import { daysKept } from '../moderation/index.ts'
import { sessionDays } from '../people/index.ts'
import type { Periods } from '../platform/periods.ts'

/** What data are for; each has a legal ground and words of its own on the page of personal data. */
export const purposes = [
  'account',
  'access',
  'contributions',
  'supports',
  'roles',
  'organisations',
  'moderation',
  'spam',
  'editing',
  'site',
  'record',
  'mail',
  'told',
  'erasure',
] as const
export type Purpose = (typeof purposes)[number]

/**
 * Of the GDPR: article 6(1)(b), the terms that somebody accepts by taking part; (c), what a law demands; (f), that
 * what is public can be checked and that the site is safe. Opinions may be political ones: article 9(2)(e), made public by
 * whoever says them, and for a support, which is not public, 9(2)(a), their own click.
 */
export const grounds = {
  account: ['contract'],
  access: ['safety'],
  contributions: ['contract', 'made-public'],
  supports: ['consent'],
  roles: ['checkable'],
  organisations: ['checkable'],
  moderation: ['law'],
  spam: ['safety'],
  editing: ['checkable'],
  site: ['law', 'checkable'],
  record: ['checkable'],
  mail: ['contract'],
  told: ['contract', 'consent'],
  erasure: ['law'],
} as const satisfies Record<Purpose, readonly string[]>

/** Until when something is kept: until an erasure, for good, or so many days; `job` of `src/jobs.ts` deletes it. */
export const retentions = {
  erasure: { job: 'privacy.erase-due', days: null },
  account: { job: 'privacy.notice-idle', days: (periods: Periods) => periods.accounts },
  ever: { job: null, days: null },
  replaced: { job: null, days: null },
  session: { job: 'people.forget-expired', days: () => sessionDays },
  link: { job: 'people.forget-expired', days: (periods: Periods) => periods.links },
  attempt: { job: 'people.forget-expired', days: () => 1 },
  invitation: { job: 'roles.forget-invitations', days: (periods: Periods) => periods.invitations },
  proof: { job: 'organisations.forget-proofs', days: (periods: Periods) => periods.proofs },
  upload: { job: 'imports.forget-uploads', days: (periods: Periods) => periods.uploads },
  file: { job: 'attachments.forget', days: (periods: Periods) => periods.uploads },
  draft: { job: 'contributions.forget-drafts', days: (periods: Periods) => periods.drafts },
  redress: { job: 'moderation.forget-flags', days: () => daysKept },
  compared: { job: 'spam.forget-posts', days: (periods: Periods) => periods.compared },
  ban: { job: 'bans.forget', days: (periods: Periods) => periods.bans },
  mail: { job: 'mail.forget', days: (periods: Periods) => periods.mails },
  told: { job: 'notices.forget', days: (periods: Periods) => periods.mails },
} as const
export type Retention = keyof typeof retentions

/**
 * How a row is somebody's: by their id; by the pseudonym that the journal knows, or an address of theirs, in that
 * column; or by a row of another table that is theirs.
 */
export type Owner =
  | { column: string; is: 'id' | 'pseudonym' | 'address' }
  | { column: string; of: { table: string; column: string } }

/**
 * What a table holds of people. Each of its columns stands in exactly one of `owners`, `exported`, `unexported`
 * and `nothing`.
 */
export type Entry = {
  purpose: Purpose
  retention: Retention
  owners: readonly Owner[]
  /** What its person takes away. */
  exported: readonly string[]
  /** What is theirs and is not taken away: it would open something, is somebody else's, too, or says nothing new. */
  unexported?: readonly string[]
  /** Says nothing of a person. */
  nothing: readonly string[]
  erasure: Erasure
}

/**
 * What an erasure does: deletes the rows, or empties columns; `chosen` are emptied where the texts go, too. All others stay, and
 * `why` says for what.
 */
export type Erasure =
  | 'deleted'
  | {
      emptied?: readonly string[]
      chosen?: readonly string[]
      why: 'record' | 'texts' | 'acts' | 'organisation' | 'proof'
    }

export function id(...columns: string[]): Owner[] {
  return columns.map((column) => ({ column, is: 'id' }))
}

export function ofContribution(column = 'contribution_number'): Owner {
  return { column, of: { table: 'contribution', column: 'number' } }
}
