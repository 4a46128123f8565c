import { saySize, type Locale } from '../platform/messages.ts'
import { addressOfFile } from './addresses.ts'
import { isPicture, type Attachment } from './attachment.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  attachments: readonly Attachment[]
  /** In which what its author wrote is written. */
  lang: string
}

/** What a contribution has attached: pictures as they are seen, all else as links that say of what kind and how large. */
export function AttachmentList({ locale, attachments, lang }: Props) {
  if (attachments.length === 0) return null
  const say = words(locale)
  return (
    <section class="attachments" aria-label={say('attachments', { count: attachments.length })}>
      {attachments.map((attachment) =>
        isPicture(attachment.type) ? (
          <figure class="attachment">
            <Picture attachment={attachment} lang={lang} />
            <figcaption>
              <FileLink locale={locale} attachment={attachment} />
            </figcaption>
          </figure>
        ) : (
          <p class="attachment">
            <FileLink locale={locale} attachment={attachment} />
          </p>
        ),
      )}
    </section>
  )
}

/** As large as a page shows it; its place is kept until it comes. */
export function Picture({ attachment, lang }: { attachment: Attachment; lang: string }) {
  const { sha256, type, alternative, width, height, small } = attachment
  const shown = small ?? { sha256, width, height }
  return (
    <img
      src={addressOfFile({ sha256: shown.sha256, type })}
      alt={alternative ?? ''}
      lang={lang}
      width={shown.width ?? undefined}
      height={shown.height ?? undefined}
      loading="lazy"
      decoding="async"
    />
  )
}

export function FileLink({ locale, attachment }: { locale: Locale; attachment: Attachment }) {
  const { name, type, bytes } = attachment
  const say = words(locale)
  return (
    <>
      <a href={addressOfFile(attachment)} rel="nofollow ugc">
        <bdi>{name}</bdi>
      </a>{' '}
      <span class="size">{say('kind-and-size', { kind: type, size: saySize(locale, bytes) })}</span>
    </>
  )
}
