import type { Locale } from '../platform/messages.ts'
import { words } from './words.ts'

/**
 * What is offered beside words that somebody selects in the text; inert until script takes it out. `passages`:
 * what the addresses of its passages begin with.
 */
export function SelectWords({ locale, passages }: { locale: Locale; passages: string }) {
  const say = words(locale)
  return (
    <template data-behaviour="select-words" data-passages={passages}>
      <nav class="selected-words" aria-label={say('selected-words')}>
        <a href="contribution">{say('comment-words')}</a>
        <a href="amendment">{say('reword-words')}</a>
      </nav>
      <output class="label">{say('selected-words-said')}</output>
    </template>
  )
}
