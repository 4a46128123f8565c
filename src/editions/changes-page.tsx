import { answerWords, type Answer } from '../answers/index.ts'
import { nameOf, type Credit } from '../contributions/index.ts'
import { inLanguage, sayDate, type Locale } from '../platform/messages.ts'
import { startOf, type Edition, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Markdown } from '../ui/markdown.tsx'
import { Redline } from '../ui/redline.tsx'
import { words } from './words.ts'

/** One block whose text differs from the edition before, and the answers by which contributions changed it. */
export type ChangedBlock = {
  blockId: string
  before: string
  after: string
  answers: Answer[]
}

type Props = {
  frame: Frame
  report: Report
  edition: Edition
  changed: ChangedBlock[]
  /** Answers of this edition that changed nothing. */
  declined: Answer[]
  credits: Credits
}

/** What the contributions of these numbers are called, and whose they are. */
type Credits = ReadonlyMap<number, Credit>

/** What changed in an edition and why; then what was declined, and why. */
export function ChangesPage({ frame, report, edition, changed, declined, credits }: Props) {
  const say = words(frame.locale)
  const here = `/${frame.locale}/reports/${report.slug}`
  return (
    <Layout frame={frame} title={say('changes-title', { number: edition.number })}>
      <Breadcrumb
        locale={frame.locale}
        steps={[
          { href: here, label: report.title, lang: report.lang },
          {
            href: `${here}/editions/${edition.number}`,
            label: say('edition', { number: edition.number }),
          },
        ]}
      />
      <h1>{say('changes-title', { number: edition.number })}</h1>
      <p>
        {say('changes-lead', {
          count: changed.length,
          date: sayDate(frame.locale, edition.publishedAt),
        })}
      </p>
      {changed.map((block) => (
        <ChangedPassage frame={frame} report={report} block={block} credits={credits} />
      ))}
      <section aria-labelledby="declined">
        <h2 id="declined">{say('declined-title')}</h2>
        {declined.length === 0 && <p class="empty">{say('nothing-declined')}</p>}
        <AnswerList answers={declined} locale={frame.locale} lang={report.lang} credits={credits} />
      </section>
      <StillWaiting locale={frame.locale} edition={edition} credits={credits} />
    </Layout>
  )
}

type PassageProps = { frame: Frame; report: Report; block: ChangedBlock; credits: Credits }

function ChangedPassage({ frame, report, block, credits }: PassageProps) {
  const say = words(frame.locale)
  const { locale } = frame
  return (
    <section class="change" aria-labelledby={`change-${block.blockId}`}>
      <h2 id={`change-${block.blockId}`}>
        <a href={`/${locale}/reports/${report.slug}/passages/${block.blockId}`}>
          {say('passage')} <bdi {...inLanguage(report.lang)}>{startOf({ text: block.after })}</bdi>
        </a>
      </h2>
      <Redline locale={locale} lang={report.lang} before={block.before} after={block.after} />
      <h3>{say('because-of')}</h3>
      <AnswerList answers={block.answers} locale={locale} lang={report.lang} credits={credits} />
    </section>
  )
}

/** The rest are counted: a consultation leaves thousands. */
export const shownWaiting = 50

type WaitingProps = { locale: Locale; edition: Edition; credits: Credits }

/** An edition says which contributions it was published without answering. */
export function StillWaiting({ locale, edition, credits }: WaitingProps) {
  const { unanswered } = edition
  if (unanswered.length === 0) return null
  return (
    <section class="still-waiting" aria-labelledby="still-waiting">
      <h2 id="still-waiting">{words(locale)('still-waited', { count: unanswered.length })}</h2>
      <ContributionLinks
        locale={locale}
        numbers={unanswered.slice(0, shownWaiting)}
        credits={credits}
      />
      {unanswered.length > shownWaiting && (
        <p class="fine">{words(locale)('and-more', { count: unanswered.length - shownWaiting })}</p>
      )}
    </section>
  )
}

type LinksProps = { locale: Locale; numbers: number[]; credits: Credits }

function ContributionLinks({ locale, numbers, credits }: LinksProps) {
  return (
    <ul class="causes">
      {numbers.map((number) => (
        <li>
          <ContributionLink locale={locale} number={number} credit={credits.get(number)} />
        </li>
      ))}
    </ul>
  )
}

type LinkProps = { locale: Locale; number: number; credit: Credit | undefined }

/** A contribution by its name and, while it is public, its author's. */
function ContributionLink({ locale, number, credit }: LinkProps) {
  const named = credit && credit.state !== 'withheld'
  return (
    <>
      <a href={`/${locale}/contributions/${number}`}>
        {nameOf(locale, { kind: credit?.kind ?? 'remark', number })}
      </a>
      {named && (
        <>
          {', '}
          <bdi>{credit.authorName}</bdi>
        </>
      )}
      {named && credit.organisation && (
        <>
          {', '}
          <bdi>{credit.organisation}</bdi>
        </>
      )}
    </>
  )
}

type AnswersProps = { answers: Answer[]; locale: Locale; lang: string; credits: Credits }

function AnswerList({ answers, locale, lang, credits }: AnswersProps) {
  const say = answerWords(locale)
  if (answers.length === 0) return null
  return (
    <ul class="answers">
      {answers.map((answer) => (
        <li class={`answer ${answer.decision}`}>
          <p class="decision">{say(answer.decision)}</p>
          <ContributionLinks
            locale={locale}
            numbers={answer.contributionNumbers}
            credits={credits}
          />
          <Markdown source={answer.reason} lang={lang} />
          <p class="byline">
            {say('answered-by', {
              name: answer.answeredBy,
              date: sayDate(locale, answer.answeredAt),
            })}
          </p>
        </li>
      ))}
    </ul>
  )
}
