import type { Locale } from '../platform/messages.ts'
import type { Report } from './report.ts'

/** UTF-16 units: what comes before a colon is a name from here on, not «Loi :». */
const shortestName = 8

/** The first step of a way back up: a report, by its title without what it is about. */
export function stepTo(locale: Locale, { slug, title, lang }: Report) {
  const [name = title] = title.split(/\s*[:–—]\s/u)
  const label = name.length >= shortestName ? name : title
  return { href: `/${locale}/reports/${slug}`, label, lang }
}
