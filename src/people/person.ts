import type { Actor, Grant } from '../permissions.ts'

/** The side of the triple helix from which somebody speaks. */
export const helixSides = ['political', 'academic', 'economic', 'association', 'citizen'] as const
export type HelixSide = (typeof helixSides)[number]

export type Person = {
  id: number
  pseudonym: string
  displayName: string
  helixSide: HelixSide
  organisation: string | null
}

export function actorOf(person: Person, grants: readonly Grant[]): Actor {
  return { kind: 'person', personId: person.id, pseudonym: person.pseudonym, grants }
}

/** Only an address of this site: a link may not send somebody elsewhere after signing in. */
export function safeReturn(address: string, otherwise: string): string {
  return /^\/(?!\/)[!-[\]-~]*$/.test(address) ? address : otherwise
}
