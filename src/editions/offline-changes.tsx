import { inLocale, sayDate } from '../platform/messages.ts'
import { groupAlike, placeChanges } from '../reports/index.ts'
import { ChangesOverview } from '../ui/changes-overview.tsx'
import { citeAddress } from './addresses.ts'
import { ChangedPassages } from './changed-passages.tsx'
import { WhatChangedNothing } from './changes-page.tsx'
import { reasonsOf } from './list-changed-blocks.ts'
import { writeOfflinePage, type OfflineProps } from './offline-frame.tsx'
import { words } from './words.ts'

/** What changed in an edition and why, whole, with every answer and its reason. */
export function writeChangesPage(props: OfflineProps): Promise<string> {
  const { locale, whole, publicUrl } = props
  const { report, edition } = whole
  const title = `${words(locale)('changes-title', { number: edition.number })} · ${report.title}`
  const address = citeAddress(publicUrl, report, edition)
  const { lang } = inLocale(locale)
  return writeOfflinePage({ lang, title, address, children: <Changes {...props} /> }, publicUrl)
}

function Changes({ locale, whole }: OfflineProps) {
  const { report, edition, changed, credits } = whole
  const say = words(locale)
  const { number } = edition
  const groups = groupAlike(changed, reasonsOf)
  const placed = placeChanges(groups, { page: null, addressOf: String })
  return (
    <main class="changes">
      <p>
        <a href="index.html">{say('back-to-text', { number })}</a>
      </p>
      <h1>{say('changes-title', { number })}</h1>
      <p>
        {say('changes-lead', {
          count: changed.length,
          date: sayDate(locale, edition.publishedAt),
        })}
      </p>
      <ChangesOverview locale={locale} lang={report.lang} scale={whole.scale} placed={placed} />
      <ChangedPassages
        locale={locale}
        report={report}
        part={{ groups, skipped: 0, at: null }}
        placed={placed}
        credits={credits}
      />
      <WhatChangedNothing {...whole} locale={locale} />
    </main>
  )
}
