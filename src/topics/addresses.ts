import type { Locale } from '../platform/messages.ts'
import type { Report } from '../reports/index.ts'
import type { Topic } from './topic.ts'

/** The addresses of a report's topics, for readers and for editors. */
export function topicAddresses(locale: Locale, { slug }: Pick<Report, 'slug'>) {
  const front = `/${locale}/reports/${slug}`
  const queue = `/${locale}/workshop/reports/${slug}`
  const topics = `${front}/topics`
  const workshop = `${queue}/topics`
  const edited = (topic: Pick<Topic, 'slug'>) => `${workshop}/${topic.slug}`
  const phase = (topic: Pick<Topic, 'slug'>, number: number) => `${edited(topic)}/phases/${number}`
  return {
    front,
    queue,
    topics,
    topic: (topic: Pick<Topic, 'slug'>) => `${topics}/${topic.slug}`,
    passage: (block: string, edition: number) => `${front}/passages/${block}?edition=${edition}`,
    workshop,
    /** Where one is begun. */
    beginning: `${queue}/topic`,
    edited,
    words: (topic: Pick<Topic, 'slug'>) => `${edited(topic)}/words`,
    publication: (topic: Pick<Topic, 'slug'>) => `${edited(topic)}/publication`,
    newPhase: (topic: Pick<Topic, 'slug'>) => `${edited(topic)}/phase`,
    phases: (topic: Pick<Topic, 'slug'>) => `${edited(topic)}/phases`,
    phase,
    phaseEnd: (topic: Pick<Topic, 'slug'>, number: number) => `${phase(topic, number)}/end`,
  }
}
