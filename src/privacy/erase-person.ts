import { forgetSanctionsOf } from '../bans/index.ts'
import { eraseAuthor } from '../contributions/index.ts'
import { hex, recordAct } from '../journal/index.ts'
import { forgetRedressOf } from '../moderation/index.ts'
import { forgetFollowersOf } from '../notices/index.ts'
import { leaveEverything } from '../organisations/index.ts'
import { actorOf, eraseAccount, findPerson } from '../people/index.ts'
import { operator, type Actor, type Role } from '../permissions.ts'
import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { findTokens } from '../platform/ids.ts'
import { emptyMails } from '../platform/mail/forget-mail.ts'
import { enqueue } from '../platform/jobs/enqueue.ts'
import type { Mailing } from '../platform/mail/queue-mail.ts'
import { endRolesOf, forgetInvitationsOf } from '../roles/index.ts'
import type { HeldPerson } from './hold-person.ts'
import {
  deleteRowsOf,
  forgetSignedSizes,
  listMailedLinks,
  saveDone,
  type Erasure,
} from './store.ts'

type Erasing = { person: HeldPerson; erasure: Erasure; mailing: Mailing }

/**
 * Erases somebody who is held: their roles and memberships end, their name goes out of all that they said, and
 * everything that the register says is deleted. What is left is the pseudonym of their acts. The journal is
 * told what each of their contributions is committed to since.
 */
export async function erasePerson(
  tx: Db,
  { person, erasure, mailing }: Erasing,
  now: Date,
): Promise<void> {
  const { id: personId, pseudonym, emails } = person
  const mailed = await listMailedLinks(tx, personId)
  const { actor, role } = await findAsker(tx, erasure)
  const by = { pseudonym: actor.pseudonym, role }
  await leaveEverything(tx, { personId, actor, role }, now)
  await endRolesOf(tx, personId, by, now)
  await forgetInvitationsOf(tx, { personId, emails, by }, now)
  const { texts } = erasure
  const renewed = await eraseAuthor(tx, { personId, pseudonym, texts }, now)
  await forgetRedressOf(tx, { personId, emails }, now)
  await forgetSanctionsOf(tx, personId, now)
  await forgetFollowersOf(tx, personId)
  await deleteRowsOf(tx, { personId, pseudonym, emails })
  await forgetSignedSizes(tx, personId)
  await eraseAccount(tx, { personId, emails }, now)
  // Last: what others do to their contributions tells them by mail, and is waited for by now.
  const addresses = new Set(emails)
  await emptyMails(
    tx,
    mailing.key,
    ({ to, text }) => addresses.has(to) || findTokens(text).some((one) => mailed.has(hashOf(one))),
    now,
  )
  // What nobody holds any more goes once this is done: no file can be deleted in a transaction.
  await enqueue(tx, 'attachments.forget', {})
  await saveDone(tx, erasure.id, now)
  await recordAct(
    tx,
    {
      at: now,
      role,
      actor: actor.pseudonym,
      action: 'person.erased',
      object: `person/${pseudonym}`,
    },
    {
      texts,
      revisions: renewed.map(({ number, revision, commitment }) => [
        number,
        revision,
        hex(commitment),
      ]),
    },
  )
}

function hashOf(token: string): string {
  return hex(sha256(token))
}

/** Who is written down as having asked; the site itself, where nobody used the account any more. */
async function findAsker(
  tx: Db,
  { personId, askedBy }: Erasure,
): Promise<{ actor: Actor; role: Role }> {
  const asker = askedBy === null ? undefined : await findPerson(tx, askedBy)
  if (!asker) return { actor: operator, role: 'operator' }
  const role = askedBy === personId ? 'contributor' : 'administrator'
  return { actor: actorOf(asker, []), role }
}
