const rules = (only: string) => ({ test: 'src/organisations/organisation.test.ts', only })
const siret = (only: string) => ({ test: 'src/organisations/siret.test.ts', only })
const table = { test: 'src/permissions.test.ts' }
const keeping = { test: 'test/organisations.test.ts' }
const proofs = { test: 'test/organisation-proofs.test.ts' }

/** Ways to break who an organisation is and who keeps it, and how one knows. */
export const organisationMutants = [
  {
    name: 'organisations: a lead of one keeps every other',
    file: 'src/permissions.ts',
    replace: "scope.kind === 'report' ? thing?.reportId : thing?.organisationId",
    by: "scope.kind === 'report' ? thing?.reportId : scope.id",
    guard: table,
  },
  {
    name: 'organisations: a role of a report holds for the organisation of its number',
    file: 'src/permissions.ts',
    replace: "scope.kind === 'report' ? thing?.reportId : thing?.organisationId",
    by: 'thing?.reportId ?? thing?.organisationId',
    guard: table,
  },
  {
    name: 'organisations: anybody is a member',
    file: 'src/permissions.ts',
    replace: 'if (thing.memberId === personId && !banned) roles',
    by: 'if (thing.memberId !== undefined && !banned) roles',
    guard: table,
  },
  {
    name: 'organisations: a SIRET is any fourteen digits',
    file: 'src/organisations/siret.ts',
    replace: 'if (isLuhn(digits) && isLuhn(digits.slice(0, 9))) return digits',
    by: 'if (digits) return digits',
    guard: siret('a SIRET is fourteen'),
  },
  {
    name: 'organisations: a SIREN is not checked',
    file: 'src/organisations/siret.ts',
    replace: ' && isLuhn(digits.slice(0, 9))',
    by: '',
    guard: siret('the nine digits'),
  },
  {
    name: 'organisations: everybody counts as La Poste does',
    file: 'src/organisations/siret.ts',
    replace: 'digits.startsWith(laPoste) && ',
    by: '',
    guard: siret('the establishments'),
  },
  {
    name: 'organisations: free mail proves an organisation',
    file: 'src/organisations/mail-domain.ts',
    replace: "freeMailDomains.has(labels.slice(at).join('.'))",
    by: 'freeMailDomains.has(domain)',
    guard: rules('a domain is read'),
  },
  {
    name: 'organisations: free mail of another country proves an organisation',
    file: 'src/organisations/mail-domain.ts',
    replace: 'secondLevel.has(last) && labels.length > 2 ? labels.at(-3) : last',
    by: 'last',
    guard: rules('a domain is read'),
  },
  {
    name: 'organisations: an address that ends like the domain is at it',
    file: 'src/organisations/mail-domain.ts',
    replace: "return email.slice(email.lastIndexOf('@') + 1) === domain",
    by: 'return email.endsWith(domain)',
    guard: rules('an address is at'),
  },
  {
    name: 'organisations: a new name keeps the verification',
    file: 'src/organisations/organisation.ts',
    replace: '    before.name !== after.name ||\n',
    by: '',
    guard: rules('what was verified is lost'),
  },
  {
    name: 'organisations: what is lost is still shown as verified',
    file: 'src/organisations/keep-organisation.ts',
    replace: 'verified: !lost',
    by: 'verified: true',
    guard: keeping,
  },
  {
    name: 'organisations: what was changed meanwhile is overwritten',
    file: 'src/organisations/keep-organisation.ts',
    replace:
      "    if (before.revision !== revision) return { ok: false, problems: ['changed-since'] }\n",
    by: '',
    guard: keeping,
  },
  {
    name: 'organisations: one form makes two',
    file: 'src/organisations/keep-organisation.ts',
    replace: '    if (made) return { ok: true, slug: made.slug }\n',
    by: '    if (made) return { ok: false, problems: [] }\n',
    guard: keeping,
  },
  {
    name: 'organisations: as many as a program can make in a day',
    file: 'src/organisations/keep-organisation.ts',
    replace: '>= dailyLimit',
    by: '>= dailyLimit * 2',
    guard: keeping,
  },
  {
    name: 'organisations: one SIRET verifies two',
    file: 'src/organisations/verify-organisation.ts',
    replace: 'siret !== null && (await isSiretTaken(tx, id, siret))',
    by: "siret === '' && (await isSiretTaken(tx, id, siret))",
    guard: keeping,
  },
  {
    name: 'organisations: their lead verifies one by hand',
    file: 'src/permissions.ts',
    replace: "'organisation.verify': ['operator', 'administrator']",
    by: "'organisation.verify': ['operator', 'administrator', 'organisation-lead']",
    guard: keeping,
  },
  {
    name: 'proof: any SIRET that somebody works at will do',
    file: 'src/organisations/verify-organisation.ts',
    replace: 'if (vouched !== siret)',
    by: 'if (vouched === null)',
    guard: { test: 'test/organisation-siret.test.ts' },
  },
  {
    name: 'proof: what a provider said to another session vouches',
    file: 'src/people/way-store.ts',
    replace: `
        .onRef('identity.provider', '=', 'session.provider'),`,
    by: `,`,
    guard: { test: 'test/organisation-siret.test.ts' },
  },
  {
    name: 'proof: a link proves for whoever opens it',
    file: 'src/organisations/verify-organisation.ts',
    replace:
      '    const own = proof?.personId === actor.personId ? proof : undefined\n    const state',
    by: '    const own = proof\n    const state',
    guard: proofs,
  },
  {
    name: 'proof: a link of before another domain still proves',
    file: 'src/organisations/proof.ts',
    replace: "return proves ? 'open' : 'domain-changed'",
    by: "return proves || proof.email ? 'open' : 'domain-changed'",
    guard: proofs,
  },
  {
    name: 'proof: a link never ends',
    file: 'src/organisations/proof.ts',
    replace: "  if (proof.expiresAt <= now) return 'expired'\n",
    by: '',
    guard: proofs,
  },
  {
    name: 'proof: a link is mailed to any address',
    file: 'src/organisations/verify-organisation.ts',
    replace: 'return isAtDomain(email, mailDomain)\n    ?',
    by: 'return isAtDomain(email, mailDomain) || email\n    ?',
    guard: proofs,
  },
  {
    name: 'proof: a mailbox is flooded',
    file: 'src/organisations/verify-organisation.ts',
    replace: '>= proofsAnHour',
    by: '>= proofsAnHour + 9',
    guard: proofs,
  },
  {
    name: 'proof: who only asks to be a member proves',
    file: 'src/organisations/verify-organisation.ts',
    replace: 'member?.since ? member.personId : null',
    by: 'actor.personId',
    guard: proofs,
  },
]
