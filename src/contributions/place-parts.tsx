import { inLanguage, type Locale } from '../platform/messages.ts'
import { stepTo, startOf, type Report } from '../reports/index.ts'
import { topicAddresses } from '../topics/index.ts'
import { cellsInLine } from '../ui/redline.tsx'
import { keyOf, type Contribution } from './contribution.ts'
import type { Place, TopicNow } from './find-place.ts'
import { words } from './words.ts'

/** What a contribution is called in a sentence: its kind and number. */
export function nameOf(
  locale: Locale,
  { kind, number }: Pick<Contribution, 'kind' | 'number'>,
): string {
  return words(locale)('kind-number', { kind: keyOf(kind), number })
}

/** What is spoken of, in a few words for a page's title. */
export function titleOfPlace(locale: Locale, { report, block, about, replyTo }: Place): string {
  if (replyTo) return nameOf(locale, replyTo)
  if (about) return about.topic.title
  return block ? startOf(block) : report.title
}

/** The way back to what is spoken of. */
export function stepsOf(locale: Locale, { report, block, about, replyTo }: Place) {
  const here = `/${locale}/reports/${report.slug}`
  const { lang } = report
  return [
    stepTo(locale, report),
    ...(block ? [{ href: `${here}/passages/${block.id}`, label: startOf(block), lang }] : []),
    ...(about
      ? [
          {
            href: topicAddresses(locale, report).topic(about.topic),
            label: about.topic.title,
            lang,
          },
        ]
      : []),
    ...(replyTo
      ? [{ href: `/${locale}/contributions/${replyTo.number}`, label: nameOf(locale, replyTo) }]
      : []),
  ]
}

/** What is spoken of, above the form: one writes better with it in view. */
export function SpokenOf({ locale, place }: { locale: Locale; place: Place }) {
  const say = words(locale)
  const { report, block, about, replyTo } = place
  if (replyTo) {
    const { lang, content, state } = replyTo
    return (
      <figure class="spoken-of">
        <figcaption>{say('in-reply-to', { what: nameOf(locale, replyTo) })}</figcaption>
        {state === 'published' ? (
          <blockquote lang={lang} dir="auto">
            <p>{startOf({ text: content.title ?? content.body })}</p>
          </blockquote>
        ) : (
          <p class="empty">{say(`now-${state}`)}</p>
        )}
      </figure>
    )
  }
  if (about) return <OnTopic locale={locale} report={report} about={about} />
  if (!block) return <p class="lead">{say('on-whole-report')}</p>
  return (
    <figure class="spoken-of">
      <figcaption>{say('on-passage-below')}</figcaption>
      <blockquote {...inLanguage(report.lang)}>
        <p>{cellsInLine(block.text)}</p>
      </blockquote>
    </figure>
  )
}

type OnTopicProps = { locale: Locale; report: Report; about: TopicNow }

/** A topic's assertion and questions, and what its phase asks now. */
function OnTopic({ locale, report, about: { topic, open } }: OnTopicProps) {
  const say = words(locale)
  const own = inLanguage(report.lang)
  return (
    <figure class="spoken-of">
      <figcaption>
        {say('on-topic-below')} <bdi {...own}>{topic.title}</bdi>
      </figcaption>
      <blockquote {...own}>
        {topic.assertion !== null && <p>{topic.assertion}</p>}
        {topic.questions.length > 0 && (
          <ul>
            {topic.questions.map((question) => (
              <li>{question}</li>
            ))}
          </ul>
        )}
        {open !== null && open.prompt !== null && <p>{open.prompt}</p>}
      </blockquote>
    </figure>
  )
}
