import { listRenewed } from '../contributions/index.ts'
import { hex, listActs } from '../journal/index.ts'
import { listErased } from '../people/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { compareAccounts, type AccountFinding } from './verify-accounts.ts'

/**
 * Who is erased is so because the journal says it, once; and what is committed to anew is what it says of them: no
 * other words lose their salt or their author.
 */
export async function verifyErasures(db: Db): Promise<AccountFinding[]> {
  const renewed = Map.groupBy(await listRenewed(db), ({ author }) => author)
  const people = new Map((await listErased(db)).map((person) => [person.pseudonym, person]))
  // An author who has no erasure has no moment of it either, and is not in the journal.
  const pseudonyms = new Set([...people.keys(), ...renewed.keys()])
  const accounts = [...pseudonyms].map((pseudonym) => ({
    object: `person/${pseudonym}`,
    at: people.get(pseudonym)?.erasedAt ?? new Date(0),
    actor: null,
    says: {
      texts: people.get(pseudonym)?.texts ?? null,
      revisions: (renewed.get(pseudonym) ?? []).map(({ number, revision, commitment }) => [
        number,
        revision,
        hex(commitment),
      ]),
    },
  }))
  return compareAccounts(accounts, await listActs(db, ['person.erased']))
}
