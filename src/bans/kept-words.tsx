import type { Locale } from '../platform/messages.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { SignInAgain } from '../ui/sign-in-again.tsx'
import { words } from './words.ts'

/** What somebody typed into a form that could not be taken, as text to copy. */
export function KeptWords({ locale, typed }: { locale: Locale; typed: readonly string[] }) {
  const say = words(locale)
  return (
    <>
      {typed.map((text, at) => (
        <FormField
          id={`typed-${at}`}
          label={say('typed', { count: typed.length, at: at + 1 })}
          hint={at === 0 ? say('typed-hint') : undefined}
        >
          {(described) => (
            <textarea {...described} rows={6} readonly dir="auto">
              {text}
            </textarea>
          )}
        </FormField>
      ))}
    </>
  )
}

/** A form that was sent when its sender was no longer signed in: what they typed, and a way in. */
export function SignedOutPage({ frame, typed }: { frame: Frame; typed: readonly string[] }) {
  const { locale } = frame
  const say = words(locale)
  return (
    <Layout frame={frame} title={say('signed-out-title')}>
      <ErrorSummary
        locale={locale}
        problems={[{ field: 'signed-out', sentence: say('signed-out') }]}
      />
      <h1>{say('signed-out-title')}</h1>
      <SignInAgain locale={locale} advice={say('signed-out-advice')} />
      <div class="stacked">
        <KeptWords locale={locale} typed={typed} />
      </div>
    </Layout>
  )
}
