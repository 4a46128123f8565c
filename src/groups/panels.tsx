import type { ContributionSubject } from '../contributions/index.ts'
import { can } from '../permissions.ts'
import { inLanguage } from '../platform/messages.ts'
import type { Report, ReportSubject } from '../reports/index.ts'
import type { Panel } from '../request.ts'
import { addressesOf } from './addresses.ts'
import { countMembers } from './count-store.ts'
import { countGroups, findGroupWith } from './store.ts'
import { words } from './words.ts'

/** On a contribution's page: with how many others it is read, and for editors what is like it. */
export const groupHere: Panel<ContributionSubject> = async (
  { db, locale, actor },
  { report, contribution },
) => {
  const say = words(locale)
  const { number, replyTo, state } = contribution
  const group = await findGroupWith(db, number)
  const mayKeep =
    replyTo === null && state === 'published' && can(actor, 'group.keep', { reportId: report.id })
  if (!group && !mayKeep) return null
  const others = group ? group.numbers.filter((one) => one !== number) : []
  const { open } = await countMembers(db, others)
  const there = addressesOf(locale, report)
  return (
    <>
      {group && (
        <p class="notice">
          {say('read-together', { count: open })}{' '}
          <a href={there.page(group.id)} {...inLanguage(report.lang)}>
            {group.title}
          </a>
        </p>
      )}
      {mayKeep && (
        <p>
          <a href={there.alike(number)}>{say('see-alike')}</a>
        </p>
      )}
    </>
  )
}

/** On the front page, once there is one. */
export const groupsLink: Panel<ReportSubject> = async ({ db, locale }, { report }) => {
  const count = await countGroups(db, report.id)
  if (count === 0) return null
  return (
    <p>
      <a href={addressesOf(locale, report).pages}>{words(locale)('open-groups', { count })}</a>
    </p>
  )
}

/** In the workshop. */
export const keepGroupsLink: Panel<{ report: Report }> = async ({ locale, actor }, { report }) =>
  can(actor, 'group.keep', { reportId: report.id }) ? (
    <a href={addressesOf(locale, report).kept}>{words(locale)('keep-groups')}</a>
  ) : null
