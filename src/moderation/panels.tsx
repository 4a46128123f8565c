import type { ContributionSubject } from '../contributions/index.ts'
import { can } from '../permissions.ts'
import { sayDateTime, type Locale } from '../platform/messages.ts'
import type { Panel } from '../request.ts'
import { listWithholdings } from './store.ts'
import type { Withholding } from './withholding.ts'
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
      {may && contribution.state !== 'withheld' && (
        <p>
          <a href={address}>{say('withhold-this')}</a>
        </p>
      )}
      {may && contribution.state === 'withheld' && (
        <form method="post" action={`${address}/end`}>
          <button class="quiet" type="submit">
            {say('release')}
          </button>
        </form>
      )}
    </>
  )
}

type TraceProps = { locale: Locale; lang: string; withholding: Withholding }

function Trace({ locale, lang, withholding }: TraceProps) {
  const say = words(locale)
  const { reason, withheldBy, withheldAt, releasedAt } = withholding
  const from = sayDateTime(locale, withheldAt)
  return (
    <div class="notice withheld">
      <p>
        {releasedAt
          ? say('was-withheld', { from, until: sayDateTime(locale, releasedAt) })
          : say('is-withheld', { from })}
        {withheldBy && ` ${say('withheld-by', { name: withheldBy })}`}
      </p>
      <p>
        {say('because')} <span lang={lang}>{reason}</span>
      </p>
    </div>
  )
}
