import { sayDateTime, type Locale } from '../platform/messages.ts'
import { FormField } from '../ui/form-field.tsx'
import { linksAnHourForOneAddress, type Refusal } from './sign-in-link.ts'
import { words } from './words.ts'

export type AskProblem = { problem: 'no-email' | 'email-unreadable' } | Refusal

export function sayAskProblem(locale: Locale, asked: AskProblem): string {
  const say = words(locale)
  switch (asked.problem) {
    case 'too-many-for-address': {
      const until = sayDateTime(locale, asked.until)
      return say(asked.problem, { count: linksAnHourForOneAddress, until })
    }
    case 'too-many-for-all':
    case 'too-many-of-network':
      return say(asked.problem, { until: sayDateTime(locale, asked.until) })
    default:
      return say(asked.problem)
  }
}

type Props = {
  locale: Locale
  /** Where to go on after signing in. */
  returnTo: string
  email: string
  problem: AskProblem | null
}

/** Asking for a link by mail: the only way in where people have accounts of their own. */
export function AskLinkForm({ locale, returnTo, email, problem }: Props) {
  const say = words(locale)
  return (
    <form method="post" action={`/${locale}/account/sign-in-links`} class="stacked">
      <input type="hidden" name="return" value={returnTo} />
      <FormField
        id="email"
        label={say('email')}
        hint={say('email-hint')}
        problem={problem ? sayAskProblem(locale, problem) : undefined}
      >
        {(described) => (
          <input
            {...described}
            type="email"
            name="email"
            value={email}
            autocomplete="email"
            maxlength={254}
            dir="ltr"
            required
          />
        )}
      </FormField>
      <button type="submit">{say('send-link')}</button>
    </form>
  )
}
