import type { Sign } from './judge.ts'

/** Of what kind a sign is, for whoever wrote what was held. */
const families = ['sending', 'links', 'words', 'account'] as const
type Family = (typeof families)[number]

const familyOf: Record<Sign, Family> = {
  'hidden-field': 'sending',
  'too-fast': 'sending',
  hasty: 'sending',
  'form-unsigned': 'sending',
  'form-replayed': 'sending',
  link: 'links',
  'many-links': 'links',
  'linked-domain': 'links',
  'shared-domain': 'links',
  'copied-text': 'words',
  'campaign-text': 'words',
  'says-it-again': 'words',
  'new-account': 'account',
  'held-before': 'account',
  'busy-network': 'account',
}

/** Each once, in one order; of signs that are not known any more, none. */
export function familiesOf(signs: readonly string[]): Family[] {
  const known: Partial<Record<string, Family>> = familyOf
  const found = new Set(signs.map((sign) => known[sign]))
  return families.filter((family) => found.has(family))
}
