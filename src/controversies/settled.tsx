import { sayDate, type Locale } from '../platform/messages.ts'
import type { Report } from '../reports/index.ts'
import { Markdown } from '../ui/markdown.tsx'
import { addressesOf } from './addresses.ts'
import type { Settlement } from './controversy.ts'
import { words } from './words.ts'

type Props = { locale: Locale; report: Report; settlement: Settlement }

/** Since when, where and how a controversy is settled, or was. */
export function Settled({ locale, report, settlement }: Props) {
  const say = words(locale)
  return (
    <>
      <p>
        {say('settled-on', { date: sayDay(locale, settlement.on) })}{' '}
        <Where {...{ locale, report, settlement }} />
      </p>
      <Markdown source={settlement.how} lang={report.lang} level={4} />
    </>
  )
}

function Where({ locale, report, settlement }: Props) {
  const say = words(locale)
  const there = addressesOf(locale, report)
  const { editionNumber, answeredNumber, link } = settlement
  if (editionNumber !== null) {
    return <a href={there.edition(editionNumber)}>{say('in-edition', { number: editionNumber })}</a>
  }
  if (answeredNumber !== null) {
    return (
      <a href={`${there.contribution(answeredNumber)}#answer-title`}>
        {say('in-answer', { number: answeredNumber })}
      </a>
    )
  }
  return (
    <a href={link ?? ''} rel="nofollow noopener" dir="ltr">
      {say('at-meeting', { link: link ?? '' })}
    </a>
  )
}

/** Noon in Paris is that day everywhere that dates are said. */
function sayDay(locale: Locale, day: string): string {
  return sayDate(locale, new Date(`${day}T11:00:00Z`))
}
