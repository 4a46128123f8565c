import { excerptOf, isAmendment, wordingOf, type Contribution } from '../contributions/index.ts'
import { inLanguage, type Locale } from '../platform/messages.ts'
import type { Report } from '../reports/index.ts'
import { words } from './words.ts'

type Props = { locale: Locale; report: Report; contribution: Contribution }

/** The first words of what somebody says; of an amendment first those that it proposes. */
export function ExcerptView({ locale, report, contribution }: Props) {
  const said = (
    <p class="excerpt" lang={contribution.lang} dir="auto">
      {excerptOf(contribution)}
    </p>
  )
  if (!isAmendment(contribution)) return said
  return (
    <>
      <p class="excerpt">
        {words(locale)('proposes')}{' '}
        <span class="wording" {...inLanguage(report.lang)}>
          {wordingOf(contribution)}
        </span>
      </p>
      {said}
    </>
  )
}
