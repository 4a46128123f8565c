import { nameOf, sayAuthor, type Credit } from '../contributions/index.ts'
import { inLanguage, type Locale } from '../platform/messages.ts'
import type { KnownCause } from '../reports/index.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  causes: readonly KnownCause[]
  /** What the contributions of these numbers are called, and whose they are. */
  credits: ReadonlyMap<number, Credit>
  /** Of the report: what editors write of its causes is in it. */
  lang: string
}

/** What caused a change: contributions with whose they are, files, sources, or a slip of the editors'. */
export function CausesView({ locale, causes, credits, lang }: Props) {
  return (
    <ul class="causes">
      {causes.map((cause) => (
        <li>
          <CauseView locale={locale} cause={cause} credits={credits} lang={lang} />
        </li>
      ))}
    </ul>
  )
}

type CauseProps = Omit<Props, 'causes'> & { cause: KnownCause }

function CauseView({ locale, cause, credits, lang }: CauseProps) {
  const say = words(locale)
  switch (cause.kind) {
    case 'contribution': {
      const number = cause.contributionNumber
      return <ContributionLink locale={locale} number={number} credit={credits.get(number)} />
    }
    case 'file':
      return (
        <>
          {say('cause-file')} <bdi>{cause.name}</bdi> · SHA-256{' '}
          <code>{cause.sha256.slice(0, shownOfHash)}…</code>
          <span class="said-why" {...inLanguage(lang)}>
            {cause.reason}
          </span>
        </>
      )
    case 'source':
      return (
        <>
          {say('cause-source')}{' '}
          <SourceLink citation={cause.citation} link={cause.link} lang={lang} />
        </>
      )
    case 'erratum':
      return <>{say('cause-erratum')}</>
  }
}

/** Hexadecimal digits, enough to tell two files apart at a glance. */
const shownOfHash = 12

function SourceLink({
  citation,
  link,
  lang,
}: {
  citation: string
  link: string | null
  lang: string
}) {
  if (link === null) return <span {...inLanguage(lang)}>{citation}</span>
  return (
    <a href={link} rel="nofollow noopener" {...inLanguage(lang)}>
      {citation}
    </a>
  )
}

type LinkProps = { locale: Locale; number: number; credit: Credit | undefined }

/** A contribution by its name and, while its words are public, its author's. */
export function ContributionLink({ locale, number, credit }: LinkProps) {
  const named = credit && credit.state !== 'withheld'
  return (
    <>
      <a href={`/${locale}/contributions/${number}`}>
        {nameOf(locale, { kind: credit?.kind ?? 'remark', number })}
      </a>
      {named && (
        <>
          {', '}
          <bdi>{sayAuthor(locale, { name: credit.authorName, state: credit.state })}</bdi>
        </>
      )}
      {named && <Organisation locale={locale} credit={credit} />}
      {credit?.state === 'withdrawn' && ` (${words(locale)('withdrawn-cause')})`}
    </>
  )
}

/** For which organisation it was said; or the one that the author named, which nobody verified. */
function Organisation({ locale, credit }: { locale: Locale; credit: Credit }) {
  const { organisation, spokenFor } = credit
  if (!organisation) return null
  const say = words(locale)
  return (
    <>
      {spokenFor ? `, ${say('spoken-for')} ` : ', '}
      <bdi>{organisation}</bdi>
      {!spokenFor && ` (${say('organisation-unverified')})`}
    </>
  )
}
