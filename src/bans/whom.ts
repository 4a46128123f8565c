/** Whom a ban or a warning is about and what gave occasion, with the salt of the hash that the journal has of both. */
export type Whom = { pseudonym: string; contribution: number; salt: Uint8Array }

type Row = {
  pseudonym: string | null
  contributionNumber: number | null
  salt: Uint8Array | null
}

/** Null once it is forgotten. */
export function toWhom({ pseudonym, contributionNumber, salt }: Row): Whom | null {
  if (pseudonym === null || contributionNumber === null || salt === null) return null
  return { pseudonym, contribution: contributionNumber, salt }
}
