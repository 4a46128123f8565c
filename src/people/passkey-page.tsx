import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { Passkey } from './passkey-store.ts'
import { sayProblem } from './profile-fields.tsx'
import type { ProfileProblem } from './profile.ts'
import { words } from './words.ts'

type Props = { frame: Frame; passkey: Passkey; typed: string; problem: ProfileProblem | null }

/** What a passkey is called, so that its owner knows which it is. */
export function PasskeyPage({ frame, passkey, typed, problem }: Props) {
  const { locale } = frame
  const say = words(locale)
  const title = say('passkey-title', { name: passkey.name })
  const address = `/${locale}/account/passkeys/${passkey.id}`
  const sentence = problem ? sayProblem(locale, problem) : undefined
  return (
    <Layout frame={frame} title={problem ? say('refused-title', { title }) : title}>
      <ErrorSummary
        locale={locale}
        problems={sentence === undefined ? [] : [{ field: 'name', sentence }]}
      />
      <h1>{title}</h1>
      <form method="post" action={address} class="stacked">
        <FormField
          id="name"
          label={say('passkey-name')}
          hint={say('passkey-name-hint')}
          problem={sentence}
        >
          {(described) => (
            <input {...described} type="text" name="name" value={typed} dir="auto" required />
          )}
        </FormField>
        <div class="actions">
          <button type="submit">{say('save-profile')}</button>
          <a href={`${address}/removal`}>{say('remove')}</a>
          <a href={`/${locale}/account`}>{say('leave-it')}</a>
        </div>
      </form>
    </Layout>
  )
}
