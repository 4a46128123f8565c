import { CausesView } from '../changes/index.ts'
import { inLanguage, type Locale } from '../platform/messages.ts'
import { ChangedPassage, stepsAt, type ChangesPart, type Report } from '../reports/index.ts'
import type { PlacedChange } from '../ui/map-changes.ts'
import { AnswerList, type Credits } from './answer-list.tsx'
import type { ChangedBlock } from './list-changed-blocks.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  report: Report
  part: Pick<ChangesPart<ChangedBlock>, 'groups' | 'skipped' | 'at'>
  /** Every change, of all pages. */
  placed: readonly PlacedChange[]
  credits: Credits
}

/** Passages that an edition changed, each with what caused it. */
export function ChangedPassages({ locale, report, part, placed, credits }: Props) {
  const passages = `/${locale}/reports/${report.slug}/passages`
  return (
    <>
      {part.groups.map((group, at) => (
        <ChangedPassage
          locale={locale}
          lang={report.lang}
          group={group}
          rank={2}
          at={part.at}
          steps={stepsAt(placed, part.skipped + at)}
          hrefOf={({ blockId }) => `${passages}/${blockId}`}
        >
          <Because locale={locale} lang={report.lang} block={group.first} credits={credits} />
        </ChangedPassage>
      ))}
    </>
  )
}

type BecauseProps = { locale: Locale; lang: string; block: ChangedBlock; credits: Credits }

function Because({ locale, lang, block: { answers, causes, reasons }, credits }: BecauseProps) {
  return (
    <>
      <h3>{words(locale)('because-of')}</h3>
      {reasons.map((reason) => (
        <blockquote class="reason" {...inLanguage(lang)}>
          <p>{reason}</p>
        </blockquote>
      ))}
      <AnswerList answers={answers} locale={locale} lang={lang} credits={credits} />
      {causes.length > 0 && (
        <CausesView locale={locale} lang={lang} causes={causes} credits={credits} />
      )}
    </>
  )
}
