import type { Locale } from '../platform/messages.ts'
import type { Report } from '../reports/index.ts'

/** What everybody reads of a report's groups, and where editors keep them. */
export function addressesOf(locale: Locale, { slug }: Pick<Report, 'slug'>) {
  const pages = `/${locale}/reports/${slug}/groups`
  const queue = `/${locale}/workshop/reports/${slug}`
  const kept = `${queue}/groups`
  return {
    pages,
    page: (id: number) => `${pages}/${id}`,
    queue,
    kept,
    making: `${queue}/group`,
    keeping: (id: number) => `${kept}/${id}`,
    members: (id: number) => `${kept}/${id}/members`,
    removals: (id: number) => `${kept}/${id}/removals`,
    wording: (id: number) => `${kept}/${id}/wording`,
    dissolution: (id: number) => `${kept}/${id}/dissolution`,
    undoing: (id: number, act: number) => `${kept}/${id}/acts/${act}/undoing`,
    alike: (number: number) => `/${locale}/workshop/contributions/${number}/alike`,
  }
}
