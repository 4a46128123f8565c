import { excerptOf, nameOf, type Contribution } from '../contributions/index.ts'
import { stepTo, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { addressesOf } from './addresses.ts'
import type { Alike } from './alike.ts'
import { GroupList, type ListedGroups } from './groups-page.tsx'
import { words } from './words.ts'

/** Of a page of what waits, the contributions that others are like, each with the likeliest. */
export type Suggestions = {
  shown: number
  found: { contribution: Contribution; alike: readonly Alike[] }[]
  others: ReadonlyMap<number, Contribution>
  page: number
  pages: number
}

type Props = { frame: Frame; report: Report; list: ListedGroups; suggestions: Suggestions }

/** Where editors put together what is alike: what there is, and what might be. */
export function WorkshopPage({ frame, report, list, suggestions }: Props) {
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  const hrefOf = (page: number, waiting: number) => `${there.kept}?page=${page}&waiting=${waiting}`
  return (
    <Layout frame={frame} title={say('keep-groups')}>
      <Breadcrumb
        locale={locale}
        steps={[stepTo(locale, report), { href: there.queue, label: say('queue') }]}
      />
      <h1>{say('keep-groups')}</h1>
      <p>{say('workshop-lead')}</p>
      <section aria-labelledby="open">
        <h2 id="open">{say('open-these')}</h2>
        {list.count === 0 && <p class="empty">{say('none-open')}</p>}
        <GroupList {...{ locale, report, list }} hrefOf={there.keeping} />
        <Pagination
          locale={locale}
          page={list.page}
          pages={list.pages}
          hrefOf={(page) => hrefOf(page, suggestions.page)}
          label={say('group-pages')}
        />
      </section>
      <section aria-labelledby="suggested">
        <h2 id="suggested">{say('suggested')}</h2>
        <Suggested {...{ frame, report, suggestions }} />
        <Pagination
          locale={locale}
          page={suggestions.page}
          pages={suggestions.pages}
          hrefOf={(waiting) => hrefOf(list.page, waiting)}
          label={say('suggestion-pages')}
        />
      </section>
    </Layout>
  )
}

function Suggested({ frame, report, suggestions }: Omit<Props, 'list'>) {
  const { locale } = frame
  const say = words(locale)
  const { shown, found } = suggestions
  if (shown === 0) return <p class="empty">{say('nothing-waits')}</p>
  return (
    <>
      <p class="fine">{say('suggested-count', { count: shown, found: found.length })}</p>
      <ul class="contributions">
        {found.map(({ contribution, alike }) => (
          <li>
            <a href={addressesOf(locale, report).alike(contribution.number)}>
              {nameOf(locale, contribution)}
            </a>{' '}
            <span lang={contribution.lang} dir="auto">
              {excerptOf(contribution)}
            </span>
            <p class="byline">{say('like', { count: alike.length })}</p>
            <ul class="alike-ones">
              {alike.map((one) => (
                <AlikeOne {...{ frame, one }} other={suggestions.others.get(one.number)} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}

type OneProps = { frame: Frame; one: Alike; other: Contribution | undefined }

function AlikeOne({ frame: { locale }, other }: OneProps) {
  if (!other) return null
  return (
    <li>
      <a href={`/${locale}/contributions/${other.number}`}>{nameOf(locale, other)}</a>{' '}
      <span lang={other.lang} dir="auto">
        {excerptOf(other)}
      </span>
    </li>
  )
}
