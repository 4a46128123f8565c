import { answerWords, type Answer } from '../answers/index.ts'
import { nameOf, type Contribution } from '../contributions/index.ts'
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
  kinds: Kinds
}

/** What the contributions of these numbers are called. */
type Kinds = ReadonlyMap<number, Contribution['kind']>

/** What changed in an edition and why; then what was declined, and why. */
export function ChangesPage({ frame, report, edition, changed, declined, kinds }: Props) {
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
        <ChangedPassage frame={frame} report={report} block={block} kinds={kinds} />
      ))}
      <section aria-labelledby="declined">
        <h2 id="declined">{say('declined-title')}</h2>
        {declined.length === 0 && <p class="empty">{say('nothing-declined')}</p>}
        <AnswerList answers={declined} locale={frame.locale} lang={report.lang} kinds={kinds} />
      </section>
      <StillWaiting locale={frame.locale} edition={edition} kinds={kinds} />
    </Layout>
  )
}

type PassageProps = { frame: Frame; report: Report; block: ChangedBlock; kinds: Kinds }

function ChangedPassage({ frame, report, block, kinds }: PassageProps) {
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
      <AnswerList answers={block.answers} locale={locale} lang={report.lang} kinds={kinds} />
    </section>
  )
}

/** The rest are counted: a consultation leaves thousands. */
export const shownWaiting = 50

type WaitingProps = { locale: Locale; edition: Edition; kinds: Kinds }

/** An edition says which contributions it was published without answering. */
export function StillWaiting({ locale, edition, kinds }: WaitingProps) {
  const { unanswered } = edition
  if (unanswered.length === 0) return null
  return (
    <section class="still-waiting" aria-labelledby="still-waiting">
      <h2 id="still-waiting">{words(locale)('still-waited', { count: unanswered.length })}</h2>
      <ContributionLinks
        locale={locale}
        numbers={unanswered.slice(0, shownWaiting)}
        kinds={kinds}
      />
      {unanswered.length > shownWaiting && (
        <p class="fine">{words(locale)('and-more', { count: unanswered.length - shownWaiting })}</p>
      )}
    </section>
  )
}

type LinksProps = { locale: Locale; numbers: number[]; kinds: Kinds }

function ContributionLinks({ locale, numbers, kinds }: LinksProps) {
  return (
    <ul class="causes">
      {numbers.map((number) => (
        <li>
          <a href={`/${locale}/contributions/${number}`}>
            {nameOf(locale, { kind: kinds.get(number) ?? 'remark', number })}
          </a>
        </li>
      ))}
    </ul>
  )
}

type AnswersProps = { answers: Answer[]; locale: Locale; lang: string; kinds: Kinds }

function AnswerList({ answers, locale, lang, kinds }: AnswersProps) {
  const say = answerWords(locale)
  if (answers.length === 0) return null
  return (
    <ul class="answers">
      {answers.map((answer) => (
        <li class={`answer ${answer.decision}`}>
          <p class="decision">{say(answer.decision)}</p>
          <ContributionLinks locale={locale} numbers={answer.contributionNumbers} kinds={kinds} />
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
