import { sayDateTime, type Locale } from '../platform/messages.ts'
import { isOpenAppeal, kindOf, type Appeal } from './appeal.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  appeal: Appeal
  /** Until when a decision is promised. */
  until: Date
  /** Where it is withdrawn. */
  action: string
}

/** For whoever contests: that it waits, and how to withdraw it; or what became of it, and why. */
export function AppealStatus({ locale, appeal, until, action }: Props) {
  const say = words(locale)
  const kind = kindOf(appeal)
  const { receivedAt, decidedAt, outcome, answer, reason } = appeal
  return (
    <>
      <div class="notice waiting">
        <p>
          {say('appeal-status', {
            kind,
            date: sayDateTime(locale, receivedAt),
            until: sayDateTime(locale, until),
            decided: decidedAt === null ? 'no' : 'yes',
          })}
        </p>
        {decidedAt && outcome && (
          <>
            <p>{say('appeal-result', { outcome, kind, date: sayDateTime(locale, decidedAt) })}</p>
            <blockquote dir="auto">
              <p>{answer}</p>
            </blockquote>
            <p class="fine">
              {say('decided-by-another')} {say('redress-outside')}
            </p>
          </>
        )}
      </div>
      {reason !== '' && (
        <details>
          <summary>{say('appeal-said')}</summary>
          <p dir="auto">{reason}</p>
        </details>
      )}
      {isOpenAppeal(appeal) && (
        <form method="post" action={action}>
          <button class="quiet" type="submit">
            {say('appeal-withdraw')}
          </button>
        </form>
      )}
    </>
  )
}
