import type { Locale } from '../platform/messages.ts'

/** What moderators do about whoever wrote a contribution. */
export function addressesOn(locale: Locale, number: number) {
  const here = `/${locale}/workshop/contributions/${number}`
  return {
    warning: `${here}/warning`,
    ban: `${here}/ban`,
    public: `/${locale}/contributions/${number}`,
  }
}

/** One ban, as its moderators and as whoever is banned see it. */
export function addressesOf(locale: Locale, id: number) {
  const here = `/${locale}/workshop/bans/${id}`
  const own = `/${locale}/account/bans/${id}`
  return {
    here,
    lift: `${here}/lift`,
    outcome: `${here}/outcome`,
    own,
    contest: `${own}/contestation`,
  }
}

/** All of a report; of the whole site where there is none. */
export function listAddress(locale: Locale, report: { slug: string } | null): string {
  return report ? `/${locale}/workshop/reports/${report.slug}/bans` : `/${locale}/admin/bans`
}
