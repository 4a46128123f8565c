import type { Answer } from '../answers/index.ts'
import { sayDate, type Locale } from '../platform/messages.ts'
import { stepTo, type ChangesPart, type Edition, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ChangesOverview } from '../ui/changes-overview.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { PlacedChange, TextScale } from '../ui/map-changes.ts'
import { Pagination } from '../ui/pagination.tsx'
import { changesAddress, comparisonAddress } from './addresses.ts'
import { AnswerList, type Credits } from './answer-list.tsx'
import { ChangedPassages } from './changed-passages.tsx'
import { CompareForm, EditionsBetween } from './compare-form.tsx'
import type { ChangedBlock } from './list-changed-blocks.ts'
import { StillWaiting } from './still-waiting.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  edition: Edition
  /** Null for the edition before. */
  from: Edition | null
  /** All that there are, newest first. */
  editions: readonly Edition[]
  part: ChangesPart<ChangedBlock>
  /** Every change, of all pages. */
  placed: readonly PlacedChange[]
  scale: TextScale
  /** Passages that changed, on all pages. */
  count: number
  /** Answers of this edition, as far as they changed nothing. */
  unchanging: Answer[]
  credits: Credits
}

/**
 * What changed in an edition and why; on the last page also what changed nothing, above all what was
 * declined, and why. Beside an edition that is not the one before: what changed since, and the way to each
 * edition's own.
 */
export function ChangesPage(props: Props) {
  const { frame, report, edition, from, part, placed } = props
  const { locale } = frame
  const say = words(locale)
  const here = `/${locale}/reports/${report.slug}`
  const address = changesAddress(locale, report, edition.number)
  const { page, pages } = part
  const title = from
    ? say('compared-title', { from: from.number, number: edition.number })
    : say('changes-title', { number: edition.number })
  return (
    <Layout frame={frame} title={title}>
      <Breadcrumb
        locale={locale}
        steps={[
          stepTo(locale, report),
          {
            href: `${here}/editions/${edition.number}`,
            label: say('edition', { number: edition.number }),
          },
        ]}
      />
      <h1>{title}</h1>
      <Lead {...props} />
      {from ? (
        <EditionsBetween {...props} from={from} />
      ) : (
        <WhatFollows {...props} address={address} />
      )}
      <CompareForm {...props} address={address} />
      <ChangesOverview
        locale={locale}
        lang={report.lang}
        scale={props.scale}
        placed={placed}
        typography={part.groups.some(({ first }) => first.typographic && first.blockId === part.at)}
      />
      <ChangedPassages {...props} locale={locale} />
      {page === pages && !from && <WhatChangedNothing {...props} locale={locale} />}
      <Pagination
        locale={locale}
        page={page}
        pages={pages}
        hrefOf={(number) =>
          comparisonAddress(address, { from: from?.number ?? null, page: number })
        }
      />
    </Layout>
  )
}

function Lead({ frame: { locale }, edition, from, count }: Props) {
  const say = words(locale)
  const date = sayDate(locale, edition.publishedAt)
  if (!from) return <p>{say('changes-lead', { count, date })}</p>
  const since = sayDate(locale, from.publishedAt)
  const numbers = { from: from.number, number: edition.number }
  return <p>{say('compared-lead', { ...numbers, count, since, date })}</p>
}

type Section = {
  name: 'declined' | 'noted' | 'unchanging'
  answers: Answer[]
}

/** Sections of what changed no words; that nothing was declined is said too. */
function sectionsOf(unchanging: readonly Answer[]): Section[] {
  const decided = (...decisions: Answer['decision'][]) =>
    unchanging.filter(({ decision }) => decisions.includes(decision))
  const sections: Section[] = [
    { name: 'declined', answers: decided('declined') },
    { name: 'noted', answers: decided('noted') },
    { name: 'unchanging', answers: decided('accepted', 'accepted-in-part') },
  ]
  return sections.filter(({ name, answers }) => name === 'declined' || answers.length > 0)
}

/** The way to the sections of the last page, which nobody should have to leaf through the others for. */
function WhatFollows({ frame, edition, part, unchanging, address }: Props & { address: string }) {
  const say = words(frame.locale)
  const last = part.page === part.pages ? '' : `${address}?page=${part.pages}`
  return (
    <nav aria-label={say('also-told')}>
      <ul class="also-told">
        {sectionsOf(unchanging).map(({ name, answers }) => (
          <li>
            <a href={`${last}#${name}`}>{say(`${name}-title`)}</a> ({answers.length})
          </li>
        ))}
        {edition.unanswered.length > 0 && (
          <li>
            <a href={`${last}#still-waiting`}>
              {say('still-waited', { count: edition.unanswered.length })}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}

type NothingProps = Pick<Props, 'report' | 'edition' | 'unchanging' | 'credits'> & {
  locale: Locale
}

/** What an edition's answers left as it was, with the reasons, and what they did not come to. */
export function WhatChangedNothing(props: NothingProps) {
  const { locale, report, edition, unchanging, credits } = props
  const say = words(locale)
  return (
    <>
      {sectionsOf(unchanging).map(({ name, answers }) => (
        <section aria-labelledby={name}>
          <h2 id={name}>{say(`${name}-title`)}</h2>
          {answers.length === 0 && <p class="empty">{say('nothing-declined')}</p>}
          <AnswerList answers={answers} locale={locale} lang={report.lang} credits={credits} />
        </section>
      ))}
      <StillWaiting locale={locale} edition={edition} credits={credits} />
    </>
  )
}
