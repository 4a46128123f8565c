import type { Child } from 'hono/jsx'
import { type Report, stepTo, startOf } from '../reports/index.ts'
import type { Block } from '../text/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import { sayProblems, type ShownProblem } from './say-problem.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  title: string
  /** The passage that it is about, above the page on the way back up; null for a new one. */
  block: Block | null
  problems: readonly ShownProblem[]
  children: Child
}

/** A page on which the working text is changed: the way back, what stands in the way, the title. */
export function FormFrame({ frame, report, title, block, problems, children }: Props) {
  const { locale } = frame
  const say = words(locale)
  const { lang } = report
  const there = addressesOf(locale, report)
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <Breadcrumb
        locale={locale}
        steps={[
          stepTo(locale, report),
          { href: there.queue, label: say('workshop') },
          { href: block ? there.around(block.id) : there.text, label: say('working-text') },
          ...(block ? [{ href: there.block(block.id), label: startOf(block), lang }] : []),
        ]}
      />
      <ErrorSummary locale={locale} problems={sayProblems(locale, problems)} />
      <h1>{title}</h1>
      {children}
    </Layout>
  )
}
