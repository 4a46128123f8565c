import type { Locale } from '../platform/messages.ts'

/** What everybody reads of a report's guarantee, and where its guarantor works. */
export function addressesOf(locale: Locale, { slug }: { slug: string }) {
  const page = `/${locale}/reports/${slug}/guarantee`
  const record = `/${locale}/workshop/reports/${slug}/guarantee`
  return {
    page,
    opinion: (id: number, version?: number) =>
      `${page}/opinions/${id}${version === undefined ? '' : `?version=${version}`}`,
    record,
    verifications: `${record}/verifications`,
    writing: `${record}/opinion`,
    opinions: `${record}/opinions`,
    correcting: (id: number) => `${record}/opinions/${id}`,
    versions: (id: number) => `${record}/opinions/${id}/versions`,
  }
}
