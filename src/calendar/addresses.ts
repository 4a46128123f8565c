import type { Locale } from '../platform/messages.ts'
import type { Report } from '../reports/index.ts'

/** The addresses of a report's calendar, where editors keep it. */
export function addressesOf(locale: Locale, { slug }: Pick<Report, 'slug'>) {
  const front = `/${locale}/reports/${slug}`
  const queue = `/${locale}/workshop/reports/${slug}`
  const calendar = `${queue}/calendar`
  const event = (id: number) => `${calendar}/${id}`
  return {
    front,
    edition: (number: number) => `${front}/editions/${number}`,
    queue,
    calendar,
    events: `${calendar}/events`,
    event,
    removal: (id: number) => `${event(id)}/removal`,
  }
}
