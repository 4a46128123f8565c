import type { Child } from 'hono/jsx'
import { inLanguage, type Locale } from '../platform/messages.ts'
import type { Report } from '../reports/index.ts'
import { cellsInLine } from '../ui/redline.tsx'
import { Markdown } from '../ui/markdown.tsx'
import { topicAddresses } from './addresses.ts'
import { quoteExtract } from './extract.ts'
import type { ExtractOfPassage } from './gather-extracts.ts'
import type { Testimony, TopicFacts } from './topic.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  report: Report
  topic: TopicFacts
  extracts: readonly ExtractOfPassage[]
  /** Of its headings: one under the heading that it stands below. */
  level?: 2 | 3
}

/** What a topic puts to debate: an assertion of the report, questions, extracts, and what others tell of it. */
export function PutToDebate(props: Props) {
  const { locale, report, topic, level = 2 } = props
  const say = words(locale)
  const own = inLanguage(report.lang)
  return (
    <>
      {topic.assertion !== null && (
        <figure class="assertion">
          <figcaption>{say('assertion-of-report')}</figcaption>
          <blockquote {...own}>
            <p>{topic.assertion}</p>
          </blockquote>
        </figure>
      )}
      {topic.questions.length > 0 && (
        <section aria-labelledby="questions-title">
          <Heading level={level} id="questions-title">
            {say('questions', { count: topic.questions.length })}
          </Heading>
          <ol class="questions" {...own}>
            {topic.questions.map((question) => (
              <li>{question}</li>
            ))}
          </ol>
        </section>
      )}
      <Extracts {...props} />
      <Testimonies locale={locale} testimonies={topic.testimonies} level={level} />
    </>
  )
}

function Extracts({ locale, report, extracts, level = 2 }: Props) {
  if (extracts.length === 0) return null
  const say = words(locale)
  const there = topicAddresses(locale, report)
  return (
    <section aria-labelledby="extracts-title">
      <Heading level={level} id="extracts-title">
        {say('extracts', { count: extracts.length })}
      </Heading>
      {extracts.map(({ extract, block }) => (
        <figure class="extract">
          <blockquote {...inLanguage(report.lang)}>
            <p>{cellsInLine(quoteExtract(block.text, extract.ranges))}</p>
          </blockquote>
          <figcaption>
            <a href={there.passage(block.id, extract.editionNumber)}>
              {say('extract-of', { edition: extract.editionNumber })}
            </a>
          </figcaption>
        </figure>
      ))}
    </section>
  )
}

type TestimoniesProps = { locale: Locale; testimonies: readonly Testimony[]; level: 2 | 3 }

function Testimonies({ locale, testimonies, level }: TestimoniesProps) {
  if (testimonies.length === 0) return null
  const say = words(locale)
  return (
    <section aria-labelledby="testimonies-title">
      <Heading level={level} id="testimonies-title">
        {say('testimonies', { count: testimonies.length })}
      </Heading>
      {testimonies.map(({ name, about, place, lang, words: said }) => (
        <figure class="testimony">
          <blockquote>
            <Markdown source={said} lang={lang} />
          </blockquote>
          <figcaption>
            <b>
              <bdi>{name}</bdi>
            </b>
            {about !== null && (
              <>
                {', '}
                <bdi>{about}</bdi>
              </>
            )}
            {place !== null && (
              <>
                {' – '}
                <bdi>{place}</bdi>
              </>
            )}
          </figcaption>
        </figure>
      ))}
    </section>
  )
}

function Heading({ level, id, children }: { level: 2 | 3; id: string; children: Child }) {
  return level === 2 ? <h2 id={id}>{children}</h2> : <h3 id={id}>{children}</h3>
}
