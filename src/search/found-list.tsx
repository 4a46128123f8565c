import { Byline, nameOf } from '../contributions/index.ts'
import { inLanguage, type Locale } from '../platform/messages.ts'
import { startOf, type Report } from '../reports/index.ts'
import type { Excerpt } from './excerpt.ts'
import { ExcerptWords, MarkedWords } from './marked-words.tsx'
import type { FoundContribution, FoundPassage } from './results.ts'
import { words } from './words.ts'

type PassagesProps = { locale: Locale; report: Report; passages: FoundPassage[]; first: number }

/** Passages: where each stands, and its words around those that were found. */
export function FoundPassages({ locale, report, passages, first }: PassagesProps) {
  const say = words(locale)
  const here = `/${locale}/reports/${report.slug}`
  return (
    <ol class="found" start={first}>
      {passages.map(({ id, above, top, excerpt }) => (
        <li>
          <p class="where">
            <a href={`${here}${top === null ? '' : `/part/${top}`}#${id}`}>
              {above.length === 0 ? (
                say(top === null ? 'before-headings' : 'heading')
              ) : (
                <bdi {...inLanguage(report.lang)}>{above.map(startOf).join(' › ')}</bdi>
              )}
            </a>{' '}
            <a
              class="aside"
              href={`${here}/passages/${id}`}
              aria-label={say('open-passage-of', { start: startOf({ text: wordsOf(excerpt) }) })}
            >
              {say('passage')}
            </a>
          </p>
          <p class={top === id ? 'words heading' : 'words'} {...inLanguage(report.lang)}>
            <ExcerptWords excerpt={excerpt} />
          </p>
        </li>
      ))}
    </ol>
  )
}

function wordsOf({ pieces }: Excerpt): string {
  return pieces.map(({ text }) => text).join('')
}

type ContributionsProps = { locale: Locale; contributions: FoundContribution[]; first: number }

export function FoundContributions({ locale, contributions, first }: ContributionsProps) {
  return (
    <ol class="found" start={first}>
      {contributions.map(({ contribution, title, excerpt }) => (
        <li>
          <p class="where">
            <a href={`/${locale}/contributions/${contribution.number}`}>
              {nameOf(locale, contribution)}
            </a>{' '}
            <span class="aside">
              <Byline contribution={contribution} locale={locale} />
            </span>
          </p>
          {title && (
            <p class="words heading" lang={contribution.lang} dir="auto">
              <MarkedWords pieces={title} />
            </p>
          )}
          <p class="words" lang={contribution.lang} dir="auto">
            <ExcerptWords excerpt={excerpt} />
          </p>
        </li>
      ))}
    </ol>
  )
}
