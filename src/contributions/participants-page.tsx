import { stepTo, type Report } from '../reports/index.ts'
import { topicAddresses, type Topic } from '../topics/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { sayAuthor } from './say-author.ts'
import type { TopicAuthor } from './topic-store.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  topic: Topic
  listed: readonly TopicAuthor[]
  /** Everybody who took part, and those of them who wrote. */
  participants: number
  authors: number
  page: number
  pages: number
}

/** Who took part in a topic: those who wrote by name, those who only gave supports by their number. */
export function ParticipantsPage(props: Props) {
  const { frame, report, topic, listed, participants, authors, page, pages } = props
  const { locale } = frame
  const say = words(locale)
  const here = topicAddresses(locale, report).topic(topic)
  return (
    <Layout frame={frame} title={say('participants-of', { name: topic.title })}>
      <Breadcrumb
        locale={locale}
        steps={[
          stepTo(locale, report),
          { href: topicAddresses(locale, report).topics, label: say('topics') },
          { href: here, label: topic.title, lang: report.lang },
        ]}
      />
      <h1>{say('participants-title', { count: participants })}</h1>
      {participants === 0 ? (
        <p class="empty">{say('no-participants')}</p>
      ) : (
        <p>{say('participants-split', { authors, others: participants - authors })}</p>
      )}
      {listed.length > 0 && (
        <ul>
          {listed.map(({ name, organisation, contributions, replies }) => (
            <li>
              <bdi>{sayAuthor(locale, { name, state: 'published' })}</bdi>
              {organisation !== null && (
                <>
                  {', '}
                  <bdi>{organisation}</bdi>
                </>
              )}
              {' · '}
              {[
                ...(contributions > 0 ? [say('count', { count: contributions })] : []),
                ...(replies > 0 ? [say('replies', { count: replies })] : []),
              ].join(' · ')}
            </li>
          ))}
        </ul>
      )}
      <Pagination
        locale={locale}
        page={page}
        pages={pages}
        hrefOf={(page) => `${here}/participants?page=${page}`}
      />
    </Layout>
  )
}
