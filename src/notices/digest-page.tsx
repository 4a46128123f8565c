import { inLanguage, sayDate, type Locale } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { addressesOf } from './addresses.ts'
import type { DigestPart, Item } from './gather-details.ts'
import { sayItem, sayPassage } from './say-item.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  id: number
  digest: { madeAt: Date }
  count: number
  parts: readonly DigestPart[]
  page: number
  pages: number
}

/** All that one digest was about, however long. */
export function DigestPage({ frame, id, digest, count, parts, page, pages }: Props) {
  const { locale } = frame
  const say = words(locale)
  const title = say('digest-title', { date: sayDate(locale, digest.madeAt) })
  const { notices, digest: addressOf } = addressesOf(locale)
  return (
    <Layout frame={frame} title={title}>
      <Breadcrumb
        locale={locale}
        steps={[
          { href: `/${locale}/account`, label: say('account') },
          { href: notices, label: say('notices') },
        ]}
      />
      <h1>{title}</h1>
      <p>{say('digest-page-lead', { count })}</p>
      {parts.map((part) => (
        <Part locale={locale} part={part} />
      ))}
      <Pagination
        locale={locale}
        {...{ page, pages }}
        hrefOf={(other) => `${addressOf(id)}?page=${other}`}
      />
    </Layout>
  )
}

function Part({ locale, part: { report, passages } }: { locale: Locale; part: DigestPart }) {
  return (
    <section aria-labelledby={`report-${report.slug}`}>
      <h2 id={`report-${report.slug}`} {...inLanguage(report.lang)}>
        <a href={`/${locale}/reports/${report.slug}`}>{report.title}</a>
      </h2>
      {passages.map(({ passage, items }) => (
        <>
          <h3 {...(passage && inLanguage(report.lang))}>
            {passage ? (
              <a href={`/${locale}/reports/${report.slug}/passages/${passage.id}`}>
                {sayPassage(locale, passage)}
              </a>
            ) : (
              sayPassage(locale, null)
            )}
          </h3>
          <ul class="news">
            {items.map((item) => (
              <NewsItem {...{ locale, item, report }} />
            ))}
          </ul>
        </>
      ))}
    </section>
  )
}

type ItemProps = { locale: Locale; item: Item; report: DigestPart['report'] }

function NewsItem({ locale, item, report }: ItemProps) {
  const { sentence, path, quote } = sayItem(locale, item, report)
  return (
    <li>
      <a href={path}>
        <bdi>{sentence}</bdi>
      </a>
      {quote && (
        <p lang={quote.lang} dir="auto">
          {quote.text}
        </p>
      )}
    </li>
  )
}
