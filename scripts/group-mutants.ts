const groups = { test: 'test/groups.test.ts' }
const likeness = { test: 'test/groups-alike.test.ts' }
const asOne = { test: 'test/answered-as-one.test.ts' }
const verified = { test: 'test/verify-groups.test.ts' }
const table = { test: 'src/permissions.test.ts' }
const fresh = { test: 'test/kept-pages-fresh.test.ts', only: 'every table announces' }

/** Ways to break what is put together, laid out, and answered as a whole. */
export const groupMutants = [
  {
    name: 'groups: readers may keep them',
    file: 'src/permissions.ts',
    replace: "'group.keep': [...editorial],",
    by: "'group.keep': ['contributor', ...editorial],",
    guard: table,
  },
  {
    name: 'groups: a contribution is torn out of another group',
    file: 'src/groups/group.ts',
    replace: 'if (found.groupId !== null && found.groupId !== groupId)',
    by: 'if (found.groupId === -1 && found.groupId !== groupId)',
    guard: groups,
  },
  {
    name: 'groups: a reply comes into one',
    file: 'src/groups/group.ts',
    replace: "if (found.replyTo !== null) return [{ number, problem: 'is-reply' }]",
    by: '',
    guard: groups,
  },
  {
    name: 'groups: what is withdrawn comes into one',
    file: 'src/groups/group.ts',
    replace: "return found.state === 'published' ? [] : [{ number, problem: 'not-published' }]",
    by: 'return []',
    guard: groups,
  },
  {
    name: 'groups: one contribution is a group',
    file: 'src/groups/group.ts',
    replace: 'export const fewestMembers = 2',
    by: 'export const fewestMembers = 1',
    guard: groups,
  },
  {
    name: 'groups: a form sent again hides other words under the first',
    file: 'src/groups/keep-group.ts',
    replace: "return same ? { ok: true, id: before.id } : refuse('made-already')",
    by: 'return { ok: true, id: before.id }',
    guard: groups,
  },
  {
    name: 'groups: stale words replace newer ones',
    file: 'src/groups/keep-group.ts',
    replace: 'return worded > wording.read',
    by: 'return worded < 0',
    guard: groups,
  },
  {
    name: 'groups: one that somebody changed meanwhile is dissolved',
    file: 'src/groups/keep-group.ts',
    replace: 'return group.revision === dissolving.read',
    by: 'return group.revision > 0',
    guard: groups,
  },
  {
    name: 'groups: an act is undone twice',
    file: 'src/groups/group.ts',
    replace: "if (acts.some(({ undoes }) => undoes === act.id)) return refuse('undone-already')",
    by: '',
    guard: groups,
  },
  {
    name: 'groups: a restored group takes what went elsewhere',
    file: 'src/groups/group.ts',
    replace: 'const numbers = act.numbers.filter((number) => !elsewhere.has(number))',
    by: 'const numbers = act.numbers.filter((number) => number > 0 || elsewhere.has(number))',
    guard: groups,
  },
  {
    name: 'groups: undoing a removal tears out of another group',
    file: 'src/groups/keep-group.ts',
    replace:
      "const taken = step.deed === 'added' ? step.numbers.filter((one) => elsewhere.has(one)) : []",
    by: 'const taken: number[] = []',
    guard: groups,
  },
  {
    name: 'groups: what was done can be rewritten',
    file: 'migrations/0037-groups.sql',
    replace: `create trigger group_act_is_kept before update or delete or truncate on group_act
  for each statement execute function refuse_rewritten_acts();`,
    by: '',
    guard: groups,
  },
  {
    name: 'groups: a contribution is in two of them',
    file: 'migrations/0037-groups.sql',
    replace: '  contribution_number integer primary key,\n  group_id integer not null,',
    by: '  contribution_number integer,\n  group_id integer not null,',
    guard: groups,
  },
  {
    name: 'groups: what is hidden is counted',
    file: 'src/groups/count-store.ts',
    replace: "select kind, helix_side as side, state = 'published' as open,",
    by: "select kind, helix_side as side, state <> 'pending' as open,",
    guard: groups,
  },
  {
    name: 'groups: what is hidden is suggested',
    file: 'src/groups/alike-store.ts',
    replace: "where state = 'published'\n    ) as found",
    by: "where state <> 'pending'\n    ) as found",
    guard: likeness,
  },
  {
    name: 'groups: the terms of earlier words stay',
    file: 'migrations/0037-groups.sql',
    replace: `create trigger other_terms_are_kept after update on searched_contribution
  referencing new table as written for each statement execute function keep_terms();`,
    by: '',
    guard: likeness,
  },
  {
    name: 'groups: replies are suggested',
    file: 'migrations/0037-groups.sql',
    replace: `      join contribution on number = written.contribution_number and reply_to is null
      cross join unnest(written.words)`,
    by: `      join contribution on number = written.contribution_number
      cross join unnest(written.words)`,
    guard: likeness,
  },
  {
    name: 'groups: a few common words are likeness enough',
    file: 'src/groups/alike.ts',
    replace: 'some: 0.2 }',
    by: 'some: 0.01 }',
    guard: likeness,
  },
  {
    name: 'groups: pages are kept as they were',
    file: 'migrations/0037-groups.sql',
    replace: `create trigger contribution_group_is_shown after insert or update or delete on contribution_group
  for each row execute function announce_report_change();`,
    by: '',
    guard: fresh,
  },
  {
    name: 'groups: one that stands otherwise is not found',
    file: 'src/editions/verify-groups.ts',
    replace: '    group.numbers.join() === numbers.join() &&',
    by: '    numbers.length > 0 &&',
    guard: verified,
  },
  {
    name: 'groups: the journal has no hash of its words',
    file: 'src/groups/group.ts',
    replace: "const hashed = words && sha256(canonicalJson({ ...words })).toString('hex')",
    by: "const hashed = words && sha256(canonicalJson({ title: words.title })).toString('hex')",
    guard: verified,
  },
  {
    name: 'groups: an answer is given to what left it',
    file: 'src/answers/find-about.ts',
    replace: '.filter((number) => !found.numbers.includes(number))',
    by: '.filter((number) => number < 0)',
    guard: asOne,
  },
  {
    name: 'groups: a dissolved one is answered',
    file: 'src/answers/find-about.ts',
    replace: 'if (!group || group.dissolvedAt) return undefined',
    by: 'if (!group) return undefined',
    guard: asOne,
  },
  {
    name: 'groups: an answer does not say to what it was given',
    file: 'src/answers/answer.ts',
    replace: 'return about ? { [about.kind]: about.id } : {}',
    by: 'return about ? {} : {}',
    guard: verified,
  },
]
