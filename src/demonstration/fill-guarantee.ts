import { contestBan, giveWarning, setBan } from '../bans/index.ts'
import { correctOpinion, publishOpinion } from '../guarantee/index.ts'
import { assertDone } from './assert-done.ts'
import { contributionNamed, type Filling } from './filling.ts'
import { opinion, sanctioned } from './guarantee.ts'

/** Somebody warned, then kept from taking part, who contests it: that waits for another moderator. */
export async function fillSanctions({ db, people, numbers, daysAgo }: Filling): Promise<void> {
  const number = contributionNamed(numbers, sanctioned.of)
  const { rule, days } = sanctioned
  const moderator = people('moderation')
  const warning = { number, typed: { rule, reason: sanctioned.warned, seen: null }, mailing: null }
  const warned = await giveWarning(db, moderator, warning, daysAgo(sanctioned.warnedDaysAgo))
  assertDone(warned)
  const typed = {
    scope: 'report' as const,
    rule,
    until: daysAgo(sanctioned.bannedDaysAgo - days)
      .toISOString()
      .slice(0, 10),
    basis: warned.ok ? warned.id : null,
    grave: '',
    reason: sanctioned.banned,
    seen: null,
  }
  const setting = { number, typed, mailing: null }
  const set = await setBan(db, moderator, setting, daysAgo(sanctioned.bannedDaysAgo))
  assertDone(set)
  if (!set.ok) return
  const contesting = { id: set.id, words: sanctioned.contested }
  const then = daysAgo(sanctioned.contestedDaysAgo)
  assertDone(await contestBan(db, people(sanctioned.by), contesting, then))
}

/** What the guarantor says, and the correction of it. */
export async function fillOpinion({ db, report, people, daysAgo }: Filling): Promise<void> {
  const guarantor = people(opinion.by)
  const { title, body, lang, edition } = opinion
  const said = { title, body, lang, edition, reason: '', key: 'demonstration-opinion', read: 0 }
  const publishing = { report, typed: said }
  const published = await publishOpinion(db, guarantor, publishing, daysAgo(opinion.daysAgo))
  assertDone(published)
  if (!published.ok) return
  const corrected = { ...said, body: body.replace(...opinion.correction), read: 1 }
  const correcting = {
    report,
    id: published.id,
    typed: { ...corrected, reason: opinion.reason },
  }
  const then = daysAgo(opinion.correctedDaysAgo)
  assertDone(await correctOpinion(db, guarantor, correcting, then))
}
