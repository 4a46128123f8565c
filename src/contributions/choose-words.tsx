import type { Child } from 'hono/jsx'
import { inLanguage, type Locale } from '../platform/messages.ts'
import type { PlacedBlock, Report } from '../reports/index.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  report: Pick<Report, 'lang'>
  block: Pick<PlacedBlock, 'text'>
  /** What can be done once words are chosen. */
  children: Child
}

/**
 * The passage as a field that cannot be written in: words are selected in it as in any field, by keys, by touch,
 * with a screen reader. With no script it stays away: one ticks, or types the words.
 */
export function ChooseWords({ locale, report, block, children }: Props) {
  const say = words(locale)
  return (
    <div
      class="choose-words"
      hidden
      data-behaviour="choose-words"
      data-said={say('choose-words-said', { words: '{words}', count: '{count}' })}
      data-none={say('choose-words-none')}
      data-long={say('choose-words-long')}
    >
      <button class="quiet" type="button" aria-expanded="false" aria-controls="passage-words-field">
        {say('choose-words')}
      </button>
      <div class="field" id="passage-words-field" hidden>
        <label for="passage-words">{say('choose-words-label')}</label>
        <textarea
          id="passage-words"
          rows={6}
          readonly
          spellcheck={false}
          {...inLanguage(report.lang)}
        >
          {block.text}
        </textarea>
        <output for="passage-words">{say('choose-words-none')}</output>
        <p class="actions" hidden>
          {children}
        </p>
      </div>
    </div>
  )
}
