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

/** What the demonstration would have sent, newest first; addresses of this site can be followed. */
export function MailPage({ frame, mails, publicUrl }: Props) {
  const say = words(frame.locale)
  return (
    <Layout frame={frame} title={say('mail-title')}>
      <h1>{say('mail-title')}</h1>
      <p>{say('mail-what-it-is')}</p>
      {mails.length === 0 && <p class="empty">{say('mail-empty')}</p>}
      {mails.map((mail) => (
        <MailArticle mail={mail} locale={frame.locale} publicUrl={publicUrl} />
      ))}
    </Layout>
  )
}

type ArticleProps = { mail: ShownMail; locale: Locale; publicUrl: string }

function MailArticle({ mail, locale, publicUrl }: ArticleProps) {
  const say = words(locale)
  const { id, to, subject, text, lang, sentAt } = mail
  return (
    <article id={`mail-${id}`}>
      <h2 {...inLanguage(lang)}>{subject}</h2>
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
    </article>
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
