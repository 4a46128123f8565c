import { ContentView, isAmendment, type Contribution } from '../contributions/index.ts'
import { inLanguage, type Locale } from '../platform/messages.ts'
import type { Report } from '../reports/index.ts'
import { cellsInLine } from '../ui/redline.tsx'
import { words } from './words.ts'

type Props = {
  locale: Locale
  report: Report
  contribution: Contribution
  level: 3 | 4
}

/** A contribution's whole words, below those that it speaks of, for whoever decides on it. */
export function WhatItSays({ locale, report, contribution, level }: Props) {
  const say = words(locale)
  const { passage } = contribution
  const href = passage && `/${locale}/reports/${report.slug}/passages/${passage.blockId}`
  return (
    <>
      {passage && href && (
        <figure class="spoken-of">
          <figcaption>
            {say('on-passage')} <a href={href}>{say('its-passage')}</a>
          </figcaption>
          <blockquote {...inLanguage(report.lang)}>
            <p>{cellsInLine(passage.exact)}</p>
          </blockquote>
        </figure>
      )}
      {isAmendment(contribution) && (
        <p class="wording" {...inLanguage(report.lang)}>
          {cellsInLine(contribution.content.wording)}
        </p>
      )}
      <ContentView locale={locale} contribution={{ ...contribution, cut: null }} level={level} />
    </>
  )
}
