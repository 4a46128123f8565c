import { findTrueName } from '../people/index.ts'
import { can } from '../permissions.ts'
import { asksTrueNames, type Report } from '../reports/index.ts'
import type { Panel } from '../request.ts'
import { ContributionList } from './contributions-page.tsx'
import { countSpokenFor } from './count-store.ts'
import { withCounts } from './list-entries.ts'
import type { ContributionSubject } from './require-contribution.ts'
import { listSpokenFor } from './store.ts'
import { words } from './words.ts'

/** On an organisation's page; the newest. */
const shownHere = 50

/** What was said in an organisation's name, on its page. */
export const spokenInItsName: Panel<{ slug: string }> = async ({ db, locale }, { slug }) => {
  const count = await countSpokenFor(db, slug)
  const said = await listSpokenFor(db, slug, shownHere)
  const say = words(locale)
  return (
    <section aria-labelledby="in-its-name">
      <h2 id="in-its-name">{say('organisation-contributions', { count })}</h2>
      {count > 0 && <ContributionList locale={locale} listed={await withCounts(db, said)} />}
      {count > said.length && <p class="fine">{say('newest-shown', { count: said.length })}</p>}
    </section>
  )
}

/** Who the author of a contribution is, for those alone who see it where a report asks. */
export const whoItIs: Panel<ContributionSubject> = async (
  { db, actor, locale },
  { report, contribution },
) => {
  if (!can(actor, 'true-name.read', { reportId: report.id })) return null
  if (!(await asksTrueNames(db, report.id))) return null
  const name = await findTrueName(db, contribution.authorId)
  return name && <p class="notice">{words(locale)('own-true-name', { name })}</p>
}

/** In the workshop: the way to what the report asks of those who contribute. */
export const trueNamesLink: Panel<{ report: Report }> = async ({ actor, locale }, { report }) => {
  if (!can(actor, 'true-name.require', { reportId: report.id })) return null
  return (
    <p>
      <a class="button quiet" href={`/${locale}/workshop/reports/${report.slug}/true-names`}>
        {words(locale)('true-names')}
      </a>
    </p>
  )
}
