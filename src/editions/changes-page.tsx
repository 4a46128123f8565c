import type { Answer } from '../answers/index.ts'
import { sayDate, type Locale } from '../platform/messages.ts'
import { type Edition, type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { changesAddress } from './addresses.ts'
import { AnswerList, type Credits } from './answer-list.tsx'
import { ChangedPassage } from './changed-passage.tsx'
import type { ChangesPart } from './group-alike.ts'
import { StillWaiting } from './still-waiting.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  edition: Edition
  part: ChangesPart
  /** Passages that changed, on all pages. */
  count: number
  /** Answers of this edition, as far as they changed nothing. */
  unchanging: Answer[]
  credits: Credits
}

/**
 * What changed in an edition and why; on the last page also what changed nothing, above all what was
 * declined, and why.
 */
export function ChangesPage(props: Props) {
  const { frame, report, edition, part, count, credits } = props
  const { locale } = frame
  const say = words(locale)
  const here = `/${locale}/reports/${report.slug}`
  const address = changesAddress(locale, report, edition.number)
  const { page, pages } = part
  return (
    <Layout frame={frame} title={say('changes-title', { number: edition.number })}>
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
      <h1>{say('changes-title', { number: edition.number })}</h1>
      <p>{say('changes-lead', { count, date: sayDate(locale, edition.publishedAt) })}</p>
      <WhatFollows {...props} address={address} />
      {part.groups.map((group) => (
        <ChangedPassage
          frame={frame}
          report={report}
          group={group}
          at={part.at}
          credits={credits}
        />
      ))}
      {page === pages && <WhatChangedNothing {...props} locale={locale} />}
      <Pagination
        locale={locale}
        page={page}
        pages={pages}
        hrefOf={(number) => `${address}?page=${number}`}
      />
    </Layout>
  )
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
