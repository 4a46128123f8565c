import { nameOf } from '../contributions/index.ts'
import { inLanguage, sayDateTime, type Locale } from '../platform/messages.ts'
import { startOf } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { addressesOf, topicPath } from './addresses.ts'
import type { ReportNamed } from './details-store.ts'
import type { TypedSetting } from './forms.ts'
import { SettingForm } from './setting-form.tsx'
import type { Followed, Kept } from './store.ts'
import { words } from './words.ts'

/** What can have been done that leads here. */
export const doneHere = ['saved', 'ended', 'stopped'] as const

export type SettingProblem = 'cadence' | 'weekday'

type Props = {
  frame: Frame
  done: (typeof doneHere)[number] | null
  typed: TypedSetting
  problems: readonly SettingProblem[]
  /** Whether they have an address. */
  reached: boolean
  groups: readonly { report: ReportNamed; followed: readonly Followed[] }[]
  count: number
  page: number
  pages: number
  sent: readonly Kept[]
  /** For how long that is kept. */
  days: number
}

/** What somebody follows, when they are told of it, and what they were sent. */
export function NoticesPage(props: Props) {
  const { frame, done, problems, reached, groups, count, page, pages } = props
  const { locale } = frame
  const say = words(locale)
  const title = say('notices')
  const { notices, end } = addressesOf(locale)
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <Breadcrumb locale={locale} steps={[{ href: `/${locale}/account`, label: say('account') }]} />
      <ErrorSummary
        locale={locale}
        problems={problems.map((problem) => ({
          field: problem === 'cadence' ? 'cadence-daily' : 'weekday',
          sentence: say(`problem-${problem}`),
        }))}
      />
      <h1>{title}</h1>
      <DoneNotice sentence={done && say(`done-${done}`)} />
      <p>{say('notices-lead')}</p>
      {!reached && (
        <p class="notice">
          {say('no-address')} <a href={`/${locale}/account/addresses`}>{say('add-address')}</a>
        </p>
      )}
      <SettingForm locale={locale} typed={props.typed} problems={problems} />
      <section aria-labelledby="followed">
        <h2 id="followed">{say('list-title', { count })}</h2>
        {count === 0 && <p class="empty">{say('list-none')}</p>}
        {groups.map((group) => (
          <FollowedIn locale={locale} {...group} page={page} />
        ))}
        <Pagination
          locale={locale}
          {...{ page, pages }}
          hrefOf={(other) => `${notices}?page=${other}#followed`}
        />
      </section>
      <Sent {...props} />
      <section aria-labelledby="end-all">
        <h2 id="end-all">{say('end-all')}</h2>
        <form method="post" action={end}>
          <p>{say('end-all-lead')}</p>
          <button class="quiet" type="submit">
            {say('end-all')}
          </button>
        </form>
      </section>
    </Layout>
  )
}

type InProps = {
  locale: Locale
  report: ReportNamed
  followed: readonly Followed[]
  page: number
}

function FollowedIn({ locale, report, followed, page }: InProps) {
  return (
    <>
      <h3 {...inLanguage(report.lang)}>
        <a href={`/${locale}/reports/${report.slug}`}>{report.title}</a>
      </h3>
      <ul class="followed">
        {followed.map((one) => (
          <FollowedItem {...{ locale, page, report }} followed={one} />
        ))}
      </ul>
    </>
  )
}

type ItemProps = { locale: Locale; report: ReportNamed; followed: Followed; page: number }

function FollowedItem({ locale, report, followed, page }: ItemProps) {
  const say = words(locale)
  const { kind, id } = followed
  const what = nameFollowed(locale, followed)
  return (
    <li>
      <a href={addressOfFollowed(locale, report, followed)}>
        <bdi>{what}</bdi>
      </a>{' '}
      <form method="post" action={addressesOf(locale).subscriptionEnd}>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="from" value="list" />
        <input type="hidden" name="page" value={String(page)} />
        <button class="quiet small" type="submit" aria-label={say('end-named', { what })}>
          {say('end')}
        </button>
      </form>
    </li>
  )
}

function addressOfFollowed(locale: Locale, { slug }: ReportNamed, { kind, id }: Followed): string {
  const report = `/${locale}/reports/${slug}`
  if (kind === 'report') return report
  if (kind === 'topic') return topicPath(locale, id)
  return kind === 'passage' ? `${report}/passages/${id}` : `/${locale}/contributions/${id}`
}

function nameFollowed(locale: Locale, { kind, id, text, own, said }: Followed): string {
  const say = words(locale)
  if (kind === 'report') return say('listed-whole')
  if (kind === 'passage') return say('listed-passage', { text: startOf({ text }) })
  if (kind === 'person') return say('listed-person', { name: text })
  if (kind === 'topic') return say('listed-topic', { title: text })
  const what = said === null ? id : nameOf(locale, { kind: said, number: Number(id) })
  return own ? say('listed-own', { what }) : what
}

function Sent({ frame: { locale }, sent, days }: Props) {
  const say = words(locale)
  return (
    <section aria-labelledby="sent">
      <h2 id="sent">{say('sent-title')}</h2>
      <p class="fine">{say('sent-lead', { days })}</p>
      {sent.length === 0 && <p class="empty">{say('sent-none')}</p>}
      <ul>
        {sent.map(({ id, madeAt, count }) => {
          const date = sayDateTime(locale, madeAt)
          return (
            <li>
              {count === null ? (
                say('sent-answer', { date })
              ) : (
                <a href={addressesOf(locale).digest(id)}>{say('sent-digest', { date, count })}</a>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
