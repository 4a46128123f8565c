import type { Db } from '../platform/db/connect.ts'
import { inBatches } from '../platform/db/in-batches.ts'
import type { NewPerson } from './store.ts'

type ImportedPerson = NewPerson & { subject: string }

/** Saves people with their names in the source they come from; returns their ids, by journal pseudonym. */
export async function saveImportedPeople(
  tx: Db,
  people: readonly ImportedPerson[],
): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const batch of inBatches(people)) {
    const saved = await tx
      .insertInto('person')
      .values(batch.map(personValues))
      .returning(['id', 'pseudonym'])
      .execute()
    for (const { id, pseudonym } of saved) ids.set(pseudonym, id)
    const identities = batch.flatMap(({ pseudonym, subject, createdAt }) => {
      const personId = ids.get(pseudonym)
      if (personId === undefined) return []
      return [{ provider: 'import', subject, person_id: personId, created_at: createdAt }]
    })
    await tx.insertInto('identity').values(identities).execute()
  }
  return ids
}

function personValues(person: NewPerson) {
  return {
    pseudonym: person.pseudonym,
    display_name: person.displayName,
    helix_side: person.helixSide,
    organisation: person.organisation,
    locale: person.locale,
    created_at: person.createdAt,
  }
}
