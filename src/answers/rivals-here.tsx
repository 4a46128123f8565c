import { isAmendment, listContributions } from '../contributions/index.ts'
import type { PassageSubject } from '../reports/index.ts'
import type { Panel } from '../request.ts'
import { gatherRivals } from './gather-rivals.ts'
import { RivalsView } from './rivals-view.tsx'
import { words } from './words.ts'

/** Compared at once, the most supported; the list of contributions has them all. */
const compared = 30

/** On a passage: amendments that rewrite the same sentences of it, side by side. */
export const rivalsHere: Panel<PassageSubject> = async ({ db, locale }, subject) => {
  const { report, edition, block } = subject
  const listed = await listContributions(
    db,
    { reportId: report.id, on: { editionId: edition.id, blockIds: [block.id] }, kind: 'amendment' },
    { order: 'supported', limit: compared, offset: 0 },
  )
  const open = listed.filter(isAmendment).filter(({ state }) => state === 'published')
  const rivals = await gatherRivals(
    db,
    open.toSorted((one, other) => one.number - other.number),
  )
  if (rivals.length === 0) return null
  return (
    <section aria-labelledby="rivals">
      <h2 id="rivals">{words(locale)('rivals-title')}</h2>
      {rivals.map((one) => (
        <RivalsView locale={locale} report={report} rivals={one} edition={edition.number} />
      ))}
    </section>
  )
}
