import type { Locale } from '../platform/messages.ts'
import type { Db } from '../platform/db/connect.ts'
import type { PassageSubject } from '../reports/index.ts'
import type { Panel } from '../request.ts'
import type { TopicSubject } from '../topics/index.ts'
import { ContributionList, type ListedContribution } from './contributions-page.tsx'
import { stances, type Contribution, type Stance } from './contribution.ts'
import { listPage, withCounts } from './list-entries.ts'
import type { Listed } from './list-store.ts'
import { words } from './words.ts'

/** Arguments of each side: how many there are, and the newest of them. */
export type Sides = Record<Stance, { listed: ListedContribution[]; count: number }>

/** Of each side; all are in the list below. */
const shownHere = 5

/** On a passage: what is said for it and against it, side by side. */
export const argumentsOnPassage: Panel<PassageSubject> = async (
  { db, locale },
  { report, edition, block },
) => {
  const on = { editionId: edition.id, blockIds: [block.id] }
  return <BothSides locale={locale} sides={await gatherSides(db, { reportId: report.id, on })} />
}

/** On a topic's assertion. */
export const argumentsOnTopic: Panel<TopicSubject> = async ({ db, locale }, { report, topic }) => {
  const sides = await gatherSides(db, { reportId: report.id, topicId: topic.id })
  return <BothSides locale={locale} sides={sides} />
}

async function gatherSides(db: Db, of: Listed): Promise<Sides> {
  const page = { order: 'newest' as const, limit: shownHere, offset: 0 }
  const side = (stance: Stance) =>
    listPage(db, { ...of, kind: 'argument', stance, published: true }, page)
  return { for: await side('for'), against: await side('against') }
}

/** Those among what was said in answer to a contribution, the newest first. */
export async function sidesOf(
  db: Db,
  number: number,
  replies: readonly Contribution[],
): Promise<Sides> {
  const side = async (stance: Stance) => {
    const theirs = replies
      .filter((reply) => reply.replyTo === number && reply.state === 'published')
      .filter((reply) => reply.stance === stance)
      .toReversed()
    return { listed: await withCounts(db, theirs.slice(0, shownHere)), count: theirs.length }
  }
  return { for: await side('for'), against: await side('against') }
}

/** What is said for something and against it, each as long as the other: nothing until somebody argued. */
export function BothSides({ locale, sides }: { locale: Locale; sides: Sides }) {
  if (sides.for.count + sides.against.count === 0) return null
  const say = words(locale)
  return (
    <section aria-labelledby="both-sides">
      <h2 id="both-sides">{say('both-sides')}</h2>
      <div class="both-sides">
        {stances.map((stance) => {
          const { listed, count } = sides[stance]
          return (
            <section class={stance} aria-labelledby={`side-${stance}`}>
              <h3 id={`side-${stance}`}>{say(`side-${stance}`, { count })}</h3>
              {count === 0 ? (
                <p class="empty">{say('side-empty')}</p>
              ) : (
                <ContributionList locale={locale} listed={listed} />
              )}
              {count > listed.length && (
                <p class="fine">{say('newest-shown', { count: listed.length })}</p>
              )}
            </section>
          )
        })}
      </div>
    </section>
  )
}
