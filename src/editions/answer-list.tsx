import { answerWords, sayDecision, type Answer } from '../answers/index.ts'
import { ContributionLink } from '../changes/index.ts'
import type { Credit } from '../contributions/index.ts'
import { sayDate, type Locale } from '../platform/messages.ts'
import { Markdown } from '../ui/markdown.tsx'
import { sayPerson } from '../ui/say-person.ts'

/** What the contributions of these numbers are called, and whose they are. */
export type Credits = ReadonlyMap<number, Credit>

type LinksProps = { locale: Locale; numbers: number[]; credits: Credits }

export function ContributionLinks({ locale, numbers, credits }: LinksProps) {
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

type Props = { answers: Answer[]; locale: Locale; lang: string; credits: Credits }

/** Answers with the contributions that they are told of. */
export function AnswerList({ answers, locale, lang, credits }: Props) {
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
              name: sayPerson(locale, answer.answeredBy),
              date: sayDate(locale, answer.answeredAt),
            })}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Those that are still known: their kinds say how a decision is called. */
function creditsOf({ contributionNumbers }: Answer, credits: Credits): Credit[] {
  return contributionNumbers.flatMap((number) => credits.get(number) ?? [])
}
