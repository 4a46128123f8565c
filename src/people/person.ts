import type { Actor, Grant } from '../permissions.ts'

/** The side of the triple helix from which somebody speaks. */
export const helixSides = ['political', 'academic', 'economic', 'association', 'citizen'] as const
export type HelixSide = (typeof helixSides)[number]

export type Person = {
  id: number
  pseudonym: string
  displayName: string
  /** Null for a pseudonym that was imported. */
  helixSide: HelixSide | null
  organisation: string | null
}

export function actorOf(person: Person, grants: readonly Grant[]): Actor {
  return { kind: 'person', personId: person.id, pseudonym: person.pseudonym, grants }
}

/** Only an address of this site, and none that signs in: after it one reads on where one was. */
export function safeReturn(address: string, otherwise: string): string {
  const ours = /^\/(?!\/)[!-[\]-~]*$/.test(address)
  return ours && !/^\/(?:[a-z]+\/account\/)?sign-in/.test(address) ? address : otherwise
}
