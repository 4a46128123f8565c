import { followedMutants } from './followed-mutants.ts'
import { guaranteeMutants } from './guarantee-mutants.ts'

const table = { test: 'src/permissions.test.ts' }
const bans = { test: 'test/bans.test.ts' }
const contests = { test: 'test/ban-contests.test.ts' }
const forgotten = { test: 'test/bans-forgotten.test.ts' }
const verified = { test: 'test/verify-bans.test.ts' }
const erased = { test: 'test/erasure.test.ts' }
const planted = { test: 'test/register-planted.test.ts' }

/** Ways to break who is kept from taking part, what they can do about it, and what is left of it. */
export const banMutants = [
  {
    name: 'bans: whoever is banned goes on contributing',
    file: 'src/permissions.ts',
    replace: "banned ? 'banned' : 'contributor',",
    by: "'contributor',",
    guard: table,
  },
  {
    name: 'bans: whoever is banned rewrites what they said',
    file: 'src/permissions.ts',
    replace: "roles.push(banned ? 'banned-author' : 'author')",
    by: "roles.push('author')",
    guard: table,
  },
  {
    name: 'bans: whoever is banned can take nothing back',
    file: 'src/permissions.ts',
    replace: "'contribution.withdraw': ['author', 'banned-author'],",
    by: "'contribution.withdraw': ['author'],",
    guard: table,
  },
  {
    name: 'bans: whoever is banned can contest no decision',
    file: 'src/permissions.ts',
    replace: "'decision.contest': ['author', 'banned-author'],",
    by: "'decision.contest': ['author'],",
    guard: table,
  },
  {
    name: 'bans: one that is over holds until the journal is told',
    file: 'src/people/store.ts',
    replace: "    .where('until_at', '>', now)\n    .orderBy('scope_id'",
    by: "    .orderBy('scope_id'",
    guard: bans,
  },
  {
    name: 'bans: whoever has a role is banned all the same',
    file: 'src/bans/ban.ts',
    replace: "return hasRole ? 'has-role' : null",
    by: 'return null',
    guard: bans,
  },
  {
    name: 'bans: one rests on nothing that came before',
    file: 'src/bans/ban.ts',
    replace: "basis !== null && warnings.includes(basis) ? null : 'no-basis'",
    by: "warnings.length >= 0 ? null : 'no-basis'",
    guard: bans,
  },
  {
    name: 'bans: one replaces another that nobody had seen',
    file: 'src/bans/ban.ts',
    replace: "  if (typed.seen !== known.inForce) return ['set-meanwhile']\n",
    by: '',
    guard: bans,
  },
  {
    name: 'bans: a support stays for as long as its person is banned',
    file: 'src/permissions.ts',
    replace: "'support.withdraw': ['contributor', 'banned']",
    by: "'support.withdraw': ['contributor']",
    guard: bans,
  },
  {
    name: 'bans: what was typed is lost',
    file: 'src/bans/show-banned.tsx',
    replace: 'typed={typedIn(await readSentForm(c))}',
    by: 'typed={[]}',
    guard: bans,
  },
  {
    name: 'bans: anybody reads whose one is',
    file: 'src/bans/routes.tsx',
    replace:
      "authorize(c.var.actor, 'ban.contest', { concernedId: ban.personId })\n    return showOwn",
    by: 'return showOwn',
    guard: contests,
  },
  {
    name: 'bans: whoever set one decides on what is said against it',
    file: 'src/bans/ban.ts',
    replace: '[setById, ...later.map((ban) => ban.setById)].includes(deciderId)',
    by: 'later.map((ban) => ban.setById).includes(deciderId)',
    guard: contests,
  },
  {
    name: 'bans: the journal names who contests',
    file: 'src/bans/contest-ban.ts',
    replace: 'actor: unnamed,',
    by: 'actor: actor.pseudonym,',
    guard: contests,
  },
  {
    name: 'bans: the hash says nothing of the person',
    file: 'src/bans/ban.ts',
    replace: 'canonicalJson({ contribution, person: pseudonym })',
    by: 'canonicalJson({ contribution, person: pseudonym.length })',
    guard: verified,
  },
  {
    name: 'bans: one that was replaced or annulled is open again unseen',
    file: 'src/editions/verify-bans.ts',
    replace: '          !endsRightly(ban, bans) ||\n',
    by: '',
    guard: verified,
  },
  {
    name: 'bans: reasons are emptied before their time unseen',
    file: 'src/editions/verify-bans.ts',
    replace: 'return since === undefined || forgottenAt < daysBefore(since, -daysToContest)',
    by: 'return since === undefined',
    guard: verified,
  },
  {
    name: 'bans: they outlive an erasure',
    file: 'src/privacy/erase-person.ts',
    replace: '  await forgetSanctionsOf(tx, personId, now)\n',
    by: '',
    guard: erased,
  },
  {
    name: 'bans: the words of a contestation outlive an erasure',
    file: 'src/bans/forget-store.ts',
    replace: "    contest_words: emptied('contest_words'),\n",
    by: '',
    guard: planted,
  },
  {
    name: 'bans: whom one was for is forgotten while it is in force',
    file: 'src/bans/forget-store.ts',
    replace: "    .where('ended_at', '<', before)\n",
    by: '',
    guard: forgotten,
  },
  {
    name: 'bans: one is forgotten while a contestation waits',
    file: 'src/bans/forget-store.ts',
    replace: 'contested_at is null or coalesce(decided_at, settled_at) < ${before}',
    by: '${before}::timestamptz is not null',
    guard: forgotten,
  },
  ...followedMutants,
  ...guaranteeMutants,
]
