import type { Locale } from '../platform/messages.ts'
import type { Edition, Report } from '../reports/index.ts'

/** What changed in an edition. */
export function changesAddress(
  locale: Locale,
  { slug }: Pick<Report, 'slug'>,
  edition: number,
): string {
  return `/${locale}/reports/${slug}/editions/${edition}/changes`
}

/** What changed since another edition: of all, a page, or the page that tells of a passage. */
export function comparisonAddress(
  address: string,
  { from, page, at }: { from?: number | null; page?: number; at?: string },
): string {
  const asked = Object.entries({ from, page, at }).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : `${name}=${value}`,
  )
  return asked.length === 0 ? address : `${address}?${asked.join('&')}`
}

/** Where any two editions are chosen to be compared. */
export function comparingAddress(locale: Locale, { slug }: Pick<Report, 'slug'>): string {
  return `/${locale}/reports/${slug}/comparison`
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

/** The address of an edition that people cite: in no language, so that each reader gets their own. */
export function citeAddress(
  publicUrl: string,
  { slug }: Pick<Report, 'slug'>,
  { number }: Pick<Edition, 'number'>,
): string {
  return `${publicUrl}/e/${slug}/${number}`
}

/** That of a passage as an edition has it. */
export function passageAddress(
  publicUrl: string,
  { number }: Pick<Edition, 'number'>,
  blockId: string,
): string {
  return `${publicUrl}/p/${blockId}?edition=${number}`
}
