import { sayDateTime, type Locale } from '../platform/messages.ts'
import { stepTo, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { FoundContributions, FoundPassages } from './found-list.tsx'
import { longestQuery } from './query.ts'
import { groups, pageLength, type Group, type Outcome, type Results } from './results.ts'
import { SearchBox } from './search-box.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  /** On one line. */
  typed: string
  /** Null where nothing was typed. */
  outcome: Outcome | null
}

/** What a report's newest edition, and its contributions, say with certain words. */
export function SearchPage({ frame, report, typed, outcome }: Props) {
  const { locale } = frame
  const say = words(locale)
  return (
    <Layout frame={frame} title={titleOf(locale, report, { typed, outcome })}>
      <Breadcrumb locale={locale} steps={[stepTo(frame.locale, report)]} />
      <h1>{say('search-title')}</h1>
      <SearchBox locale={locale} report={report} typed={typed} describedBy="search-said" />
      <p class="hint" id="search-said">
        {outcome && !outcome.ok ? sayProblem(locale, outcome) : say('how-to-search')}
      </p>
      {outcome?.ok && <Found {...{ locale, report, typed }} results={outcome.results} />}
    </Layout>
  )
}

type Said = Pick<Props, 'typed' | 'outcome'>

function titleOf(locale: Locale, report: Report, { typed, outcome }: Said): string {
  const say = words(locale)
  if (!outcome?.ok) return `${say('search-title')} · ${report.title}`
  const { text, contributions } = outcome.results.counts
  return `${say('found-title', { name: typed, count: text + contributions })} · ${report.title}`
}

function sayProblem(locale: Locale, outcome: Outcome & { ok: false }): string {
  const say = words(locale)
  if ('until' in outcome) return say(outcome.problem, { until: sayDateTime(locale, outcome.until) })
  const { problem } = outcome
  return problem === 'too-long' ? say('too-long', { most: longestQuery }) : say(problem)
}

type FoundProps = { locale: Locale; report: Report; typed: string; results: Results }

function Found({ locale, report, typed, results }: FoundProps) {
  const say = words(locale)
  const { counts, group, page, pages, passages, contributions } = results
  if (counts.text + counts.contributions === 0) return <Nothing {...{ locale, report, typed }} />
  const first = (page - 1) * pageLength + 1
  return (
    <>
      <nav class="found-in" aria-label={say('found-in')}>
        {groups.map((one) => (
          <a
            href={addressOf(locale, report, { typed, group: one, page: 1 })}
            aria-current={one === group ? 'true' : undefined}
          >
            {say(`in-${one}`, { count: counts[one] })}
          </a>
        ))}
      </nav>
      {counts[group] === 0 && <p class="empty">{say(`none-in-${group}`)}</p>}
      {group === 'text' ? (
        <FoundPassages {...{ locale, report, passages, first }} />
      ) : (
        <FoundContributions {...{ locale, contributions, first }} />
      )}
      <Pagination
        locale={locale}
        page={page}
        pages={pages}
        hrefOf={(to) => addressOf(locale, report, { typed, group, page: to })}
      />
    </>
  )
}

/** What can be done where nothing was found. */
function Nothing({ locale, report, typed }: Omit<FoundProps, 'results'>) {
  const say = words(locale)
  const here = `/${locale}/reports/${report.slug}`
  return (
    <div class="empty">
      <p>{say('nothing-found', { name: typed })}</p>
      <ul>
        <li>{say('try-fewer')}</li>
        <li>
          <a href={`${here}#outline-title`}>{say('try-outline')}</a>
        </li>
        <li>
          <a href={`${here}/contributions`}>{say('try-contributions')}</a>
        </li>
      </ul>
    </div>
  )
}

type Address = { typed: string; group: Group; page: number }

function addressOf(locale: Locale, report: Report, { typed, group, page }: Address): string {
  const query = new URLSearchParams({ q: typed, in: group })
  if (page > 1) query.set('page', String(page))
  return `/${locale}/reports/${report.slug}/search?${query.toString()}`
}
