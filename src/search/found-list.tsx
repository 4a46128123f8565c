import { Byline, nameOf } from '../contributions/index.ts'
import { inLanguage, type Locale } from '../platform/messages.ts'
import { startOf, type Report } from '../reports/index.ts'
import { ExcerptWords, MarkedWords } from './marked-words.tsx'
import type { FoundContribution, FoundPassage } from './results.ts'
import { words } from './words.ts'

type PassagesProps = { locale: Locale; report: Report; passages: FoundPassage[]; first: number }

/** Passages: the words of each around those that were found, and what it stands under. One link each. */
export function FoundPassages({ locale, report, passages, first }: PassagesProps) {
  const here = `/${locale}/reports/${report.slug}`
  return (
    <ol class="found" start={first}>
      {passages.map(({ id, above, top, excerpt }) => (
        <li>
          <a href={`${here}${top === null ? '' : `/part/${top}`}#${id}`}>
            <p class={top === id ? 'words heading' : 'words'} {...inLanguage(report.lang)}>
              <ExcerptWords excerpt={excerpt} />
            </p>
            <p class="where">
              <Place {...{ locale, report, above, top }} />
            </p>
          </a>
        </li>
      ))}
    </ol>
  )
}

type PlaceProps = Pick<PassagesProps, 'locale' | 'report'> & Pick<FoundPassage, 'above' | 'top'>

/** The heading right above, which says enough to choose among results. */
function Place({ locale, report, above, top }: PlaceProps) {
  const nearest = above.at(-1)
  if (!nearest) return <>{words(locale)(top === null ? 'before-headings' : 'heading')}</>
  return <bdi {...inLanguage(report.lang)}>{startOf(nearest)}</bdi>
}

type ContributionsProps = { locale: Locale; contributions: FoundContribution[]; first: number }

export function FoundContributions({ locale, contributions, first }: ContributionsProps) {
  return (
    <ol class="found" start={first}>
      {contributions.map(({ contribution, title, excerpt }) => (
        <li>
          <a href={`/${locale}/contributions/${contribution.number}`}>
            {title && (
              <p class="words heading" lang={contribution.lang} dir="auto">
                <MarkedWords pieces={title} />
              </p>
            )}
            <p class="words" lang={contribution.lang} dir="auto">
              <ExcerptWords excerpt={excerpt} />
            </p>
            <p class="where">{nameOf(locale, contribution)}</p>
          </a>
          <p class="by">
            <Byline contribution={contribution} locale={locale} />
          </p>
        </li>
      ))}
    </ol>
  )
}
