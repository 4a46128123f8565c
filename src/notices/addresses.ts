import type { Locale } from '../platform/messages.ts'

/** Where somebody keeps what they are told. */
export function addressesOf(locale: Locale) {
  const notices = `/${locale}/account/notices`
  const subscriptions = `/${locale}/account/subscriptions`
  return {
    notices,
    setting: `${notices}/setting`,
    end: `${notices}/end`,
    digest: (id: number) => `${notices}/${id}`,
    subscriptions,
    subscriptionEnd: `${subscriptions}/end`,
  }
}

/** Of the page that a link in a mail leads to, and that a mail program asks in one step. */
export function unsubscription(locale: Locale, token: string): string {
  return `/${locale}/unsubscriptions/${token}`
}
