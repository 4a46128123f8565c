import { truthMutants } from './truth-mutants.ts'

const table = { test: 'src/permissions.test.ts' }
const roles = { test: 'test/ban-roles.test.ts' }
const redress = { test: 'test/ban-redress.test.ts' }
const verified = { test: 'test/verify-bans.test.ts' }

/** Ways to break how a ban is followed to its end. */
export const followedMutants = [
  {
    name: 'bans followed: a banned person is given a role',
    file: 'src/roles/grant-role.ts',
    replace: "  if (await findHindering(tx, personId, scope, now)) return 'banned'\n",
    by: '',
    guard: roles,
  },
  {
    name: 'bans followed: a banned person accepts a role',
    file: 'src/roles/accept-invitation.ts',
    replace:
      "    if (hindering) return { ok: false, problem: 'banned', invitation, until: hindering.until }\n",
    by: '',
    guard: roles,
  },
  {
    name: 'bans followed: a ban of the whole site reaches no role of a report',
    file: 'src/roles/domain.ts',
    replace: "return one.kind === 'site' || other.kind === 'site' || isSameScope(one, other)",
    by: 'return isSameScope(one, other)',
    guard: roles,
  },
  {
    name: 'bans followed: somebody lifts their own',
    file: 'src/bans/lift-ban.ts',
    replace: "    if (ban.personId === by) return { ok: false, problem: 'yourself' }\n",
    by: '',
    guard: roles,
  },
  {
    name: 'bans followed: the database lets somebody end their own',
    file: 'migrations/0034-bans-followed.sql',
    replace: 'add check (ended_by <> person_id) not valid',
    by: 'add check (ended_by > 0) not valid',
    guard: roles,
  },
  {
    name: 'bans followed: whoever is banned is offered to lift it',
    file: 'src/bans/routes.tsx',
    replace: "lift: !own && can(actor, 'ban.lift', thing),",
    by: "lift: can(actor, 'ban.lift', thing),",
    guard: roles,
  },
  {
    name: 'bans followed: whoever is banned from the site keeps an organisation',
    file: 'src/permissions.ts',
    replace: "    .filter(({ scope }) => !everywhere || scope.kind !== 'organisation')\n",
    by: '',
    guard: table,
  },
  {
    name: 'bans followed: whoever is banned from the site proves whose an organisation is',
    file: 'src/permissions.ts',
    replace: 'thing.memberId === personId && !banned',
    by: 'thing.memberId === personId',
    guard: table,
  },
  {
    name: 'bans followed: whoever is banned accepts no terms',
    file: 'src/permissions.ts',
    replace: "'terms.accept': ['contributor', 'banned'],",
    by: "'terms.accept': ['contributor'],",
    guard: table,
  },
  {
    name: 'bans followed: the journal says who is banned',
    file: 'src/permissions.ts',
    replace: 'if (role) return unbanned(role)',
    by: 'if (role) return role',
    guard: table,
  },
  {
    name: 'bans followed: what replaced an annulled one goes on',
    file: 'src/bans/contest-ban.ts',
    replace: '[ban, ...later].find((one) => isInForce(one, now))',
    by: '[ban].find((one) => isInForce(one, now))',
    guard: redress,
  },
  {
    name: 'bans followed: whoever replaced one decides on it',
    file: 'src/bans/ban.ts',
    replace: '[setById, ...later.map((ban) => ban.setById)].includes(deciderId)',
    by: 'setById === deciderId',
    guard: redress,
  },
  {
    name: 'bans followed: what was said waits though it is lifted',
    file: 'src/bans/lift-ban.ts',
    replace: '    await settleChain(tx, id, now)\n',
    by: '',
    guard: redress,
  },
  {
    name: 'bans followed: what is closed is decided on',
    file: 'src/bans/ban.ts',
    replace: "  if (contest.settledAt) return 'settled'\n",
    by: '',
    guard: redress,
  },
  {
    name: 'bans followed: what an erased person said waits for ever',
    file: 'src/bans/forget-store.ts',
    replace: 'then coalesce(settled_at, greatest(contested_at, ${now})) end',
    by: 'then settled_at end',
    guard: redress,
  },
  {
    name: 'bans followed: a mail says that one takes part again while another holds',
    file: 'src/bans/queue-notice.ts',
    replace: "const free = holding.length === 0 && kind !== 'upheld'",
    by: 'const free = holding.length < 9',
    guard: redress,
  },
  {
    name: 'bans followed: the same contestation sent twice is an error',
    file: 'src/bans/contest-ban.ts',
    replace: '    if (ban.contest?.words === said) return { ok: true }\n',
    by: '',
    guard: redress,
  },
  {
    name: 'bans followed: words that came too late are lost',
    file: 'src/bans/ban-page.tsx',
    replace: 'if (!refused || isBlank(typed.reason)) return false',
    by: 'if (!refused || !isBlank(typed.reason)) return false',
    guard: redress,
  },
  {
    name: 'bans followed: what a person wrote too late is lost',
    file: 'src/bans/own-ban-page.tsx',
    replace: 'return isBlank(typed) ? [] : [typed]',
    by: 'return isBlank(typed) ? [typed] : []',
    guard: redress,
  },
  {
    name: 'bans followed: a warning sent twice is given twice',
    file: 'src/bans/give-warning.ts',
    replace:
      '    if (newest && isGivenAgain(typed, { giverId, number, newest }))\n      return { ok: true, id: newest.id }\n',
    by: '',
    guard: redress,
  },
  {
    name: 'bans followed: one warns without having seen the warning before',
    file: 'src/bans/warning.ts',
    replace: "  if (seen !== (known.newest?.id ?? null)) return ['warned-meanwhile']\n",
    by: '',
    guard: redress,
  },
  {
    name: 'bans followed: the last day that is named is refused',
    file: 'src/bans/ban.ts',
    replace: 'return nextMidnightInParis(new Date(now.getTime() + (longestBan - 1) * day))',
    by: 'return new Date(now.getTime() + longestBan * day)',
    guard: redress,
  },
  {
    name: 'bans followed: reasons say nothing of automated means',
    file: 'src/bans/statement.ts',
    replace: "origin: suspected ? 'suspected' : 'own',",
    by: "origin: 'own',",
    guard: redress,
  },
  {
    name: 'bans followed: what was closed is altered unseen',
    file: 'src/editions/verify-bans.ts',
    replace: '          !settlesRightly(ban, bans) ||\n',
    by: '',
    guard: verified,
  },
  {
    name: 'bans followed: which one is annulled with another is not said',
    file: 'src/bans/contest-ban.ts',
    replace: 'ended && ended.id !== id ? ended.id : null',
    by: 'null',
    guard: verified,
  },
  ...truthMutants,
]
