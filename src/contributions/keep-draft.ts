import { lockPerson } from '../people/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { countDrafts, findDraft, saveDraft, type DraftPlace } from './draft-store.ts'
import { draftOf, type FormFields } from './forms.ts'
import { findBySubmission } from './store.ts'
import { requirePersonId } from './record-own-act.ts'

/** More than anybody has open at once; what a program leaves behind stays bounded. */
export const draftLimit = 50

/** Characters: twice the longest that can be published. */
const largestDraft = 100_000

export type Draft = DraftPlace & { key: string; fields: FormFields }

/**
 * Keeps what is being written, for its author alone, under the form's key. False, and nothing kept,
 * when there are too many already, or that form was published.
 */
export function keepDraft(db: Db, actor: Actor, draft: Draft, now: Date): Promise<boolean> {
  const { key, fields, ...place } = draft
  authorize(actor, 'contribution.submit', { reportId: place.reportId })
  const authorId = requirePersonId(actor)
  return inTransaction(db, async (tx) => {
    // What one person sends at once is counted one after the other.
    await lockPerson(tx, authorId)
    if (await findBySubmission(tx, authorId, key)) return false
    if (JSON.stringify(draftOf(fields)).length > largestDraft) return false
    const known = await findDraft(tx, authorId, key)
    if (!known && (await countDrafts(tx, authorId)) >= draftLimit) return false
    await saveDraft(tx, authorId, { ...place, key, fields: draftOf(fields), updatedAt: now })
    return true
  })
}
