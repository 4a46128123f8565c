import type { Locale } from '../platform/messages.ts'
import type { Asked } from './log.ts'

export function moderationLogAddress(locale: Locale, report: { slug: string }): string {
  return addressOf(locale, report).here
}

/** The log of a report's moderation, what of it is asked for, and its downloads. */
export function addressOf(locale: Locale, { slug }: { slug: string }) {
  const here = `/${locale}/reports/${slug}/moderation`
  return {
    here,
    page: (asked: Asked & { page: number }) => here + queryOf(asked),
    csv: (asked: Asked) => `${here}.csv${queryOf(asked)}`,
    json: (asked: Asked) => `${here}.json${queryOf(asked)}`,
  }
}

function queryOf({ outcome, month, page }: Asked & { page?: number }): string {
  const query = new URLSearchParams({
    ...(outcome && { outcome }),
    ...(month && { month }),
    ...(page && { page: String(page) }),
  }).toString()
  return query === '' ? '' : `?${query}`
}
