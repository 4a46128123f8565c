import type { Child } from 'hono/jsx'
import { inLanguage, sayDate, type Locale } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Redline } from '../ui/redline.tsx'
import type { PastText } from './edition-store.ts'
import type { Edition, PlacedBlock, Report } from './report.ts'
import { startOf } from './reading.tsx'
import { BlockText } from './text-view.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  edition: Edition
  block: PlacedBlock
  /** The part that it is read in; undefined before the first heading. */
  top: PlacedBlock | undefined
  pastTexts: PastText[]
  panels: Child[]
}

/** One passage: its words, its permanent address, its text through the editions, what is said of it. */
export function PassagePage({ frame, report, edition, block, top, pastTexts, panels }: Props) {
  const say = words(frame.locale)
  const here = `/${frame.locale}/reports/${report.slug}`
  const inText = top ? `${here}/part/${top.id}#${block.id}` : `${here}#${block.id}`
  return (
    <Layout frame={frame} title={say('passage-title', { start: startOf(block) })}>
      <Breadcrumb
        locale={frame.locale}
        steps={[
          { href: here, label: report.title, lang: report.lang },
          ...(top ? [{ href: `${here}/part/${top.id}`, label: top.text, lang: report.lang }] : []),
        ]}
      />
      <h1>{say('passage')}</h1>
      <div class="reading passage" id={block.id} {...inLanguage(report.lang)}>
        <BlockText block={block} headingLevel={2} />
      </div>
      <p class="fine">
        {say('as-in-edition', {
          number: edition.number,
          date: sayDate(frame.locale, edition.publishedAt),
        })}{' '}
        <a href={inText}>{say('read-in-text')}</a> · {say('cite-as')}{' '}
        <code>{`/p/${block.id}`}</code>
      </p>
      {panels}
      <PassageHistory locale={frame.locale} lang={report.lang} pastTexts={pastTexts} />
    </Layout>
  )
}

type HistoryProps = { locale: Locale; lang: string; pastTexts: PastText[] }

function PassageHistory({ locale, lang, pastTexts }: HistoryProps) {
  const say = words(locale)
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">{say('through-editions')}</h2>
      <ol class="history">
        {pastTexts.map(({ editionNumber, publishedAt, text }, at) => {
          const before = pastTexts[at - 1]?.text
          return (
            <li>
              <h3>
                {say('edition-of', { number: editionNumber, date: sayDate(locale, publishedAt) })}
              </h3>
              {before === undefined && (
                <p class="redline" {...inLanguage(lang)}>
                  {text}
                </p>
              )}
              {before === text && <p>{say('unchanged')}</p>}
              {before !== undefined && before !== text && (
                <Redline locale={locale} lang={lang} before={before} after={text} />
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
