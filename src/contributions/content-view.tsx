import type { Child } from 'hono/jsx'
import { AttachmentList } from '../attachments/index.ts'
import { inLocale, type Locale } from '../platform/messages.ts'
import { Markdown } from '../ui/markdown.tsx'
import { cutMark } from './as-shown.ts'
import type { Contribution } from './contribution.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  contribution: Pick<Contribution, 'kind' | 'stance' | 'lang' | 'content'> &
    Partial<Pick<Contribution, 'cut' | 'attachments'>>
  /** Of the first heading in its words. */
  level?: 2 | 3 | 4
}

/** What somebody says, as it reads; a redline, if it has one, stands above. */
export function ContentView({ locale, contribution, level = 3 }: Props) {
  const say = words(locale)
  const { kind, stance, lang, content, cut } = contribution
  const { title, body, explanation, link, place } = content
  return (
    <>
      {stance && <StanceMark locale={locale} stance={stance} />}
      {title && (
        <p class="content-title" lang={lang} dir="auto">
          {title}
        </p>
      )}
      {place && <Fact term={say('place-of')} text={place} />}
      {link && (
        <p class="content-link">
          <a href={link} rel="nofollow ugc noopener" dir="ltr">
            {link}
          </a>
        </p>
      )}
      {kind === 'amendment' && <h2 class="minor">{say('why')}</h2>}
      <Markdown
        source={body}
        lang={lang}
        level={kind === 'amendment' ? 3 : level}
        marked={
          cut ? { at: cutMark, shown: <CutMark locale={locale} rule={cut.rule} /> } : undefined
        }
      />
      {explanation && (
        <>
          <h2 class="minor">{say('why')}</h2>
          <Markdown source={explanation} lang={lang} />
        </>
      )}
      <Attached locale={locale} contribution={contribution} />
    </>
  )
}

function Attached({ locale, contribution }: Props) {
  const { attachments = [], lang, cut } = contribution
  return (
    <>
      <AttachmentList locale={locale} attachments={attachments} lang={lang} />
      {cut && cut.files.length > 0 && (
        <p>
          <CutMark locale={locale} rule={cut.rule} what="file" />
        </p>
      )}
    </>
  )
}

/** In the place of what moderation cut, in the reader's language. */
type CutMarkProps = { locale: Locale; rule: number | null; what?: 'words' | 'file' }

function CutMark({ locale, rule, what = 'words' }: CutMarkProps) {
  const say = words(locale)
  return (
    <mark class="cut" {...inLocale(locale)}>
      […] {what === 'file' && `${say('file-hidden')} `}
      {rule === null ? say('cut-by-law') : say('cut-by-rule', { rule })}
    </mark>
  )
}

/** For or against, in a word and a colour. */
export function StanceMark({
  locale,
  stance,
}: {
  locale: Locale
  stance: NonNullable<Contribution['stance']>
}) {
  return <span class={`stance ${stance}`}>{words(locale)(`stance-${stance}`)}</span>
}

function Fact({ term, text }: { term: string; text: string }): Child {
  return (
    <p class="fine">
      {term} <bdi>{text}</bdi>
    </p>
  )
}
