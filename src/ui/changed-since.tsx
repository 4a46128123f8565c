import { sayDateTime, type Locale } from '../platform/messages.ts'
import { sayPerson } from './say-person.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  /** Where it stands as it is now. */
  href: string
  /** Who changed it last, and when; null where that is not kept. */
  by: { name: string; at: Date } | null
}

/**
 * Beside a form whose subject somebody has changed since it was opened: a way to see how, that leaves the form where it
 * is. The form goes with what stands now, so that whoever sends it again puts it in its place knowingly.
 */
export function ChangedSince({ locale, href, by }: Props) {
  const say = words(locale)
  return (
    <p class="notice" id="changed-since">
      {by && (
        <>
          {say('changed-by', {
            name: sayPerson(locale, by.name),
            at: sayDateTime(locale, by.at),
          })}{' '}
        </>
      )}
      <a href={href} target="_blank" rel="noopener">
        {say('see-changed')}
      </a>
      . {say('send-over')}
    </p>
  )
}
