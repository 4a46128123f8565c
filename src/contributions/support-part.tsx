import type { Locale } from '../platform/messages.ts'
import type { Contribution } from './contribution.ts'
import type { ImportedTotal, Supports } from './support-store.ts'
import { words } from './words.ts'

export type SupportFacts = { here: Supports | null; imported: ImportedTotal | null }

type Props = {
  locale: Locale
  contribution: Contribution
  supports: SupportFacts
  may: { support: boolean; endSupport: boolean }
}

/** How many support it, and one's own support; what was counted elsewhere stands apart. */
export function SupportPart({ locale, contribution, supports, may }: Props) {
  const say = words(locale)
  const { count = 0, beforeRevision = 0, own = false } = supports.here ?? {}
  return (
    <div class="supports">
      <p>
        {say('supports', { count })}
        {beforeRevision > 0 && (
          <span class="fine"> {say('supports-before', { count: beforeRevision })}</span>
        )}
      </p>
      {(own ? may.endSupport : may.support) && (
        <SupportButton locale={locale} number={contribution.number} own={own} />
      )}
      {supports.imported && <ImportedTotals locale={locale} total={supports.imported} />}
    </div>
  )
}

/** Gives one's support, or takes it back. */
function SupportButton({ locale, number, own }: { locale: Locale; number: number; own: boolean }) {
  const say = words(locale)
  const address = `/${locale}/contributions/${number}/support`
  return (
    <form method="post" action={own ? `${address}/end` : address}>
      <button class={own ? 'quiet' : undefined} type="submit">
        {say(own ? 'withdraw-support' : 'support')}
      </button>
    </form>
  )
}

/** Totals that came with a consultation: numbers of their source, no list stands behind them here. */
export function ImportedTotals({ locale, total }: { locale: Locale; total: ImportedTotal }) {
  const say = words(locale)
  const { agree, mixed, disagree, supports, rewordings } = total
  const votes = agree + mixed + disagree
  const parts = [
    ...(votes > 0 ? [say('imported-votes', { votes, agree, mixed, disagree })] : []),
    ...(supports > 0 ? [say('imported-supports', { count: supports })] : []),
    ...(rewordings > 0 ? [say('imported-rewordings', { count: rewordings })] : []),
  ]
  if (parts.length === 0) return null
  return (
    <p class="imported-totals">
      {say('imported-totals')} {parts.join(' · ')}{' '}
      <a href={`/${locale}/consultations/${total.consultationId}`}>{say('its-source')}</a>
    </p>
  )
}
