import { z } from 'zod'

/** How long what is kept of people stays, in days; what `configuration` may say otherwise. */
export type Periods = {
  /** Links that sign in, once they are over. */
  links: number
  /** Addresses that prove an organisation's domain. */
  proofs: number
  /** Documents that nobody has accepted. */
  uploads: number
  /** To whom invitations were sent, once they are over. */
  invitations: number
  /** Drafts that nobody has touched. */
  drafts: number
  /** What posts are compared with, so that spam is known. */
  compared: number
  /** Whom warnings and bans were for and why, once they are over. */
  bans: number
  /** That a mail was sent or given up. */
  mails: number
  /** Accounts that nobody has used. */
  accounts: number
  /** Between the mail that says so and the erasure of such an account. */
  notice: number
  /** Between an erasure that is asked for and its being done: until then it can be called off. */
  erasure: number
  /** Until copies of the database, made by whoever runs the site, are gone. */
  backups: number
}

export const usualPeriods: Periods = {
  links: 1,
  proofs: 1,
  uploads: 1,
  invitations: 30,
  drafts: 365,
  compared: 90,
  bans: 365,
  mails: 30,
  accounts: 3 * 365,
  notice: 30,
  erasure: 7,
  backups: 30,
}

const ten = 10 * 365
const days = (least: number, most: number, usual: number) =>
  z.coerce.number().int().min(least).max(most).default(usual)

/** The settings that say them; an erasure is due within a month (GDPR, article 12(3)). */
export const periodSettings = z.object({
  KEEP_LINKS_DAYS: days(1, 30, usualPeriods.links),
  KEEP_PROOFS_DAYS: days(1, 30, usualPeriods.proofs),
  KEEP_UPLOADS_DAYS: days(1, 30, usualPeriods.uploads),
  KEEP_INVITATIONS_DAYS: days(14, 365, usualPeriods.invitations),
  KEEP_DRAFTS_DAYS: days(7, ten, usualPeriods.drafts),
  KEEP_COMPARED_DAYS: days(7, 365, usualPeriods.compared),
  KEEP_BANS_DAYS: days(183, ten, usualPeriods.bans),
  KEEP_MAILS_DAYS: days(1, 365, usualPeriods.mails),
  KEEP_ACCOUNTS_DAYS: days(90, ten, usualPeriods.accounts),
  INACTIVE_NOTICE_DAYS: days(7, 90, usualPeriods.notice),
  ERASURE_DELAY_DAYS: days(0, 30, usualPeriods.erasure),
  KEEP_BACKUPS_DAYS: days(0, 365, usualPeriods.backups),
})

export type PeriodName = keyof z.infer<typeof periodSettings>

/** Each as one sentence that says what to set. */
export const periodMistakes: Record<PeriodName, string> = {
  KEEP_LINKS_DAYS: 'KEEP_LINKS_DAYS must be a whole number of days from 1 to 30.',
  KEEP_PROOFS_DAYS: 'KEEP_PROOFS_DAYS must be a whole number of days from 1 to 30.',
  KEEP_UPLOADS_DAYS: 'KEEP_UPLOADS_DAYS must be a whole number of days from 1 to 30.',
  KEEP_INVITATIONS_DAYS: 'KEEP_INVITATIONS_DAYS must be a whole number of days from 14 to 365.',
  KEEP_DRAFTS_DAYS: 'KEEP_DRAFTS_DAYS must be a whole number of days from 7 to 3650.',
  KEEP_COMPARED_DAYS: 'KEEP_COMPARED_DAYS must be a whole number of days from 7 to 365.',
  KEEP_BANS_DAYS: 'KEEP_BANS_DAYS must be a whole number of days from 183 to 3650.',
  KEEP_MAILS_DAYS: 'KEEP_MAILS_DAYS must be a whole number of days from 1 to 365.',
  KEEP_ACCOUNTS_DAYS: 'KEEP_ACCOUNTS_DAYS must be a whole number of days from 90 to 3650.',
  INACTIVE_NOTICE_DAYS: 'INACTIVE_NOTICE_DAYS must be a whole number of days from 7 to 90.',
  ERASURE_DELAY_DAYS: 'ERASURE_DELAY_DAYS must be a whole number of days from 0 to 30.',
  KEEP_BACKUPS_DAYS: 'KEEP_BACKUPS_DAYS must be a whole number of days from 0 to 365.',
}

export function periodsOf(set: z.infer<typeof periodSettings>): Periods {
  return {
    links: set.KEEP_LINKS_DAYS,
    proofs: set.KEEP_PROOFS_DAYS,
    uploads: set.KEEP_UPLOADS_DAYS,
    invitations: set.KEEP_INVITATIONS_DAYS,
    drafts: set.KEEP_DRAFTS_DAYS,
    compared: set.KEEP_COMPARED_DAYS,
    bans: set.KEEP_BANS_DAYS,
    mails: set.KEEP_MAILS_DAYS,
    accounts: set.KEEP_ACCOUNTS_DAYS,
    notice: set.INACTIVE_NOTICE_DAYS,
    erasure: set.ERASURE_DELAY_DAYS,
    backups: set.KEEP_BACKUPS_DAYS,
  }
}

const dayMs = 24 * 3600 * 1000

/** So many days before that moment; negative: after it. */
export function daysBefore(now: Date, count: number): Date {
  return new Date(now.getTime() - count * dayMs)
}
