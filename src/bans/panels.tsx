import type { ContributionSubject } from '../contributions/index.ts'
import { can, reportScope } from '../permissions.ts'
import { listReports, type Report } from '../reports/index.ts'
import type { Panel } from '../request.ts'
import { addressesOf, addressesOn, listAddress } from './addresses.ts'
import { isContested, isInForce } from './ban.ts'
import { sayUntil } from './banned-page.tsx'
import { sayBan, sayState } from './history.tsx'
import { findBan, listBansOf, listBansOn } from './store.ts'
import { titleOf } from './find-reasons.ts'
import { words } from './words.ts'

/** On a contribution's page, for moderators: warning whoever wrote it, keeping them from taking part. */
export const sanctionLinks: Panel<ContributionSubject> = async (
  { locale, actor },
  { report, contribution },
) => {
  if (!can(actor, 'ban.set', { reportId: report.id })) return null
  if (contribution.authorId === actor.personId) return null
  const say = words(locale)
  const there = addressesOn(locale, contribution.number)
  return (
    <p class="actions">
      <a href={there.warning}>{say('warn-author')}</a>
      <a href={there.ban}>{say('ban-author')}</a>
    </p>
  )
}

/** In a report's workshop: who may not take part in it, and how many of them contest it. */
export const bansLink: Panel<{ report: Report }> = async ({ db, locale, actor }, { report }) => {
  if (!can(actor, 'ban.read', { reportId: report.id })) return null
  const bans = await listBansOf(db, reportScope(report.id))
  const count = bans.filter(isContested).length
  return <a href={listAddress(locale, report)}>{words(locale)('open-bans', { count })}</a>
}

/** On a passage or a report, for whoever is banned there: until when they may not take part. */
export const bannedHere: Panel<{ report: Report }> = async (
  { db, locale, actor, now },
  { report },
) => {
  const own = actor.bans.find(({ scope: { kind, id } }) => kind === 'site' || id === report.id)
  const ban = own && (await findBan(db, own.id))
  if (!ban || !isInForce(ban, now)) return null
  return (
    <p class="notice waiting">
      {sayUntil(locale, ban, await titleOf(db, ban.scope))}{' '}
      <a href={addressesOf(locale, ban.id).own}>{words(locale)('banned-why')}</a>
    </p>
  )
}

/** In somebody's account: from what they are or were kept; and for moderators, the lists of those who are. */
export const ownBans: Panel<{ personId: number }> = async (
  { db, locale, actor, now },
  { personId },
) => {
  const bans = await listBansOn(db, personId)
  const say = words(locale)
  const kept = (await listReports(db)).filter(({ id }) => can(actor, 'ban.read', { reportId: id }))
  const lists = [
    ...(can(actor, 'ban.read', null)
      ? [{ href: listAddress(locale, null), label: say('bans-of-site') }]
      : []),
    ...kept.map((report) => ({
      href: listAddress(locale, report),
      label: say('bans-in', { title: report.title }),
    })),
  ]
  if (bans.length + lists.length === 0) return null
  return (
    <section aria-labelledby="own-bans">
      <h2 id="own-bans">{say('own-bans')}</h2>
      <ul>
        {bans.map((ban) => (
          <li>
            <a href={addressesOf(locale, ban.id).own}>{sayBan(locale, ban)}</a>{' '}
            {sayState(locale, ban, now, 'concerned')}
          </li>
        ))}
        {lists.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
