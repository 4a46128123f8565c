import { inLanguage } from '../platform/messages.ts'
import { FigureText } from '../reports/index.ts'
import type { PreviewProps } from './preview-props.ts'
import { words } from './words.ts'

/** The pictures that were found, with their words; nothing where there are none. */
export function FiguresPart({ frame, report, upload, blocks }: PreviewProps) {
  const say = words(frame.locale)
  const figures = blocks.filter(({ picture }) => picture)
  if (figures.length === 0) return null
  const lang = upload.document.lang ?? report.lang
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{say('figures')}</h2>
      <details class="outline">
        <summary>{say('figures-summary', { count: figures.length })}</summary>
        <div class="reading" {...inLanguage(lang)}>
          {figures.map((block) => (
            <FigureText block={block} />
          ))}
        </div>
      </details>
    </section>
  )
}
