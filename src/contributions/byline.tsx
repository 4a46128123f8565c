import { sayDate, sayDateTime, type Locale } from '../platform/messages.ts'
import { peopleWords } from '../people/index.ts'
import type { Contribution } from './contribution.ts'
import { words } from './words.ts'

const nobody = { name: '', helixSide: null, organisation: null }

/** Who, from which side, which day; to the minute where it is the record itself that is read. */
export function Byline({
  contribution,
  locale,
  precise = false,
}: {
  contribution: Pick<Contribution, 'author' | 'publishedAt' | 'imported' | 'state'>
  locale: Locale
  precise?: boolean
}) {
  const { publishedAt, imported, state } = contribution
  // A name and an organisation are typed too: what they say may be why it is withheld.
  const author = state === 'withheld' ? nobody : contribution.author
  const side = author.helixSide && peopleWords(locale)('side', { side: author.helixSide })
  return (
    <>
      <bdi>{author.name || words(locale)('name-withheld')}</bdi>
      {author.organisation && (
        <>
          , <bdi>{author.organisation}</bdi>
        </>
      )}
      {side && ` (${side})`}
      {' · '}
      <time datetime={publishedAt.toISOString()}>
        {precise ? sayDateTime(locale, publishedAt) : sayDate(locale, publishedAt)}
      </time>
      {imported && ` · ${words(locale)('was-imported')}`}
    </>
  )
}
