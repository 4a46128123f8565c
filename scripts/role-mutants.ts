const roles = { test: 'test/roles.test.ts' }
const access = { test: 'test/route-access.test.ts' }
const table = { test: 'src/permissions.test.ts' }

/** Ways to give roles to whom they are not for, or to keep them when they are over. */
export const roleMutants = [
  {
    name: 'roles: an invitation opens an account that there is',
    file: 'src/roles/accept-invitation.ts',
    replace: "return (await findPersonByIdentity(tx, 'email', email)) !== undefined",
    by: 'return email.length === 0',
    guard: roles,
  },
  {
    name: 'roles: an editor-in-chief makes administrators',
    file: 'src/roles/role.ts',
    replace: "kind === 'report' && teamRoles.has(role)",
    by: "kind === 'report' || teamRoles.has(role)",
    guard: roles,
  },
  {
    name: 'roles: anybody who invites gives roles',
    file: 'src/roles/invite-person.ts',
    replace: 'const roles = rolesToGive(actor, domain.scope)',
    by: "const roles = ['rapporteur' as const, ...rolesToGive(actor, domain.scope)]",
    guard: roles,
  },
  {
    name: 'roles: an invitation is accepted again',
    file: 'src/roles/accept-invitation.ts',
    replace: "if (state !== 'waiting') return",
    by: "if (state === 'expired') return",
    guard: roles,
  },
  {
    name: 'roles: who lost the right still gives',
    file: 'src/roles/accept-invitation.ts',
    replace: 'if (!role) return null',
    by: "if (!role) return { actor, role: 'contributor' }",
    guard: roles,
  },
  {
    name: 'roles: one lends the role of another',
    file: 'src/roles/role.ts',
    replace: 'grant.personId === actor.personId &&',
    by: 'actor.personId !== null &&',
    guard: roles,
  },
  {
    name: 'roles: what was lent is lent on',
    file: 'src/roles/role.ts',
    replace: 'grant.delegatedFrom === null &&',
    by: '',
    guard: roles,
  },
  {
    name: 'roles: what was lent outlives the role',
    file: 'src/roles/store.ts',
    replace:
      "where.or([where('role_grant.id', '=', id), where('role_grant.delegated_from', '=', id)])",
    by: "where('role_grant.id', '=', id)",
    guard: roles,
  },
  {
    name: 'roles: lent for ever',
    file: 'src/roles/invite-person.ts',
    replace: 'latest: latestDelegation(grant.until, now)',
    by: 'latest: null',
    guard: roles,
  },
  {
    name: 'roles: the last editor-in-chief goes',
    file: 'src/roles/end-grant.ts',
    replace: 'if (await isLeftAlone(tx, actor, grant, now))',
    by: 'if (grant.id < 0 && (await isLeftAlone(tx, actor, grant, now)))',
    guard: { test: 'test/roles.test.ts', only: 'whoever is alone at the head' },
  },
  {
    name: 'roles: the last administrator goes',
    file: 'src/roles/end-grant.ts',
    replace: "if (grant.role !== 'administrator') return false",
    by: "if (grant.role === 'administrator') return false",
    guard: roles,
  },
  {
    name: 'roles: a team is ended from the page of another',
    file: 'src/roles/team-routes.tsx',
    replace: 'if (!isSameScope(grant.scope, domainOf(team).scope))',
    by: 'if (grant.id < 0)',
    guard: roles,
  },
  {
    name: 'roles: an end is noted each time',
    file: 'src/roles/store.ts',
    replace: ".where('until_at', '<=', now)\n    .where('end_noted', '=', false)",
    by: ".where('until_at', '<=', now)",
    guard: roles,
  },
  {
    name: 'roles: addresses of invitations are kept for ever',
    file: 'src/roles/invitation-store.ts',
    replace: '.set({ email: null, message: null })',
    by: '.set({ message: null })',
    guard: roles,
  },
  {
    name: 'roles: a mailbox is flooded',
    file: 'src/roles/invite-person.ts',
    replace: 'waiting >= waitingForOneAddress',
    by: 'waiting > waitingForOneAddress + 9',
    guard: roles,
  },
  {
    name: 'roles: a team is read by whoever signs out',
    file: 'src/roles/team-routes.tsx',
    replace: "authorize(actor, 'team.read', thingOf(scope))",
    by: 'thingOf(scope)',
    guard: roles,
  },
  {
    name: 'roles: a role of a report holds for the site',
    file: 'src/permissions.ts',
    replace: "if (scope.kind === 'site') return true",
    by: "if (scope.kind !== 'organisation') return true",
    guard: table,
  },
  {
    name: 'routes: one is in no table',
    file: 'src/route-access.ts',
    replace: "'POST /workshop/reports/:slug/editions'",
    by: '',
    guard: access,
  },
  {
    name: 'routes: a page of the workshop asks nobody who they are',
    file: 'src/calendar/routes.tsx',
    replace: "authorize(c.var.actor, 'calendar.keep', { reportId: report.id })",
    by: 'report.id.toFixed()',
    guard: access,
  },
  {
    name: 'routes: a role holds for every report',
    file: 'src/permissions.ts',
    replace:
      "return scope.id === (scope.kind === 'report' ? thing?.reportId : thing?.organisationId)",
    by: 'return thing !== null',
    guard: access,
  },
]
