import { saySize } from '../platform/messages.ts'
import type { ReportSubject } from '../reports/index.ts'
import type { Panel } from '../request.ts'
import { downloadAddress, downloadFormats } from './download.ts'
import { sizeDownloads } from './download-sizes.ts'
import { words } from './words.ts'

/** First of a front page's buttons: the whole report to read offline, a press away. */
export const downloadButton: Panel<ReportSubject> = async (viewing, subject) => {
  const { db, locale, publicUrl } = viewing
  const sizes = await sizeDownloads(db, subject, { locale, publicUrl })
  const { report, edition } = subject
  return (
    <a class="button" href={downloadAddress(locale, report, edition, 'html')}>
      {words(locale)('download-button', { size: saySize(locale, sizes.html) })}
    </a>
  )
}

/** On the front and on an edition's page: the edition to take away, each file with its size said first. */
export const downloads: Panel<ReportSubject> = async ({ db, locale, publicUrl }, subject) => {
  const { report, edition } = subject
  const say = words(locale)
  const sizes = await sizeDownloads(db, subject, { locale, publicUrl })
  return (
    <section class="downloads" id="downloads" aria-labelledby="downloads-title">
      <h2 id="downloads-title">{say('downloads-title')}</h2>
      <ul>
        {downloadFormats.map((format) => (
          <li>
            <a href={downloadAddress(locale, report, edition, format)}>
              <span class="format">{say('download-as', { format })}</span>{' '}
              <span class="size">{saySize(locale, sizes[format])}</span>{' '}
              <span class="for">{say('download-for', { format })}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
