import { typedIn, type SentForm } from '../platform/http/sent-form.ts'
import { ErrorSummary } from './error-summary.tsx'
import { KeptWords } from './kept-words.tsx'
import { Layout, type Frame } from './layout.tsx'
import { SignInAgain } from './sign-in-again.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  /** Where the form was sent, and what. */
  action: string
  sent: SentForm
  /** Its sender is signed in, but not lately enough for what they ask. */
  again: boolean
}

/** A form that was sent when its sender was no longer signed in: they sign in beside it, and send it once more as it is. */
export function SignedOutPage({ frame, action, sent, again }: Props) {
  const { locale } = frame
  const say = words(locale)
  const title = say(again ? 'sign-in-again-title' : 'signed-out-title')
  return (
    <Layout frame={frame} title={title}>
      <ErrorSummary
        locale={locale}
        problems={[{ field: 'signed-out', sentence: say('signed-out-sentence') }]}
      />
      <h1>{title}</h1>
      <SignInAgain locale={locale} again={again} advice={say('signed-out-send-again')} />
      {sent.withFile && <p class="notice">{say('signed-out-file')}</p>}
      <form method="post" action={action} class="stacked">
        {sent.fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p class="actions">
          <button type="submit">{say('send-again')}</button>
        </p>
      </form>
      <KeptWords locale={locale} typed={typedIn(sent)} />
    </Layout>
  )
}
