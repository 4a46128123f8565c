import { recordAct } from '../journal/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { newSalt } from '../platform/ids.ts'
import { commitTo } from './commitment.ts'
import {
  deleteSupportsOf,
  destroySalts,
  emptyAuthor,
  listEveryRevisionOf,
  lockContributionsOf,
  saveRenewed,
} from './erase-store.ts'
import { saveWithdrawal } from './save-store.ts'

/** What becomes of the texts of somebody who is erased: they stay without a name, or go. */
export type ErasedTexts = 'kept' | 'withdrawn'

/** A revision of an author who is erased, and what it is committed to as it stands since. */
export type Renewed = { number: number; revision: number; commitment: Buffer }

type Erasing = { personId: number; pseudonym: string; texts: ErasedTexts }

/**
 * Takes an author's name out of all that they said, with what they typed of themselves, and the words too where they
 * are withdrawn. A name stands in every commitment: the salts of before are destroyed, so that nobody can try
 * names on them, and what is left is committed to anew. Returns the new commitments, for the journal.
 */
export async function eraseAuthor(
  tx: Db,
  { personId, pseudonym, texts }: Erasing,
  now: Date,
): Promise<Renewed[]> {
  await deleteSupportsOf(tx, personId)
  const all = await lockContributionsOf(tx, personId)
  // What is withheld too: an appeal would show it again, without its words.
  for (const said of texts === 'withdrawn' ? all : []) {
    if (said.withdrawnAt !== null) continue
    await saveWithdrawal(tx, said, now)
    const { number } = said
    const object = `contribution/${number}`
    const act = { at: now, role: 'author', actor: pseudonym, action: 'contribution.withdrawn' }
    await recordAct(tx, { ...act, object }, { number })
  }
  await emptyAuthor(tx, personId)
  await destroySalts(tx, personId, { words: texts === 'withdrawn' })
  const renewed = (await listEveryRevisionOf(tx, personId)).map((said) => {
    const salt = newSalt()
    const { number, revision } = said
    return { number, revision, salt, commitment: commitTo(salt, said) }
  })
  await saveRenewed(tx, renewed)
  return renewed.map(({ number, revision, commitment }) => ({ number, revision, commitment }))
}
