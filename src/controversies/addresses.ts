import type { Locale } from '../platform/messages.ts'
import type { Report } from '../reports/index.ts'

/** What everybody reads of a report's controversies, and where editors keep them. */
export function addressesOf(locale: Locale, { slug }: Pick<Report, 'slug'>) {
  const front = `/${locale}/reports/${slug}`
  const pages = `${front}/controversies`
  const queue = `/${locale}/workshop/reports/${slug}`
  const kept = `${queue}/controversies`
  return {
    pages,
    page: (id: number) => `${pages}/${id}`,
    edition: (number: number) => `${front}/editions/${number}`,
    contribution: (number: number) => `/${locale}/contributions/${number}`,
    queue,
    kept,
    making: `${queue}/controversy`,
    keeping: (id: number) => `${kept}/${id}`,
    content: (id: number) => `${kept}/${id}/content`,
    publication: (id: number) => `${kept}/${id}/publication`,
    settlement: (id: number) => `${kept}/${id}/settlement`,
    reopening: (id: number) => `${kept}/${id}/reopening`,
  }
}
