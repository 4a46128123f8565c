import type { Child } from 'hono/jsx'
import { nameOf, type ContributionSubject } from '../contributions/index.ts'
import { stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { addressesOn } from './addresses.ts'
import { words } from './words.ts'

type Props = ContributionSubject & {
  frame: Frame
  title: string
  problems: { field: string; sentence: string }[]
  children: Child
}

/** A page on whoever wrote a contribution. */
export function FormFrame({ frame, report, contribution, title, problems, children }: Props) {
  const { locale } = frame
  const refused = problems.length > 0
  return (
    <Layout frame={frame} title={refused ? words(locale)('refused-title', { title }) : title}>
      <Breadcrumb
        locale={locale}
        steps={[
          stepTo(locale, report),
          {
            href: addressesOn(locale, contribution.number).public,
            label: nameOf(locale, contribution),
          },
        ]}
      />
      <ErrorSummary locale={locale} problems={problems} />
      <h1>{title}</h1>
      {children}
    </Layout>
  )
}
