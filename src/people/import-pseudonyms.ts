import { randomUUID } from 'node:crypto'
import type { Db } from '../platform/db/connect.ts'
import { saveImportedPeople } from './imported-store.ts'

type Pseudonyms = {
  /** What tells the pseudonyms of one source from those of another. */
  source: string
  /** Each once. */
  names: readonly string[]
  locale: string
}

/**
 * Makes one person for each pseudonym of a source that was held elsewhere, who speaks from no side
 * and has no way to sign in; returns their ids, by pseudonym.
 */
export async function importPseudonyms(
  tx: Db,
  { source, names, locale }: Pseudonyms,
  now: Date,
): Promise<Map<string, number>> {
  const people = names.map((name) => ({
    pseudonym: randomUUID(),
    displayName: name,
    helixSide: null,
    organisation: null,
    locale,
    createdAt: now,
    subject: `${source}:${name}`,
  }))
  const ids = await saveImportedPeople(tx, people)
  return new Map(
    people.flatMap(({ displayName, pseudonym }) => {
      const id = ids.get(pseudonym)
      return id === undefined ? [] : [[displayName, id]]
    }),
  )
}
