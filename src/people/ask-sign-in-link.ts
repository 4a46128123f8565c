import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { newToken } from '../platform/ids.ts'
import { queueMail, type Mailing } from '../platform/mail/queue-mail.ts'
import type { Locale } from '../platform/messages.ts'
import { countLinks, listLinkTimes, lockAddress, saveSignInLink } from './link-store.ts'
import {
  handedOverLinkHours,
  hour,
  hourBefore,
  linkMinutes,
  minuteBefore,
  refuseLink,
  type Refusal,
} from './sign-in-link.ts'
import { writeSignInMail } from './sign-in-mail.ts'

type Asked = { email: string; returnTo: string; locale: Locale }

export type AskedLink = { ok: true } | ({ ok: false } & Refusal)

/**
 * Mails a link that signs in whoever owns the address, in one transaction with the link; refused when
 * too many were asked for lately. Whether the address is known here changes nothing.
 */
export function askSignInLink(
  db: Db,
  mailing: Mailing,
  asked: Asked,
  now: Date,
): Promise<AskedLink> {
  return inTransaction(db, async (tx) => {
    const { email, locale } = asked
    await lockAddress(tx, email)
    const refusal = refuseLink(
      {
        forAddress: await listLinkTimes(tx, email, hourBefore(now)),
        forAll: await countLinks(tx, minuteBefore(now)),
      },
      now,
    )
    if (refusal) return { ok: false, ...refusal }

    const until = new Date(now.getTime() + linkMinutes * 60_000)
    const address = await makeLink(tx, { ...asked, publicUrl: mailing.publicUrl, until }, now)
    await queueMail(tx, mailing, writeSignInMail(locale, { email, address, until }), now)
    return { ok: true }
  })
}

/** The address of a link for the operator to hand over; it holds for a day. */
export function makeSignInLink(
  db: Db,
  publicUrl: string,
  asked: Asked,
  now: Date,
): Promise<string> {
  const until = new Date(now.getTime() + handedOverLinkHours * hour)
  return makeLink(db, { ...asked, publicUrl, until }, now)
}

type NewLink = Asked & { publicUrl: string; until: Date }

async function makeLink(tx: Db, link: NewLink, now: Date): Promise<string> {
  const { email, returnTo, locale, publicUrl, until } = link
  const token = newToken()
  await saveSignInLink(tx, {
    tokenSha256: sha256(token),
    email,
    returnTo,
    locale,
    createdAt: now,
    expiresAt: until,
  })
  return new URL(`/${locale}/account/sign-in-links/${token}`, publicUrl).href
}
