import { findCharter } from '../moderation/index.ts'
import { findAddress } from '../people/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { sayDate, type Locale } from '../platform/messages.ts'
import { queueMail, type Mailing } from '../platform/mail/queue-mail.ts'
import { lastDay, overlap } from '../roles/index.ts'
import { isInForce, type Ban } from './ban.ts'
import { findReasons, titleOf } from './find-reasons.ts'
import { sayRule, sayWhere, statementOf } from './statement.ts'
import { findBan, listBansOn } from './store.ts'
import type { Warning } from './warning.ts'
import { words } from './words.ts'

type Notice = { kind: 'set' | 'lifted' | 'upheld' | 'ended'; id: number }

/** Tells whoever is banned, if they have an address, in their language: that they are and why, or what became of it. */
export async function queueBanNotice(
  tx: Db,
  mailing: Mailing,
  { kind, id }: Notice,
  now: Date,
): Promise<void> {
  const ban = await findBan(tx, id)
  const address = ban && (await findAddress(tx, ban.personId))
  if (!ban || !address) return
  const { email: to, locale: lang } = address
  const say = words(lang)
  const reasons = await findReasons(tx, ban)
  const where = sayWhere(lang, reasons.title)
  const text = [
    say('notice-text', { kind, where }),
    ...(kind === 'set' ? [] : await sayWhatHolds(tx, ban, { kind, lang }, now)),
    ...(kind === 'set'
      ? statementOf(lang, reasons).map(({ term, text: said }) => `${term}\n${said}`)
      : [`${say('st-facts')}\n${reasonIn(kind, ban)}`]),
    `${mailing.publicUrl}/${lang}/account/bans/${id}`,
  ].join('\n\n')
  await queueMail(
    tx,
    mailing,
    { to, lang, subject: say('notice-subject', { kind, where }), text },
    now,
  )
}

/** Whether they may take part there now: another may hold; and that nobody decides on what they said any more. */
async function sayWhatHolds(
  tx: Db,
  ban: Ban,
  { kind, lang }: { kind: Notice['kind']; lang: Locale },
  now: Date,
): Promise<string[]> {
  const say = words(lang)
  const bans = await listBansOn(tx, ban.personId)
  const holding = bans.filter((one) => isInForce(one, now) && overlap(one.scope, ban.scope))
  const settled = bans.some(({ contest }) => Number(contest?.settledAt) === Number(now))
  const free = holding.length === 0 && kind !== 'upheld'
  return [
    ...(free ? [say('notice-free', { where: sayWhere(lang, await titleOf(tx, ban.scope)) })] : []),
    ...(await Promise.all(
      holding.map(async ({ scope, until }) =>
        say('notice-still', {
          where: sayWhere(lang, await titleOf(tx, scope)),
          until: sayDate(lang, lastDay(until)),
        }),
      ),
    )),
    ...(settled ? [say('notice-settled')] : []),
  ]
}

function reasonIn(kind: Notice['kind'], { end, contest }: Ban): string {
  return (kind === 'lifted' ? end?.reason : contest?.decision?.reason) ?? ''
}

type Told = Pick<Warning, 'personId' | 'contributionNumber' | 'version' | 'rule' | 'reason'>

export async function queueWarningNotice(
  tx: Db,
  mailing: Mailing,
  warning: Told,
  now: Date,
): Promise<void> {
  const address = await findAddress(tx, warning.personId)
  if (!address) return
  const { email: to, locale: lang } = address
  const say = words(lang)
  const number = warning.contributionNumber
  const rule = sayRule(lang, warning, await findCharter(tx, warning.version))
  const text = [
    say('warning-text', { number }),
    `${say('st-rule')}\n${rule}`,
    `${say('st-facts')}\n${warning.reason}`,
    say('warning-next'),
    `${mailing.publicUrl}/${lang}/contributions/${number}`,
  ].join('\n\n')
  await queueMail(tx, mailing, { to, lang, subject: say('warning-subject', { number }), text }, now)
}
