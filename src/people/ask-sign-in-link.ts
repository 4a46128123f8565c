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
import { writeAddressMail, writeSignInMail } from './sign-in-mail.ts'

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
  return askLink(db, mailing, { ...asked, addsTo: null, write: writeSignInMail }, now)
}

type AskedAddress = { email: string; personId: number; locale: Locale }

/**
 * Mails a link by which somebody who is signed in proves that the address is theirs; as `askSignInLink`, and
 * within the same limits.
 */
export function askAddressLink(
  db: Db,
  mailing: Mailing,
  { email, personId, locale }: AskedAddress,
  now: Date,
): Promise<AskedLink> {
  const returnTo = `/${locale}/account?done=way-added`
  const asked = { email, locale, returnTo, addsTo: personId, write: writeAddressMail }
  return askLink(db, mailing, asked, now)
}

type AskedOfEither = Asked & { addsTo: number | null; write: typeof writeSignInMail }

function askLink(db: Db, mailing: Mailing, asked: AskedOfEither, now: Date): Promise<AskedLink> {
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
    await queueMail(tx, mailing, asked.write(locale, { email, address, until }), now)
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
  return makeLink(db, { ...asked, publicUrl, until, addsTo: null }, now)
}

type NewLink = Asked & { publicUrl: string; until: Date; addsTo: number | null }

async function makeLink(tx: Db, link: NewLink, now: Date): Promise<string> {
  const { email, returnTo, locale, publicUrl, until, addsTo } = link
  const token = newToken()
  await saveSignInLink(tx, {
    tokenSha256: sha256(token),
    email,
    returnTo,
    locale,
    createdAt: now,
    expiresAt: until,
    addsTo,
  })
  const links = addsTo === null ? 'sign-in-links' : 'address-links'
  return new URL(`/${locale}/account/${links}/${token}`, publicUrl).href
}
