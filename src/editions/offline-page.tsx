import { inLocale, sayDate } from '../platform/messages.ts'
import { Outline } from '../reports/index.ts'
import { outlineOf } from '../text/index.ts'
import { sayPerson } from '../ui/say-person.ts'
import { citeAddress, passageAddress } from './addresses.ts'
import { writeOfflinePage, type OfflineProps } from './offline-frame.tsx'
import { OfflineText } from './offline-text.tsx'
import { words } from './words.ts'

/** The whole text of an edition, what there is to know of it, and how to cite it, as one page. */
export function writeIndexPage(props: OfflineProps): Promise<string> {
  const { whole, publicUrl } = props
  const { report, edition } = whole
  const address = citeAddress(publicUrl, report, edition)
  const children = <IndexPage {...props} />
  return writeOfflinePage({ lang: report.lang, title: report.title, address, children }, publicUrl)
}

function IndexPage(props: OfflineProps) {
  const { locale, whole, publicUrl } = props
  const { report, edition, blocks, pictures } = whole
  const { nameOf } = pictures
  const outline = outlineOf(blocks)
  return (
    <main>
      <h1>{report.title}</h1>
      <About {...props} />
      {outline.length > 0 && (
        <nav data-not-text="" aria-labelledby="contents" class="outline">
          <h2 id="contents" {...inLocale(locale)}>
            {words(locale)('contents')}
          </h2>
          <Outline
            locale={locale}
            entries={outline}
            lang={report.lang}
            href={({ id }) => `#${id}`}
          />
        </nav>
      )}
      <div class="text">
        <OfflineText
          locale={locale}
          blocks={blocks}
          addressOf={(id) => passageAddress(publicUrl, edition, id)}
          pictureOf={(figure) => picturePath(nameOf(figure))}
        />
      </div>
      <CiteAndCheck {...props} />
    </main>
  )
}

function picturePath(name: string | null): string | null {
  return name === null ? null : `pictures/${name}`
}

function About({ locale, whole: { report, edition }, publicUrl }: OfflineProps) {
  const say = words(locale)
  const date = sayDate(locale, edition.publishedAt)
  const { number, signedBy } = edition
  return (
    <header data-not-text="" {...inLocale(locale)}>
      {report.authors && <p lang={report.lang}>{report.authors}</p>}
      {report.illustrative && <p>{say('illustrative-text')}</p>}
      <p>{say('offline-copy', { number, date, name: sayPerson(locale, signedBy) })}</p>
      <p>
        <a href={citeAddress(publicUrl, report, edition)}>{say('read-online')}</a>
        {number > 1 && (
          <>
            {' · '}
            <a href="changes.html">{say('changes-title', { number })}</a>
          </>
        )}
        {' · '}
        <a href="#cite">{say('cite-and-check')}</a>
      </p>
    </header>
  )
}

function CiteAndCheck({ locale, whole: { report, edition }, publicUrl }: OfflineProps) {
  const say = words(locale)
  const said = {
    title: report.title,
    authors: report.authors ?? 'none',
    number: edition.number,
    date: sayDate(locale, edition.publishedAt),
    address: citeAddress(publicUrl, report, edition),
  }
  const file = 'edition.json'
  return (
    <footer data-not-text="" {...inLocale(locale)} aria-labelledby="cite">
      <h2 id="cite">{say('cite-and-check')}</h2>
      <dl>
        <dt>{say('how-to-cite')}</dt>
        <dd>{say('citation', said)}</dd>
        <dt>{say('licence-of-text')}</dt>
        <dd>
          {report.licence === null
            ? say('no-licence')
            : say('attribution', { ...said, licence: report.licence })}
        </dd>
        <dt>{say('hash-of-edition')}</dt>
        <dd>
          <code>{Buffer.from(edition.sha256).toString('hex')}</code>
        </dd>
        <dd>{say('hash-checked', { file })}</dd>
      </dl>
    </footer>
  )
}
