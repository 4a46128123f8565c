import type { Child } from 'hono/jsx'
import { sayAuthor, type ContributionSubject } from '../contributions/index.ts'
import { can } from '../permissions.ts'
import type { PassageSubject, Report } from '../reports/index.ts'
import type { Panel, Viewing } from '../request.ts'
import type { TopicSubject } from '../topics/index.ts'
import { addressesOf } from './addresses.ts'
import { FollowPart } from './follow-part.tsx'
import { countFollowed, findFollowed } from './store.ts'
import { checkFollowed } from './subscription.ts'
import { words } from './words.ts'

/** On a report's front page, for whoever is signed in: following it. */
export const followReport: Panel<{ report: Report }> = async (viewing, { report }) => {
  const { db, locale } = viewing
  const personId = followerOf(viewing)
  if (personId === null) return null
  const followed = await findFollowed(db, personId, { kind: 'report', reportId: report.id })
  const asked = { kind: 'report' as const, id: report.slug }
  return (
    <FollowSection locale={locale}>
      <FollowPart {...{ locale, asked }} followed={followed === true} />
    </FollowSection>
  )
}

/** On a topic's page. */
export const followTopic: Panel<TopicSubject> = async (viewing, { report, topic }) => {
  const { db, locale } = viewing
  const personId = followerOf(viewing)
  if (personId === null || topic.state === 'draft') return null
  const followed = await findFollowed(db, personId, { kind: 'topic', topicId: topic.id })
  const asked = { kind: 'topic' as const, id: `${report.slug}/${topic.slug}` }
  return (
    <FollowSection locale={locale}>
      <FollowPart {...{ locale, asked }} followed={followed === true} />
    </FollowSection>
  )
}

/** On a passage's page. */
export const followPassage: Panel<PassageSubject> = async (viewing, { block }) => {
  const { db, locale } = viewing
  const personId = followerOf(viewing)
  if (personId === null) return null
  const followed = await findFollowed(db, personId, { kind: 'passage', blockId: block.id })
  const asked = { kind: 'passage' as const, id: block.id }
  return (
    <FollowSection locale={locale}>
      <FollowPart {...{ locale, asked }} followed={followed === true} />
    </FollowSection>
  )
}

/** On a contribution's page: following what comes of it, and whoever wrote it, by the name that is shown. */
export const followContribution: Panel<ContributionSubject> = async (viewing, { contribution }) => {
  const { db, locale } = viewing
  const personId = followerOf(viewing)
  if (personId === null || contribution.state === 'pending') return null
  const { number, state } = contribution
  const own = contribution.authorId === personId
  const said = await findFollowed(db, personId, { kind: 'contribution', number })
  const id = String(number)
  const named = checkFollowed('person', contribution, personId) === null
  const name = sayAuthor(locale, { name: contribution.author.name, state })
  return (
    <FollowSection locale={locale}>
      <FollowPart
        {...{ locale, own }}
        asked={{ kind: 'contribution', id }}
        followed={said ?? own}
      />
      {named && (
        <FollowPart
          {...{ locale, name }}
          asked={{ kind: 'person', id }}
          followed={(await findFollowed(db, personId, { kind: 'person', number })) === true}
        />
      )}
    </FollowSection>
  )
}

/** In somebody's account: the way to what they follow. */
export const ownNotices: Panel<{ personId: number }> = async ({ db, locale }, { personId }) => {
  const say = words(locale)
  const count = await countFollowed(db, personId)
  return (
    <section aria-labelledby="own-notices">
      <h2 id="own-notices">{say('notices')}</h2>
      <p>
        <a href={addressesOf(locale).notices}>{say('notices-link', { count })}</a>
      </p>
    </section>
  )
}

/** Null for whoever is not signed in, whose page is everybody's. */
function followerOf({ actor }: Viewing): number | null {
  return can(actor, 'subscription.keep', null) ? actor.personId : null
}

function FollowSection({ locale, children }: { locale: Viewing['locale']; children?: Child }) {
  const say = words(locale)
  return (
    <section class="following" id="follow" aria-labelledby="follow-title">
      <h2 id="follow-title">{say('follow-title')}</h2>
      {children}
      <p class="fine">
        <a href={addressesOf(locale).notices}>{say('keep-how')}</a>
      </p>
    </section>
  )
}
