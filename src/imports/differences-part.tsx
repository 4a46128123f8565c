import { ChangedPassage, stepsAt, type ToldBlocks } from '../reports/index.ts'
import { ChangesOverview } from '../ui/changes-overview.tsx'
import { Pagination } from '../ui/pagination.tsx'
import type { Differences } from './gather-differences.ts'
import { previewHref, type PreviewProps } from './preview-props.ts'
import { StandingHere, UnsettledPart } from './standing-part.tsx'
import { UndonePart } from './undone-part.tsx'
import { words } from './words.ts'

/** What the file would change of the text that is there. */
export function DifferencesPart(props: PreviewProps) {
  const { frame, differences } = props
  const say = words(frame.locale)
  return (
    <section aria-labelledby="differences">
      <h2 id="differences">{say('differences')}</h2>
      {differences === null ? (
        <p class="notice">{say('first-text')}</p>
      ) : differences.told.length === 0 ? (
        <p class="notice">{say('nothing-differs')}</p>
      ) : (
        <WhatDiffers {...props} differences={differences} />
      )}
    </section>
  )
}

type DifferingProps = PreviewProps & { differences: Differences }

function WhatDiffers(props: DifferingProps) {
  const { frame, report, differences } = props
  const { locale } = frame
  const say = words(locale)
  const { counts, part, placed, scale } = differences
  const { same, edited, moved, split, merged, removed } = counts
  const changed = edited + moved + split + merged + counts.added + removed
  return (
    <>
      <p>{say('what-stays', { same, changed })}</p>
      {removed > same + edited + moved + split + merged && (
        <p class="notice refused">{say('mostly-other')}</p>
      )}
      <UndonePart {...props} />
      <UnsettledPart locale={locale} report={report} differences={differences} />
      <ChangesOverview locale={locale} lang={report.lang} scale={scale} placed={placed} rank={3} />
      <Passages {...props} />
      <Pagination
        locale={locale}
        page={part.page}
        pages={part.pages}
        label={say('differences-pages')}
        hrefOf={(page) => `${previewHref(props)}?differences=${page}#differences`}
      />
    </>
  )
}

function Passages({ frame: { locale }, report, differences }: DifferingProps) {
  const { part, placed } = differences
  const text = `/${locale}/workshop/reports/${report.slug}/text`
  const hrefOf = ({ old: [was] }: ToldBlocks) => (was ? `${text}?at=${was.id}#${was.id}` : null)
  return (
    <>
      {part.groups.map((group, at) => (
        <ChangedPassage
          locale={locale}
          lang={report.lang}
          group={group}
          rank={3}
          at={null}
          steps={stepsAt(placed, part.skipped + at)}
          hrefOf={hrefOf}
        >
          <StandingHere
            locale={locale}
            report={report}
            differences={differences}
            told={[group.first, ...group.alike]}
          />
        </ChangedPassage>
      ))}
    </>
  )
}
