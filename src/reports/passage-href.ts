import type { Locale } from '../platform/messages.ts'
import type { Edition, Report } from './report.ts'

type Read = { report: Report; edition: Edition; latest: Pick<Edition, 'number'> }

/** Returns where ¶ leads from a text: in an old edition, to the passage as it stands there. */
export function passageHrefs(locale: Locale, { report, edition, latest }: Read) {
  const passages = `/${locale}/reports/${report.slug}/passages`
  const query = edition.number < latest.number ? `?edition=${edition.number}` : ''
  return (blockId: string) => `${passages}/${blockId}${query}`
}
