import { sayDateTime, type Locale } from '../platform/messages.ts'
import { peopleWords } from '../people/index.ts'
import type { Contribution } from './contribution.ts'
import { words } from './words.ts'

/** Who, from which side, when. */
export function Byline({
  contribution,
  locale,
}: {
  contribution: Pick<Contribution, 'author' | 'publishedAt' | 'imported'>
  locale: Locale
}) {
  const { author, publishedAt, imported } = contribution
  const side = author.helixSide && peopleWords(locale)('side', { side: author.helixSide })
  return (
    <>
      <bdi>{author.name}</bdi>
      {author.organisation && (
        <>
          , <bdi>{author.organisation}</bdi>
        </>
      )}
      {side && ` (${side})`}
      {' · '}
      <time datetime={publishedAt.toISOString()}>{sayDateTime(locale, publishedAt)}</time>
      {imported && ` · ${words(locale)('was-imported')}`}
    </>
  )
}
