import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { AddPasskeyProblem } from './add-passkey.ts'
import { mostPasskeys } from './passkey.ts'
import { longestName } from './profile.ts'
import { words } from './words.ts'

export type AddPasskeyPageProblem = AddPasskeyProblem

type Props = {
  frame: Frame
  /** The site is reached under a name, for which browsers make passkeys. */
  offered: boolean
  /** What it is called, unless its owner says otherwise. */
  name: string
  problem: AddPasskeyPageProblem | null
}

/** Making a passkey. Only a script can ask the device for one: without it the page says so. */
export function AddPasskeyPage({ frame, offered, name, problem }: Props) {
  const { locale } = frame
  const say = words(locale)
  const title = say('add-passkey')
  const base = `/${locale}/account/passkeys`
  const sentence =
    problem &&
    say('passkey-problem', { problem: problem.replaceAll('-', '_'), count: mostPasskeys })
  return (
    <Layout
      frame={frame}
      title={problem ? say('refused-title', { title }) : title}
      script={offered ? 'passkeys' : undefined}
    >
      <ErrorSummary locale={locale} problems={sentence ? [{ field: 'content', sentence }] : []} />
      <h1>{title}</h1>
      <p>{say('passkey-what')}</p>
      <p class="fine">{say('passkey-not-alone')}</p>
      <p class="notice" data-behaviour="no-passkey">
        {say('passkey-no-script')}
      </p>
      <form
        method="post"
        action={base}
        class="stacked"
        data-behaviour="make-passkey"
        data-failed={say('passkey-failed')}
        data-had={say('passkey-problem', { problem: 'passkey_had', count: mostPasskeys })}
        hidden
      >
        <input type="hidden" name="credential" value="" />
        <FormField id="name" label={say('passkey-name')} hint={say('passkey-name-hint')}>
          {(described) => (
            <input
              {...described}
              type="text"
              name="name"
              value={name}
              dir="auto"
              maxlength={longestName}
            />
          )}
        </FormField>
        <output></output>
        <div class="actions">
          <button type="submit">{say('make-passkey')}</button>
        </div>
      </form>
      <p>
        <a href={`/${locale}/account`}>{say('back-to-account')}</a>
      </p>
    </Layout>
  )
}
