import type { Locale } from '../platform/messages.ts'
import type { Report } from '../reports/index.ts'

/** Where the passages of an edition are reviewed; `query` says only what is asked. */
export function reviewAddresses(locale: Locale, { slug }: Pick<Report, 'slug'>, edition: number) {
  const workshop = `/${locale}/workshop/reports/${slug}`
  const anchors = `${workshop}/editions/${edition}/anchors`
  return {
    workshop,
    orphans: `${workshop}/review`,
    anchors,
    decisions: `${anchors}/decisions`,
    undone: `${anchors}/decisions/end`,
    place: `${anchors}/place`,
    passage: (blockId: string, read?: number) =>
      `/${locale}/reports/${slug}/passages/${blockId}${read === undefined ? '' : `?edition=${read}`}`,
  }
}

/** All contributions whose passage an edition no longer has. */
export function orphansAddress(
  locale: Locale,
  { slug }: Pick<Report, 'slug'>,
  edition: number,
): string {
  return `/${locale}/reports/${slug}/editions/${edition}/orphans`
}

/** An address with what is asked of it; what is empty is left out. */
export function withQuery(
  address: string,
  asked: Record<string, string | number | readonly number[] | null>,
): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) {
    if (value === null || value === '') continue
    for (const one of [value].flat()) query.append(name, String(one))
  }
  return query.size === 0 ? address : `${address}?${query.toString()}`
}
