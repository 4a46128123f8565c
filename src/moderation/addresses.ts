import type { Locale } from '../platform/messages.ts'
import type { Report } from '../reports/index.ts'
import type { Waiting } from './waiting.ts'

/** The addresses of a report's moderation. */
export function addressesOf(locale: Locale, { slug }: Pick<Report, 'slug'>) {
  const queue = `/${locale}/workshop/reports/${slug}/moderation`
  return {
    queue,
    setting: `${queue}/setting`,
    publications: `${queue}/publications`,
    alike: `${queue}/alike`,
    appeals: `${queue}/appeals`,
  }
}

/** The addresses of what is decided on one contribution. */
export function addressesOn(locale: Locale, { number }: { number: number }) {
  const here = `/${locale}/workshop/contributions/${number}/moderation`
  return {
    here,
    undo: `${here}/undo`,
    flags: `${here}/flags`,
    undoFlags: `${here}/flags/undo`,
    public: `/${locale}/contributions/${number}`,
  }
}

/** Where somebody decides on an appeal. */
export function addressOfAppeal(locale: Locale, id: number): string {
  return `/${locale}/workshop/appeals/${id}`
}

/** Where somebody decides on what waits in the queue. */
export function addressOfWaiting(
  locale: Locale,
  { number, appealId }: Pick<Waiting, 'number' | 'appealId'>,
): string {
  return appealId === null
    ? addressesOn(locale, { number }).here
    : addressOfAppeal(locale, appealId)
}
