import {
  ContentView,
  isAmendment,
  keyOf,
  nameOf,
  type Contribution,
} from '../contributions/index.ts'
import { inLanguage } from '../platform/messages.ts'
import { type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { cellsInLine } from '../ui/redline.tsx'
import { Trace } from './trace.tsx'
import type { Withholding } from './withholding.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  contribution: Contribution
  /** Since when it is withheld, and why. */
  withholding: Withholding | undefined
}

/** What was withheld and why, for editors to read once more before everybody may. */
export function ReleasePage({ frame, report, contribution, withholding }: Props) {
  const { locale } = frame
  const say = words(locale)
  const what = nameOf(locale, contribution)
  const { kind, number } = contribution
  const title = say('release-title', { kind: keyOf(kind), number })
  const here = `/${locale}/contributions/${contribution.number}`
  return (
    <Layout frame={frame} title={title}>
      <Breadcrumb locale={locale} steps={[stepTo(locale, report), { href: here, label: what }]} />
      <h1>{title}</h1>
      {withholding && <Trace locale={locale} lang={report.lang} withholding={withholding} />}
      <p>{say('seen-by-editors')}</p>
      <div class="spoken-of">
        {isAmendment(contribution) && (
          <p class="wording" {...inLanguage(report.lang)}>
            {cellsInLine(contribution.content.wording)}
          </p>
        )}
        <ContentView locale={locale} contribution={contribution} level={2} />
      </div>
      <form
        method="post"
        action={`/${locale}/workshop/contributions/${contribution.number}/withholding/end`}
      >
        <div class="actions">
          <button type="submit">{say('release')}</button>
          <a href={here}>{say('leave-withheld')}</a>
        </div>
      </form>
    </Layout>
  )
}
