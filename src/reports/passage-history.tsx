import { inLanguage, sayDate, type Locale } from '../platform/messages.ts'
import { raisedIn, type Stretch } from '../text/index.ts'
import { RaisedWords, Redline } from '../ui/redline.tsx'
import type { Division } from './divisions.ts'
import type { TextOfEdition } from './edition-store.ts'
import { isPictureChanged, PictureChange } from './picture-change.tsx'
import { startOf } from './reading.tsx'
import type { Report } from './report.ts'
import { words } from './words.ts'

type HistoryProps = {
  locale: Locale
  report: Report
  /** Since the first edition that had it. */
  history: TextOfEdition[]
  /** What splits and mergers did to it. */
  divisions: readonly Division[]
}

/** A passage's text through the editions; one sentence where no edition changed it. */
export function PassageHistory({ locale, report, history, divisions }: HistoryProps) {
  const say = words(locale)
  const [first] = history
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">{say('through-editions')}</h2>
      {first && divisions.length === 0 && history.every((edition) => isSame(first, edition)) ? (
        <p>
          {say('same-since', {
            number: first.editionNumber,
            date: sayDate(locale, first.publishedAt),
          })}
        </p>
      ) : (
        <ol class="history">
          {history.map((edition, at) => (
            <EditionInHistory
              {...{ locale, report, edition }}
              lang={report.lang}
              earlier={history.slice(0, at)}
              divisions={divisions.filter((one) => one.editionNumber === edition.editionNumber)}
            />
          ))}
        </ol>
      )}
    </section>
  )
}

function isSame(one: TextOfEdition, other: TextOfEdition): boolean {
  return one.text === other.text && !isPictureChanged(one.picture, other.picture)
}

type EditionProps = {
  locale: Locale
  lang: string
  /** Oldest first. */
  earlier: TextOfEdition[]
  edition: TextOfEdition
}

type DivisionProps = Pick<HistoryProps, 'locale' | 'report'> & { division: Division }

/** With which other passage it was one before, or is since. */
function DivisionInHistory({ locale, report, division: { did, with: other } }: DivisionProps) {
  return (
    <p>
      {words(locale)('division', { did: did.replaceAll('-', '_') })}{' '}
      <a href={`/${locale}/reports/${report.slug}/passages/${other.id}`}>
        <bdi {...inLanguage(report.lang)}>{startOf(other)}</bdi>
      </a>
    </p>
  )
}

type DividedProps = EditionProps & Pick<HistoryProps, 'report' | 'divisions'>

function EditionInHistory({ locale, lang, report, earlier, edition, divisions }: DividedProps) {
  const say = words(locale)
  const { editionNumber: number, publishedAt, text, picture } = edition
  const raised = raisedIn(edition.marks)
  // It is told once that it went, not of every edition since.
  if (text === null && (earlier.at(-1)?.text ?? null) === null) return null
  return (
    <li>
      <h3>{say('edition-of', { number, date: sayDate(locale, publishedAt) })}</h3>
      {divisions.map((division) => (
        <DivisionInHistory locale={locale} report={report} division={division} />
      ))}
      {text === null ? (
        divisions.every(({ did }) => did !== 'merged-into') && (
          <p>{say('removed-in', { number })}</p>
        )
      ) : (
        <TextInEdition {...{ locale, lang, earlier, text, raised, picture, number }} />
      )}
    </li>
  )
}

type TextProps = Omit<EditionProps, 'edition'> & {
  text: string
  raised: readonly Stretch[]
  picture: TextOfEdition['picture']
  number: number
}

/** What an edition did to the passage's last words before it. */
function TextInEdition({ locale, lang, earlier, text, raised, picture, number }: TextProps) {
  const say = words(locale)
  const last = earlier.findLast((edition) => edition.text !== null)
  const before = last?.text ?? null
  if (!last || before === null) {
    return (
      <p class="redline" {...inLanguage(lang)}>
        <RaisedWords text={text} raised={raised} />
      </p>
    )
  }
  const pictured = isPictureChanged(last.picture, picture)
  return (
    <>
      {earlier.at(-1)?.text === null && <p>{say('put-back-in', { number })}</p>}
      {before !== text && (
        <Redline
          locale={locale}
          lang={lang}
          before={before}
          after={text}
          raised={{ before: raisedIn(last.marks), after: raised }}
        />
      )}
      <PictureChange locale={locale} before={last.picture} after={picture} />
      {before === text && !pictured && <p>{say('unchanged')}</p>}
    </>
  )
}
