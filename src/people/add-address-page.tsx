import type { Locale } from '../platform/messages.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { sayAskProblem, type AskProblem } from './ask-link-form.tsx'
import { mostAddresses } from './way.ts'
import { words } from './words.ts'

export type AddressFormProblem = AskProblem | { problem: 'address-yours' | 'many-addresses' }

type Props = { frame: Frame; email: string; problem: AddressFormProblem | null }

/** A further address: a link is sent to it. */
export function AddAddressPage({ frame, email, problem }: Props) {
  const { locale } = frame
  const say = words(locale)
  const title = say('add-address')
  const sentence = problem ? sayProblem(locale, problem) : undefined
  return (
    <Layout frame={frame} title={problem ? say('refused-title', { title }) : title}>
      <ErrorSummary
        locale={locale}
        problems={sentence === undefined ? [] : [{ field: 'email', sentence }]}
      />
      <h1>{title}</h1>
      <p>{say('add-address-note')}</p>
      <form method="post" action={`/${locale}/account/addresses`} class="stacked">
        <FormField
          id="email"
          label={say('email')}
          hint={say('add-address-hint')}
          problem={sentence}
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
        <div class="actions">
          <button type="submit">{say('send-link')}</button>
          <a href={`/${locale}/account`}>{say('leave-it')}</a>
        </div>
      </form>
    </Layout>
  )
}

function sayProblem(locale: Locale, asked: AddressFormProblem): string {
  const say = words(locale)
  switch (asked.problem) {
    case 'address-yours':
      return say(asked.problem)
    case 'many-addresses':
      return say(asked.problem, { count: mostAddresses })
    default:
      return sayAskProblem(locale, asked)
  }
}
