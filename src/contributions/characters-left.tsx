import type { Locale } from '../platform/messages.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  /** Of the control that is written in. */
  id: string
  limit: number
}

/** How many characters can still be written, once they are few; with no script the hint alone says the limit. */
export function CharactersLeft({ locale, id, limit }: Props) {
  const say = words(locale)
  return (
    <output
      class="characters-left"
      for={id}
      data-behaviour="characters-left"
      data-limit={String(limit)}
      data-left={say('characters-left', { count: '{count}' })}
      data-over={say('characters-over', { count: '{count}' })}
    />
  )
}
