import type { Child } from 'hono/jsx'
import { stepTo, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { SignInAgain } from '../ui/sign-in-again.tsx'
import { addressesOf } from './addresses.ts'
import { sayProblems, type ShownProblem } from './say-problem.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  title: string
  /** What is said above everything else. */
  notice?: Child
  /** Whether the calendar is above the page on the way back up. */
  within: boolean
  problems: readonly ShownProblem[]
  children: Child
}

/** A page on which the calendar is kept: the way back, what stands in the way, the title. */
export function FormFrame(props: Props) {
  const { frame, report, title, notice, within, problems, children } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <Breadcrumb
        locale={locale}
        steps={[
          stepTo(locale, report),
          { href: there.queue, label: say('workshop') },
          ...(within ? [{ href: there.calendar, label: say('calendar') }] : []),
        ]}
      />
      {notice}
      <ErrorSummary locale={locale} problems={sayProblems(locale, problems)} />
      <h1>{title}</h1>
      {problems.includes('signed-out') && <SignInAgain locale={locale} />}
      {children}
    </Layout>
  )
}
