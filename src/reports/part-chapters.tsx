import type { Locale } from '../platform/messages.ts'
import { minutesFor, type Chapter } from './part-size.ts'
import type { PlacedBlock } from './report.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  lang: string
  /** Of the whole part. */
  total: number
  chapters: Chapter<PlacedBlock>[]
  hrefOf: (id: string) => string
}

/** Where a part is too long for one page: its chapters, each with how long it takes to read. */
export function PartChapters({ locale, lang, total, chapters, hrefOf }: Props) {
  const say = words(locale)
  if (chapters.length === 0) return null
  return (
    <nav class="outline chapters" aria-labelledby="chapters-title">
      <h2 id="chapters-title">{say('its-chapters')}</h2>
      <p>{say('by-chapter', { words: say('words-count', { count: total }) })}</p>
      <ol>
        {chapters.map(({ heading, words: count }) => (
          <li class={heading.kind}>
            <a href={hrefOf(heading.id)} lang={lang}>
              {heading.text}
            </a>{' '}
            <span class="fine">
              {say('words-count', { count })}, {say('minutes', { count: minutesFor(count) })}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
