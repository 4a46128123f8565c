import { listCredits } from '../contributions/index.ts'
import { can } from '../permissions.ts'
import { inLanguage, sayDateTime } from '../platform/messages.ts'
import {
  contributionsBehind,
  listChanges,
  listWorkingBlocks,
  type PassageSubject,
  type Report,
} from '../reports/index.ts'
import type { Panel } from '../request.ts'
import { addressesOf } from './addresses.ts'
import { CausesView } from './causes-view.tsx'
import { findMerger } from './find-merged.ts'
import { countChanges } from './group-changes.ts'
import { words } from './words.ts'

/** In the workshop: the way to the working text, and to what waits for the next edition. */
export const workingTextLink: Panel<{ report: Report }> = async ({ db, locale }, { report }) => {
  const say = words(locale)
  const { text, changes } = addressesOf(locale, report)
  const { all } = countChanges(await listChanges(db, report.id, null))
  return (
    <>
      <p>
        <a class="button quiet" href={text}>
          {say('working-text')}
        </a>
      </p>
      {all > 0 && (
        <p>
          <a class="button quiet" href={changes}>
            {say('see-changes', { count: all })}
          </a>
        </p>
      )}
    </>
  )
}

/** On a passage that became a part of another: when, for what reason, and what caused it. */
export const whyMerged: Panel<PassageSubject> = async (
  { db, locale },
  { report, block, removedIn },
) => {
  const merger = removedIn === null ? undefined : await findMerger(db, block.id)
  if (merger?.editionNumber !== removedIn || !merger?.byHand) return null
  const say = words(locale)
  return (
    <section aria-labelledby="why-merged">
      <h2 id="why-merged">{say('why-merged')}</h2>
      <p class="byline">{say('changed-at', { date: sayDateTime(locale, merger.changedAt) })}</p>
      <blockquote class="reason" {...inLanguage(report.lang)}>
        <p>{merger.byHand.reason}</p>
      </blockquote>
      <CausesView
        locale={locale}
        lang={report.lang}
        causes={merger.causes}
        credits={await listCredits(db, contributionsBehind(merger))}
      />
    </section>
  )
}

/** On a passage, for the editors: the way to change its words. */
export const changeHere: Panel<PassageSubject> = async (
  { db, locale, actor },
  { report, block },
) => {
  if (!can(actor, 'text.change', { reportId: report.id })) return null
  const [now] = await listWorkingBlocks(db, report.id, [block.id])
  const say = words(locale)
  return (
    <p>
      <a href={addressesOf(locale, report).block(block.id)}>
        {say(now ? 'change-passage' : 'see-taken-out')}
      </a>
    </p>
  )
}
