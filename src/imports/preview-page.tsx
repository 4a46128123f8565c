import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout } from '../ui/layout.tsx'
import { DecisionPart } from './decision-part.tsx'
import { DifferencesPart } from './differences-part.tsx'
import { DocumentPart } from './document-part.tsx'
import { FiguresPart } from './figures-part.tsx'
import { HeadingsPart } from './headings-part.tsx'
import { stepsTo } from './import-page.tsx'
import { OutlinePart } from './outline-part.tsx'
import type { PreviewProps } from './preview-props.ts'
import { words } from './words.ts'

/** What was understood of a file, what it would change, and the decision. */
export function PreviewPage(props: PreviewProps) {
  const { frame, report, upload, problem } = props
  const { locale } = frame
  const say = words(locale)
  const title = say('preview-title', { file: upload.fileName })
  const field = problem === 'words-too-long' ? 'words' : 'decide'
  const problems = problem ? [{ field, sentence: say(problem) }] : []
  return (
    <Layout frame={frame} title={problem ? say('refused-title', { title }) : title} wide>
      <Breadcrumb
        locale={locale}
        steps={[
          ...stepsTo(locale, report),
          {
            href: `/${locale}/workshop/reports/${report.slug}/import`,
            label: say('import-title'),
          },
        ]}
      />
      <ErrorSummary locale={locale} problems={problems} />
      <h1>{title}</h1>
      <p>{say('preview-lead')}</p>
      <nav class="actions" aria-label={say('on-this-page')}>
        {(['outline', 'headings', 'differences', 'decide'] as const).map((part) => (
          <a href={`#${part}`}>{say(part)}</a>
        ))}
      </nav>
      <DocumentPart {...props} />
      <OutlinePart {...props} />
      <FiguresPart {...props} />
      <HeadingsPart {...props} />
      <DifferencesPart {...props} />
      <DecisionPart {...props} />
    </Layout>
  )
}
