import { Layout, type Frame } from '../ui/layout.tsx'
import { linkMinutes } from './sign-in-link.ts'
import { words } from './words.ts'

type Props = { frame: Frame; mailbox: boolean; returnTo: string }

/** After asking for a link. It says nothing of the address, nor whether it is known here. */
export function LinkSentPage({ frame, mailbox, returnTo }: Props) {
  const say = words(frame.locale)
  const again = `/${frame.locale}/account/sign-in?return=${encodeURIComponent(returnTo)}`
  return (
    <Layout frame={frame} title={say('sent-title')}>
      <h1>{say('sent-title')}</h1>
      <p>{say('sent', { minutes: linkMinutes })}</p>
      {mailbox && (
        <p class="notice">
          <a href={`/${frame.locale}/demonstration/mail`}>{say('mailbox')}</a>
        </p>
      )}
      <h2>{say('sent-nothing-title')}</h2>
      <ul>
        <li>{say('sent-wait')}</li>
        <li>{say('sent-spam')}</li>
        <li>{say('sent-check')}</li>
      </ul>
      <p>
        <a href={again}>{say('ask-again')}</a>
      </p>
    </Layout>
  )
}
