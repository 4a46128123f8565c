import type { ContributionSubject } from '../contributions/index.ts'
import { can } from '../permissions.ts'
import { inLanguage, type Locale } from '../platform/messages.ts'
import type { PassageSubject, Report, ReportSubject } from '../reports/index.ts'
import type { Panel } from '../request.ts'
import { addressesOf } from './addresses.ts'
import type { Controversy } from './controversy.ts'
import { countControversies, listArguedBy, listArguedOn } from './store.ts'
import { words } from './words.ts'

/** On a contribution's page: in which controversies it argues a position. */
export const controversiesHere: Panel<ContributionSubject> = async (
  { db, locale },
  { report, contribution },
) => {
  const found = await listArguedBy(db, contribution.number)
  if (found.length === 0) return null
  const title = words(locale)('argues-in', { count: found.length })
  return <Listed {...{ locale, report, title, found }} />
}

/** On a passage: the controversies that contributions on it argue in. */
export const controversiesOnPassage: Panel<PassageSubject> = async (
  { db, locale },
  { report, edition, block },
) => {
  const found = await listArguedOn(db, { editionId: edition.id, blockId: block.id })
  if (found.length === 0) return null
  const title = words(locale)('argued-here', { count: found.length })
  return <Listed {...{ locale, report, title, found }} />
}

type ListedProps = {
  locale: Locale
  report: Report
  title: string
  found: readonly Controversy[]
}

function Listed({ locale, report, title, found }: ListedProps) {
  return (
    <section aria-labelledby="controversies">
      <h2 id="controversies">{title}</h2>
      <ul>
        {found.map(({ id, question, state }) => (
          <li>
            <a href={addressesOf(locale, report).page(id)} {...inLanguage(report.lang)}>
              {question}
            </a>{' '}
            <span class="byline">{words(locale)('state-short', { state })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** On the front page, once there is one. */
export const controversiesLink: Panel<ReportSubject> = async ({ db, locale }, { report }) => {
  const count = await countControversies(db, { reportId: report.id, drafts: false })
  if (count === 0) return null
  return (
    <p>
      <a href={addressesOf(locale, report).pages}>
        {words(locale)('open-controversies', { count })}
      </a>
    </p>
  )
}

/** In the workshop. */
export const keepControversiesLink: Panel<{ report: Report }> = async (
  { locale, actor },
  { report },
) =>
  can(actor, 'controversy.keep', { reportId: report.id }) ? (
    <a href={addressesOf(locale, report).kept}>{words(locale)('keep-controversies')}</a>
  ) : null
