import type { Actor, BanInForce, Grant } from '../permissions.ts'

/** The side of the triple helix from which somebody speaks. */
export const helixSides = ['political', 'academic', 'economic', 'association', 'citizen'] as const
export type HelixSide = (typeof helixSides)[number]

/** An office that somebody was elected to or holds in an administration; `title` in their own words. */
export type Office = { kind: OfficeKind; title: string }
export type OfficeKind = 'elected' | 'official'

export type Person = {
  id: number
  pseudonym: string
  displayName: string
  /** Null for a pseudonym that was imported. */
  helixSide: HelixSide | null
  /** As they say it themselves: nobody verified it. */
  organisation: string | null
  /** Whence they speak, in their own words. */
  territory: string | null
  /** Codes of the languages that they read. */
  languages: string[]
  /** As they say it themselves. */
  office: Office | null
}

export function actorOf(
  person: Person,
  grants: readonly Grant[],
  bans: readonly BanInForce[] = [],
): Actor {
  return { kind: 'person', personId: person.id, pseudonym: person.pseudonym, grants, bans }
}

/** Only an address of this site, and none that signs in: after it one reads on where one was. */
export function safeReturn(address: string, otherwise: string): string {
  const ours = /^\/(?!\/)[!-[\]-~]*$/.test(address)
  return ours && !/^\/(?:[a-z]+\/account\/)?sign-in/.test(address) ? address : otherwise
}
