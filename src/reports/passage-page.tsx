import type { Child } from 'hono/jsx'
import { inLanguage, sayDate, type Locale } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { cellsInLine, Redline } from '../ui/redline.tsx'
import type { TextOfEdition } from './edition-store.ts'
import { isPictureChanged, PictureChange } from './picture-change.tsx'
import { OldEdition, stepsTo } from './part-page.tsx'
import { pageOf } from './part-size.ts'
import { type Edition, type PlacedBlock, type Report } from './report.ts'
import { stepTo } from './step-to.ts'
import { startOf } from './reading.tsx'
import { SelectWords } from './select-words.tsx'
import { BlockText } from './text-view.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  edition: Edition
  /** Number of the edition that is now read by default. */
  latest: number
  block: PlacedBlock
  /** Number of the edition that removed it after the one that is shown, if one did. */
  removedIn: number | null
  /** The headings that it stands under, the outermost first. */
  above: PlacedBlock[]
  /** Ids of the headings that have a page of their own. */
  pages: ReadonlySet<string>
  /** Since the first edition that had it. */
  history: TextOfEdition[]
  panels: Child[]
  /** What an address to cite starts with. */
  publicUrl: string
}

/** One passage: its words, its permanent address, its text through the editions, what is said of it. */
export function PassagePage(props: Props) {
  const { frame, report, edition, latest, block, above, history, panels, publicUrl, removedIn } =
    props
  const say = words(frame.locale)
  const here = `/${frame.locale}/reports/${report.slug}`
  const base = edition.number < latest ? `${here}/editions/${edition.number}` : here
  const headingHref = (heading: PlacedBlock) => `${base}/part/${heading.id}`
  const top = pageOf(block, above, props.pages)
  return (
    <Layout frame={frame} title={say('passage-title', { start: startOf(block) })} script="reading">
      <Breadcrumb
        locale={frame.locale}
        steps={[
          { ...stepTo(frame.locale, report), href: base },
          ...stepsTo(above, headingHref, report.lang),
        ]}
      />
      <h1 class="small">{say('passage')}</h1>
      {removedIn === null ? (
        <OldEdition
          locale={frame.locale}
          edition={edition}
          latest={latest}
          href={`${here}/passages/${block.id}`}
        />
      ) : (
        <Removed {...props} here={here} removedIn={removedIn} />
      )}
      <div class="reading passage" id={block.id} {...inLanguage(report.lang)}>
        <BlockText block={block} headingLevel={2} />
      </div>
      {edition.number === latest && removedIn === null && (
        <SelectWords locale={frame.locale} passages={`${here}/passages/`} />
      )}
      <p class="fine">
        {say('as-in-edition', {
          number: edition.number,
          date: sayDate(frame.locale, edition.publishedAt),
        })}{' '}
        <a href={`${top ? headingHref(top) : base}#${block.id}`}>{say('read-in-text')}</a> ·{' '}
        {say('cite-as')} <code>{`${publicUrl}/p/${block.id}?edition=${edition.number}`}</code>
      </p>
      {panels}
      <PassageHistory locale={frame.locale} lang={report.lang} history={history} />
    </Layout>
  )
}

type RemovedProps = Props & { here: string; removedIn: number }

/** A public address never dies: a passage that was removed keeps its last words. */
function Removed({ frame, here, edition, latest, block, history, removedIn }: RemovedProps) {
  const say = words(frame.locale)
  const changes = `${here}/editions/${removedIn}/changes?at=${block.id}#change-${block.id}`
  const stands = (history.at(-1)?.text ?? null) !== null
  return (
    <p class="notice">
      {say('removed-passage', { number: removedIn, last: edition.number })}{' '}
      <a href={changes}>{say('what-changed-in', { number: removedIn })}</a>
      {stands && (
        <>
          {' · '}
          <a href={`${here}/passages/${block.id}`}>{say('read-latest', { number: latest })}</a>
        </>
      )}
    </p>
  )
}

type HistoryProps = { locale: Locale; lang: string; history: TextOfEdition[] }

function PassageHistory({ locale, lang, history }: HistoryProps) {
  const say = words(locale)
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">{say('through-editions')}</h2>
      <ol class="history">
        {history.map(({ editionNumber, publishedAt, text, picture }, at) => {
          const before = history[at - 1]?.text ?? null
          // It is told once that it went, not of every edition since.
          if (text === null && before === null) return null
          return (
            <li>
              <h3>
                {say('edition-of', { number: editionNumber, date: sayDate(locale, publishedAt) })}
              </h3>
              {text === null ? (
                <p>{say('removed-in', { number: editionNumber })}</p>
              ) : (
                <TextInEdition
                  locale={locale}
                  lang={lang}
                  earlier={history.slice(0, at)}
                  text={text}
                  picture={picture}
                  number={editionNumber}
                />
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

type TextProps = {
  locale: Locale
  lang: string
  /** Of the editions before, oldest first. */
  earlier: TextOfEdition[]
  text: string
  picture: TextOfEdition['picture']
  number: number
}

/** What an edition did to the passage's last words before it. */
function TextInEdition({ locale, lang, earlier, text, picture, number }: TextProps) {
  const say = words(locale)
  const last = earlier.findLast((edition) => edition.text !== null)
  const before = last?.text ?? null
  if (!last || before === null) {
    return (
      <p class="redline" {...inLanguage(lang)}>
        {cellsInLine(text)}
      </p>
    )
  }
  const pictured = isPictureChanged(last.picture, picture)
  return (
    <>
      {earlier.at(-1)?.text === null && <p>{say('put-back-in', { number })}</p>}
      {before !== text && <Redline locale={locale} lang={lang} before={before} after={text} />}
      <PictureChange locale={locale} before={last.picture} after={picture} />
      {before === text && !pictured && <p>{say('unchanged')}</p>}
    </>
  )
}
