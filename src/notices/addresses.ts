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

/** The page of a topic, as a form names it: its report's slug, and its own. */
export function topicPath(locale: Locale, id: string): string {
  const [report = '', topic = ''] = id.split('/')
  return `/${locale}/reports/${report}/topics/${topic}`
}
