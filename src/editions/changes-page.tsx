import { answerWords, sayDecision, type Answer } from '../answers/index.ts'
import { CausesView, ContributionLink } from '../changes/index.ts'
import type { Credit } from '../contributions/index.ts'
import { inLanguage, sayDate, type Locale } from '../platform/messages.ts'
import { startOf, type Edition, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Markdown } from '../ui/markdown.tsx'
import { Redline } from '../ui/redline.tsx'
import type { ChangedBlock } from './list-changed-blocks.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  edition: Edition
  changed: ChangedBlock[]
  /** Answers of this edition that changed nothing. */
  unchanging: Answer[]
  credits: Credits
}

/** What the contributions of these numbers are called, and whose they are. */
type Credits = ReadonlyMap<number, Credit>

/** What changed in an edition and why; then what changed nothing, above all what was declined, and why. */
export function ChangesPage(props: Props) {
  const { frame, report, edition, changed, credits } = props
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
      <Unchanging {...props} decisions={['declined']} name="declined" />
      <Unchanging {...props} decisions={['noted']} name="noted" />
      <Unchanging {...props} decisions={['accepted', 'accepted-in-part']} name="unchanging" />
      <StillWaiting locale={frame.locale} edition={edition} credits={credits} />
    </Layout>
  )
}

type UnchangingProps = Props & {
  decisions: readonly Answer['decision'][]
  name: 'declined' | 'noted' | 'unchanging'
}

/** Answers that changed no words; that nothing was declined is said too. */
function Unchanging({ frame, report, unchanging, credits, decisions, name }: UnchangingProps) {
  const say = words(frame.locale)
  const answers = unchanging.filter(({ decision }) => decisions.includes(decision))
  if (answers.length === 0 && name !== 'declined') return null
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{say(`${name}-title`)}</h2>
      {answers.length === 0 && <p class="empty">{say('nothing-declined')}</p>}
      <AnswerList answers={answers} locale={frame.locale} lang={report.lang} credits={credits} />
    </section>
  )
}

type PassageProps = { frame: Frame; report: Report; block: ChangedBlock; credits: Credits }

function ChangedPassage({ frame, report, block, credits }: PassageProps) {
  const say = words(frame.locale)
  const { locale } = frame
  const { lang } = report
  const { blockId, did, before, after, answers, causes, reasons } = block
  return (
    <section class={`change ${did}`} aria-labelledby={`change-${blockId}`}>
      <h2 id={`change-${blockId}`}>
        <a href={`/${locale}/reports/${report.slug}/passages/${blockId}`}>
          {say('passage-that-was', { did })}{' '}
          <bdi {...inLanguage(lang)}>{startOf({ text: after ?? before ?? '' })}</bdi>
        </a>
      </h2>
      {before === after ? (
        <p class="fine">{say('same-words', { did })}</p>
      ) : (
        <Redline locale={locale} lang={lang} before={before ?? ''} after={after ?? ''} />
      )}
      <h3>{say('because-of')}</h3>
      {reasons.map((reason) => (
        <blockquote class="reason" {...inLanguage(lang)}>
          <p>{reason}</p>
        </blockquote>
      ))}
      <AnswerList answers={answers} locale={locale} lang={lang} credits={credits} />
      {causes.length > 0 && (
        <CausesView locale={locale} lang={lang} causes={causes} credits={credits} />
      )}
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

/** Those that are still known: their kinds say how a decision is called. */
function creditsOf({ contributionNumbers }: Answer, credits: Credits): Credit[] {
  return contributionNumbers.flatMap((number) => credits.get(number) ?? [])
}

type AnswersProps = { answers: Answer[]; locale: Locale; lang: string; credits: Credits }

function AnswerList({ answers, locale, lang, credits }: AnswersProps) {
  const say = answerWords(locale)
  if (answers.length === 0) return null
  return (
    <ul class="answers">
      {answers.map((answer) => (
        <li class={`answer ${answer.decision}`}>
          <p class="decision">{sayDecision(locale, answer.decision, creditsOf(answer, credits))}</p>
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
