import { sameAttachments } from '../attachments/index.ts'
import { markdownToText } from '../platform/markdown/markdown-to-text.ts'
import { inLanguage, sayDateTime, type Locale } from '../platform/messages.ts'
import { type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Markdown } from '../ui/markdown.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { cellsInLine, Redline } from '../ui/redline.tsx'
import type { Content, Contribution } from './contribution.ts'
import { nameOf } from './place-parts.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  /** The same contribution as each revision said it, the oldest first. */
  revisions: Contribution[]
  contribution: Contribution
  /** Which of them are shown. */
  from: number
  to: number
  page: number
  pages: number
}

const parts = ['title', 'place', 'link', 'wording', 'body', 'explanation'] as const

/** What an author changed in their own words, and when. */
export function RevisionsPage(props: Props) {
  const { frame, report, revisions, contribution, from, to, page, pages } = props
  const { locale } = frame
  const say = words(locale)
  const name = nameOf(locale, contribution)
  return (
    <Layout frame={frame} title={say('revisions-title', { what: name })}>
      <Breadcrumb
        locale={locale}
        steps={[
          stepTo(locale, report),
          { href: `/${locale}/contributions/${contribution.number}`, label: name },
        ]}
      />
      <h1>{say('revisions-title', { what: name })}</h1>
      <ol class="history" start={from + 1}>
        {revisions.slice(from, to).map(({ content, attachments, revisedAt, lang }, at) => (
          <li>
            <h2>
              {say('revision-of', { number: from + at + 1, date: sayDateTime(locale, revisedAt) })}
            </h2>
            <Changes
              frame={frame}
              lang={{ said: lang, report: report.lang }}
              before={revisions[from + at - 1]?.content ?? null}
              content={content}
            />
            <FilesChange
              locale={locale}
              lang={lang}
              before={revisions[from + at - 1]?.attachments ?? []}
              attachments={attachments}
            />
          </li>
        ))}
      </ol>
      <Pagination
        locale={locale}
        page={page}
        pages={pages}
        hrefOf={(at) => `/${locale}/contributions/${contribution.number}/revisions?page=${at}`}
      />
    </Layout>
  )
}

type ChangesProps = {
  frame: Frame
  lang: { said: string; report: string }
  before: Content | null
  content: Content
}

function Changes({ frame, lang, before, content }: ChangesProps) {
  const changed = parts.filter((part) => before === null || before[part] !== content[part])
  return (
    <>
      {changed.map((part) => {
        const language = part === 'wording' ? lang.report : lang.said
        const now = content[part] ?? ''
        const old = before && (before[part] ?? '')
        if (isMarkdown(part)) {
          return <TypedChange locale={frame.locale} lang={language} before={old} after={now} />
        }
        if (old !== null) {
          return <Redline locale={frame.locale} lang={language} before={old} after={now} />
        }
        return (
          now !== '' && (
            <p class="redline" {...inLanguage(language)}>
              {cellsInLine(now)}
            </p>
          )
        )
      })}
    </>
  )
}

type FilesProps = {
  locale: Locale
  lang: string
  before: Contribution['attachments']
  attachments: Contribution['attachments']
}

/** The files of a revision by their names and what they show, where it has others than the one before it. */
function FilesChange({ locale, lang, before, attachments }: FilesProps) {
  if (sameAttachments(before, attachments)) return null
  return (
    <>
      <h3>{words(locale)('files-of-revision', { count: attachments.length })}</h3>
      <ul>
        {attachments.map(({ name, alternative }) => (
          <li lang={lang} dir="auto">
            {name}
            {alternative && <span class="fine"> {alternative}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

function isMarkdown(part: (typeof parts)[number]): boolean {
  return part === 'body' || part === 'explanation'
}

type TypedProps = { locale: Locale; lang: string; before: string | null; after: string }

/** Markdown as its readers see it: what changed of its words, or the whole where there is nothing to compare. */
function TypedChange({ locale, lang, before, after }: TypedProps) {
  const [old, now] = [markdownToText(before ?? ''), markdownToText(after)]
  if (before === null || old === now) {
    return after === '' ? null : <Markdown source={after} lang={lang} />
  }
  return <Redline locale={locale} lang={lang} before={old} after={now} />
}
