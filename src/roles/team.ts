import { stepTo, type Report } from '../reports/index.ts'
import type { Locale } from '../platform/messages.ts'
import { reportDomain, siteDomain, type Domain } from './domain.ts'
import { words } from './words.ts'

/** Whose roles a page keeps: a report's, or (null) those of the whole site. */
export type Team = { report: Report | null }

export function domainOf({ report }: Team): Domain {
  return report ? reportDomain(report) : siteDomain
}

/** Where the team is kept, and what is kept of it. */
export function addressesOf(locale: Locale, { report }: Team) {
  const team = report ? `/${locale}/workshop/reports/${report.slug}/team` : `/${locale}/admin/team`
  return {
    team,
    invitations: `${team}/invitations`,
    withdrawal: (id: number) => `${team}/invitations/${id}/withdrawal`,
    ending: (id: number) => `${team}/${id}/end`,
  }
}

/** The way back up. */
export function stepsTo(locale: Locale, { report }: Team) {
  return report
    ? [stepTo(locale, report)]
    : [{ href: `/${locale}/account`, label: words(locale)('administration') }]
}
