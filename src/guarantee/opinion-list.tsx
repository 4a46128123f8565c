import { inLanguage, sayDate, type Locale } from '../platform/messages.ts'
import { sayPerson } from '../ui/say-person.ts'
import { addressesOf } from './addresses.ts'
import type { Opinion } from './opinion.ts'
import { words } from './words.ts'

type Props = { locale: Locale; report: { slug: string }; opinions: readonly Opinion[] }

/** What guarantors said, the newest first: each by its title, with what it is on. */
export function OpinionList({ locale, report, opinions }: Props) {
  const say = words(locale)
  return (
    <ul class="team">
      {opinions.map(({ id, editionNumber, current }) => (
        <li>
          <a href={addressesOf(locale, report).opinion(id)} {...inLanguage(current.lang)}>
            {current.title}
          </a>
          <p class="byline">
            {say('opinion-on', { edition: editionNumber ?? 0 })}
            {' · '}
            <bdi>{sayPerson(locale, current.writtenBy)}</bdi>
            {' · '}
            {sayDate(locale, current.writtenAt)}
            {current.version > 1 && ` · ${say('version', { version: current.version })}`}
          </p>
        </li>
      ))}
    </ul>
  )
}
