import type { ContributionSubject } from '../contributions/index.ts'
import { can } from '../permissions.ts'
import type { Panel } from '../request.ts'
import { listWithholdings } from './store.ts'
import { Trace } from './trace.tsx'
import { words } from './words.ts'

/** On a contribution's page: that it is withheld and why, or was; for editors, the way to do or undo it. */
export const withholdingTrace: Panel<ContributionSubject> = async (
  { db, locale, actor },
  { report, contribution },
) => {
  const withholdings = await listWithholdings(db, contribution.number)
  const may = can(actor, 'contribution.withhold', { reportId: report.id })
  if (withholdings.length === 0 && !may) return null
  const say = words(locale)
  const address = `/${locale}/workshop/contributions/${contribution.number}/withholding`
  return (
    <>
      {withholdings.map((withholding) => (
        <Trace locale={locale} lang={report.lang} withholding={withholding} />
      ))}
      {may && (
        <p>
          <a href={address}>
            {say(contribution.state === 'withheld' ? 'read-again' : 'withhold-this')}
          </a>
        </p>
      )}
    </>
  )
}
