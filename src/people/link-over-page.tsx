import { sayDateTime } from '../platform/messages.ts'
import { Layout, type Frame } from '../ui/layout.tsx'
import { AskLinkForm } from './ask-link-form.tsx'
import type { LinkState } from './sign-in-link.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  state: LinkState
  /** Until when the link was to be used; null where there is no such link. */
  until: Date | null
  returnTo: string
}

/** A link that is used, over, or none: why, and how to get another one. */
export function LinkOverPage({ frame, state, until, returnTo }: Props) {
  const { locale } = frame
  const say = words(locale)
  return (
    <Layout frame={frame} title={say('over-title')}>
      <h1>{say('over-title')}</h1>
      <p>
        {state === 'expired' && until
          ? say('over-expired', { until: sayDateTime(locale, until) })
          : say(state === 'used' ? 'over-used' : 'over-unknown')}
      </p>
      {state === 'used' && (
        <p>
          <a href={returnTo}>{say('go-on')}</a>
        </p>
      )}
      <section aria-labelledby="ask-title">
        <h2 id="ask-title">{say('ask-again')}</h2>
        <AskLinkForm locale={locale} returnTo={returnTo} email="" problem={null} />
      </section>
    </Layout>
  )
}
