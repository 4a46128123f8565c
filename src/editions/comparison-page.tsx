import { stepTo, type Edition, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { AnyTwo, type ComparisonProblem } from './compare-form.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  /** Newest first. */
  editions: readonly Edition[]
  asked: { from: number | null; to: number | null } | null
  problem: ComparisonProblem | null
}

/** Where any two editions are chosen to be compared. */
export function ComparisonPage({ frame, report, editions, asked, problem }: Props) {
  const { locale } = frame
  const say = words(locale)
  const title = say('compare-any')
  return (
    <Layout frame={frame} title={problem ? say('refused-title', { title }) : title}>
      <Breadcrumb locale={locale} steps={[stepTo(locale, report)]} />
      <ErrorSummary
        locale={locale}
        problems={problem ? [{ field: 'to', sentence: say(problem) }] : []}
      />
      <h1>{title}</h1>
      <AnyTwo locale={locale} report={report} editions={editions} asked={asked} problem={problem} />
    </Layout>
  )
}
