import type { Child } from 'hono/jsx'
import { stepTo, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { topicAddresses } from './addresses.ts'
import type { Topic } from './topic.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  title: string
  notice?: Child
  /** The topic that the page belongs to; null where it is of all, or begins one. */
  topic: Topic | null
  problems: { field: string; sentence: string }[]
  children: Child
}

/** A page on which topics are kept: the way back, what stands in the way, the title. */
export function FormFrame({ frame, report, title, notice, topic, problems, children }: Props) {
  const { locale } = frame
  const say = words(locale)
  const there = topicAddresses(locale, report)
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <Breadcrumb
        locale={locale}
        steps={[
          stepTo(locale, report),
          { href: there.queue, label: say('workshop') },
          { href: there.workshop, label: say('topics') },
          ...(topic ? [{ href: there.edited(topic), label: topic.title, lang: report.lang }] : []),
        ]}
      />
      {notice}
      <ErrorSummary locale={locale} problems={problems} />
      <h1>{title}</h1>
      {children}
    </Layout>
  )
}
