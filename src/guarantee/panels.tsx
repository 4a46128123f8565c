import type { ReportSubject } from '../reports/index.ts'
import type { Panel } from '../request.ts'
import { addressesOf } from './addresses.ts'
import { OpinionList } from './opinion-list.tsx'
import { listOpinions } from './store.ts'
import { words } from './words.ts'

/** On a report's front page: the way to its guarantee. */
export const guaranteeLink: Panel<Pick<ReportSubject, 'report'>> = async (
  { db, locale },
  { report },
) => {
  const count = (await listOpinions(db, report.id)).length
  return (
    <p>
      <a href={addressesOf(locale, report).page}>{words(locale)('open-guarantee', { count })}</a>
    </p>
  )
}

/** On an edition's page: what the guarantor says of it. */
export const opinionsOnEdition: Panel<ReportSubject> = async (
  { db, locale },
  { report, edition },
) => {
  const opinions = await listOpinions(db, report.id, edition.number)
  if (opinions.length === 0) return null
  return (
    <section aria-labelledby="opinions">
      <h2 id="opinions">{words(locale)('opinions')}</h2>
      <OpinionList {...{ locale, report, opinions }} />
    </section>
  )
}
