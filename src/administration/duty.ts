import type { Conformity } from '../ui/layout.tsx'

/** What the modules know of the site, for whoever administers it. */
export type SiteFacts = {
  invitations: number
  erasures: number
  /** Those that hold for the whole site, and how many of them are contested and wait. */
  bans: { inForce: number; contested: number }
  charter: { version: number; keptAt: Date }
  terms: { version: number; keptAt: Date }
  /** How much of what the law wants said of the site is missing. */
  missing: number
  conformity: Conformity
  /** An audit is published, however old. */
  audited: boolean
}

/** Something that administrators keep, and how it stands: whether they have to do something about it. */
export type Duty = { waits: boolean } & (
  | { name: 'invitations' | 'erasures' | 'legal-notice'; count: number }
  | { name: 'bans'; count: number; contested: number }
  | { name: 'charter' | 'terms'; version: number; keptAt: Date }
  | { name: 'accessibility'; conformity: Conformity; audited: boolean }
)

/** What waits for an administrator first, else in the order in which a site is set up. */
export function listDuties(facts: SiteFacts): Duty[] {
  const { missing, terms, charter, conformity, audited, invitations, erasures, bans } = facts
  const duties: Duty[] = [
    { name: 'legal-notice', waits: missing > 0, count: missing },
    // The first comes with the program, and says itself that somebody has to adapt it.
    { name: 'terms', waits: terms.version === 1, ...terms },
    { name: 'charter', waits: false, ...charter },
    { name: 'accessibility', waits: conformity === 'none', conformity, audited },
    { name: 'erasures', waits: erasures > 0, count: erasures },
    { name: 'invitations', waits: false, count: invitations },
    {
      name: 'bans',
      waits: bans.contested > 0,
      count: bans.inForce,
      contested: bans.contested,
    },
  ]
  return [...duties.filter(({ waits }) => waits), ...duties.filter(({ waits }) => !waits)]
}
