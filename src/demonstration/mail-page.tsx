import { inLanguage, sayDateTime, type Locale } from '../platform/messages.ts'
import { Layout, type Frame } from '../ui/layout.tsx'
import { words } from './words.ts'

export type ShownMail = {
  id: number
  to: string
  subject: string
  text: string
  lang: string
  sentAt: Date
}

type Props = { frame: Frame; mails: ShownMail[]; publicUrl: string }

/**
 * What the demonstration would have sent, newest first; addresses of this site can be followed. Links that
 * sign somebody in come first and in full: they are what one comes here for, and receipts would bury them.
 */
export function MailPage({ frame, mails, publicUrl }: Props) {
  const { locale } = frame
  const say = words(locale)
  const { links = [], others = [] } = Object.groupBy(mails, (mail) =>
    signsIn(mail) ? 'links' : 'others',
  )
  return (
    <Layout frame={frame} title={say('mail-title')}>
      <h1>{say('mail-title')}</h1>
      <p>{say('mail-what-it-is')}</p>
      {mails.length === 0 && <p class="empty">{say('mail-empty')}</p>}
      {links.length > 0 && (
        <section aria-labelledby="links">
          <h2 id="links">{say('mail-links')}</h2>
          {links.map((mail) => (
            <article id={`mail-${mail.id}`}>
              <h3 {...inLanguage(mail.lang)}>{mail.subject}</h3>
              <MailText {...{ mail, locale, publicUrl }} />
            </article>
          ))}
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="others">
          <h2 id="others">{say('mail-others')}</h2>
          {others.map((mail) => (
            <article id={`mail-${mail.id}`}>
              <details>
                <summary>
                  <h3 {...inLanguage(mail.lang)}>{mail.subject}</h3>
                  {' · '}
                  <bdi>{mail.to}</bdi>
                </summary>
                <MailText {...{ mail, locale, publicUrl }} />
              </details>
            </article>
          ))}
        </section>
      )}
    </Layout>
  )
}

function signsIn({ text }: ShownMail): boolean {
  return text.includes('/account/sign-in-links/')
}

type TextProps = { mail: ShownMail; locale: Locale; publicUrl: string }

function MailText({ mail, locale, publicUrl }: TextProps) {
  const say = words(locale)
  const { to, text, lang, sentAt } = mail
  return (
    <>
      <p class="fine">
        {say('mail-to')} <bdi>{to}</bdi>
        {' · '}
        <time datetime={sentAt.toISOString()}>{sayDateTime(locale, sentAt)}</time>
      </p>
      <div {...inLanguage(lang)}>
        {text.split(/\n{2,}/).map((paragraph) => (
          <p>
            {paragraph.split('\n').map((line, at) => (
              <>
                {at > 0 && <br />}
                {withLinks(line, publicUrl)}
              </>
            ))}
          </p>
        ))}
      </div>
    </>
  )
}

/** Only addresses of this site become links: a mail may quote what anybody wrote. */
function withLinks(line: string, publicUrl: string) {
  const { origin } = new URL(publicUrl)
  return line
    .split(/(https?:\/\/\S+)/)
    .map((piece) =>
      URL.canParse(piece) && new URL(piece).origin === origin ? <a href={piece}>{piece}</a> : piece,
    )
}
