import type { Locale } from '../platform/messages.ts'
import type { Report } from '../reports/index.ts'

/** What changed in an edition. */
export function changesAddress(
  locale: Locale,
  { slug }: Pick<Report, 'slug'>,
  edition: number,
): string {
  return `/${locale}/reports/${slug}/editions/${edition}/changes`
}

/** What changed a passage in an edition, on whichever page it stands. */
export function changeAddress(
  locale: Locale,
  report: Pick<Report, 'slug'>,
  edition: number,
  blockId: string,
): string {
  return `${changesAddress(locale, report, edition)}?at=${blockId}#change-${blockId}`
}
