import type { Locale } from '../platform/messages.ts'
import type { Report } from '../reports/index.ts'

/** The addresses of a report's moderation. */
export function addressesOf(locale: Locale, { slug }: Pick<Report, 'slug'>) {
  const queue = `/${locale}/workshop/reports/${slug}/moderation`
  return { queue, setting: `${queue}/setting`, publications: `${queue}/publications` }
}

/** The addresses of what is decided on one contribution. */
export function addressesOn(locale: Locale, { number }: { number: number }) {
  const here = `/${locale}/workshop/contributions/${number}/moderation`
  return { here, undo: `${here}/undo`, public: `/${locale}/contributions/${number}` }
}
