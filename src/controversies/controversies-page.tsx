import { inLanguage } from '../platform/messages.ts'
import { stepTo, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { addressesOf } from './addresses.ts'
import type { Controversy } from './controversy.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  controversies: readonly Controversy[]
  count: number
  page: number
  pages: number
  /** In the workshop, with drafts; null for everybody. */
  workshop: boolean
  mayKeep: boolean
}

/** All controversies of a report; in the workshop the drafts, too, each leading to where it is kept. */
export function ControversiesPage(props: Props) {
  const { frame, report, count, page, pages, workshop, mayKeep } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  const title = say(workshop ? 'keep-controversies' : 'controversies')
  const here = workshop ? there.kept : there.pages
  return (
    <Layout frame={frame} title={title}>
      <Breadcrumb
        locale={locale}
        steps={[
          stepTo(locale, report),
          ...(workshop ? [{ href: there.queue, label: say('queue') }] : []),
        ]}
      />
      <h1>{title}</h1>
      <p>{say('controversies-lead')}</p>
      {mayKeep && (
        <p class="actions">
          <a
            class={workshop ? 'button' : 'button quiet'}
            href={workshop ? there.making : there.kept}
          >
            {say(workshop ? 'lay-out' : 'keep-controversies')}
          </a>
        </p>
      )}
      <p class={count === 0 ? 'empty' : undefined}>{say('controversies-count', { count })}</p>
      <List {...props} />
      <Pagination locale={locale} page={page} pages={pages} hrefOf={(to) => `${here}?page=${to}`} />
    </Layout>
  )
}

function List({ frame: { locale }, report, controversies, workshop }: Props) {
  if (controversies.length === 0) return null
  const say = words(locale)
  const there = addressesOf(locale, report)
  return (
    <ul class="contributions">
      {controversies.map(({ id, question, state, positions }) => (
        <li>
          <a href={workshop ? there.keeping(id) : there.page(id)} {...inLanguage(report.lang)}>
            {question}
          </a>
          <p class="byline">
            {say('state', { number: id, state })}
            {' · '}
            {say('positions', { count: positions.length })}
          </p>
        </li>
      ))}
    </ul>
  )
}
