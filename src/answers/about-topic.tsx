import type { Contribution } from '../contributions/index.ts'
import { inLanguage, type Locale } from '../platform/messages.ts'
import type { Report } from '../reports/index.ts'
import { topicAddresses } from '../topics/index.ts'
import { words } from './words.ts'

type Props = { locale: Locale; report: Report; topic: NonNullable<Contribution['topic']> }

/** The topic that a contribution speaks of. */
export function AboutTopic({ locale, report, topic }: Props) {
  return (
    <>
      {words(locale)('said-of-topic')}{' '}
      <a href={topicAddresses(locale, report).topic(topic)} {...inLanguage(report.lang)}>
        {topic.title}
      </a>
    </>
  )
}
