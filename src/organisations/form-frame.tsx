import type { Child } from 'hono/jsx'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { addressesOf, organisationsAt } from './addresses.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  title: string
  /** The organisation above the page, where it is of one. */
  of: { slug: string; name: string } | null
  problems: { field: string; sentence: string }[]
  notice?: Child
  children: Child
}

/** A page on which organisations are kept: the way back, what stands in the way, the title. */
export function FormFrame({ frame, title, of, problems, notice, children }: Props) {
  const { locale } = frame
  const say = words(locale)
  const about = of ? say('title-of', { title, name: of.name }) : title
  return (
    <Layout
      frame={frame}
      title={problems.length > 0 ? say('refused-title', { title: about }) : about}
    >
      <Breadcrumb
        locale={locale}
        steps={[
          { href: organisationsAt(locale).list, label: say('organisations') },
          ...(of ? [{ href: addressesOf(locale, of).page, label: of.name }] : []),
        ]}
      />
      {notice}
      <ErrorSummary locale={locale} problems={problems} />
      <h1>{title}</h1>
      {children}
    </Layout>
  )
}
