import {
  BracketedMark,
  organisationAddresses,
  sayOffice,
  sayYears,
} from '../organisations/index.ts'
import { inLanguage, sayDate, sayDateTime, type Locale } from '../platform/messages.ts'
import { ownNameOf } from '../platform/languages.ts'
import { peopleWords } from '../people/index.ts'
import { sayAuthor } from './say-author.ts'
import { namedOnly, type Author, type Contribution } from './contribution.ts'
import { words } from './words.ts'

const nobody = namedOnly('')

/** Who, for whom, from which side, which day; to the minute and in full where it is the record itself that is read. */
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
      <bdi>{sayAuthor(locale, { name: author.name, state })}</bdi>
      <HeldOffice locale={locale} office={author.office} />
      <SpokenFor locale={locale} author={author} />
      {side && ` (${side})`}
      {author.territory && (
        <>
          {' · '}
          <bdi>{author.territory}</bdi>
        </>
      )}
      {precise && <Languages locale={locale} languages={author.languages} />}
      {' · '}
      <time datetime={publishedAt.toISOString()}>
        {precise ? sayDateTime(locale, publishedAt) : sayDate(locale, publishedAt)}
      </time>
      {imported && ` · ${words(locale)('was-imported')}`}
    </>
  )
}

/** A public office with its title, and whether anybody but its holder says so. */
function HeldOffice({ locale, office }: { locale: Locale; office: Author['office'] }) {
  if (!office) return null
  const say = words(locale)
  const kind = sayOffice(locale, office)
  return (
    <>
      , <bdi>{office.title}</bdi>{' '}
      {say(office.verified ? 'office-verified' : 'office-said', { kind })}
    </>
  )
}

type SpokenForProps = { locale: Locale; author: Author }

/** For which organisation it is said, with the mandate of that moment; or the one that the author named. */
function SpokenFor({ locale, author: { organisation, spokenFor } }: SpokenForProps) {
  if (!organisation) return null
  if (!spokenFor) {
    return (
      <>
        , <bdi>{organisation}</bdi> <BracketedMark locale={locale} verified={false} />
      </>
    )
  }
  return (
    <>
      , {words(locale)('spoken-for')}{' '}
      <a href={organisationAddresses(locale, spokenFor).page}>
        <bdi>{organisation}</bdi>
      </a>{' '}
      <BracketedMark locale={locale} verified={spokenFor.verified} />, {sayYears(locale, spokenFor)}
    </>
  )
}

function Languages({ locale, languages }: { locale: Locale; languages: readonly string[] }) {
  if (languages.length === 0) return null
  return (
    <>
      {' · '}
      {words(locale)('reads')}{' '}
      {languages.map((language, at) => (
        <>
          {at > 0 && ', '}
          <span {...inLanguage(language)}>{ownNameOf(language)}</span>
        </>
      ))}
    </>
  )
}
