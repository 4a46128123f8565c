import type { Locale } from '../platform/messages.ts'

/** Where one's own data are, and where administrators answer for others. */
export function addressesOf(locale: Locale) {
  return {
    privacy: `/${locale}/privacy`,
    data: `/${locale}/account/data.zip`,
    erasure: `/${locale}/account/erasure`,
    requests: `/${locale}/admin/erasures`,
    erasureOf: (pseudonym: string) => `/${locale}/admin/people/${pseudonym}/erasure`,
  }
}
