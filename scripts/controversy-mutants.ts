const controversies = { test: 'test/controversies.test.ts' }
const asOne = { test: 'test/answered-as-one.test.ts', only: 'a controversy is answered' }
const verified = { test: 'test/verify-groups.test.ts', only: 'a controversy that' }
const table = { test: 'src/permissions.test.ts' }

/** Ways to break what lays out on what contributions differ. */
export const controversyMutants = [
  {
    name: 'controversies: readers may keep them',
    file: 'src/permissions.ts',
    replace: "'controversy.keep': [...editorial],",
    by: "'controversy.keep': ['contributor', ...editorial],",
    guard: table,
  },
  {
    name: 'controversies: a draft is read by everybody',
    file: 'src/controversies/routes.tsx',
    replace: "if (!found || found.state === 'draft') throw new NotFound('controversy')",
    by: "if (!found) throw new NotFound('controversy')",
    guard: controversies,
  },
  {
    name: 'controversies: contributions name drafts',
    file: 'src/controversies/store.ts',
    replace: `export function listArguedBy(db: Db, number: number): Promise<Controversy[]> {
  return controversies(db)
    .where('state', '<>', 'draft')`,
    by: `export function listArguedBy(db: Db, number: number): Promise<Controversy[]> {
  return controversies(db)`,
    guard: controversies,
  },
  {
    name: 'controversies: who says it twice counts twice',
    file: 'src/controversies/store.ts',
    replace: 'count(distinct author_id)::integer as people',
    by: 'count(*)::integer as people',
    guard: controversies,
  },
  {
    name: 'controversies: what is hidden is counted',
    file: 'src/controversies/store.ts',
    replace: "where controversy_id = ${id} and state = 'published'",
    by: 'where controversy_id = ${id}',
    guard: controversies,
  },
  {
    name: 'controversies: one contribution argues both positions',
    file: 'src/controversies/controversy.ts',
    replace: "if (argued.has(number)) return [{ position, number, problem: 'argues-another' }]",
    by: '',
    guard: controversies,
  },
  {
    name: 'controversies: a position that nobody argues is published',
    file: 'src/controversies/controversy.ts',
    replace: '.filter(({ numbers }) => numbers.length === 0)',
    by: '.filter(({ numbers }) => numbers.length < 0)',
    guard: controversies,
  },
  {
    name: 'controversies: stale words replace newer ones',
    file: 'src/controversies/keep-controversy.ts',
    replace: `if (standing.revision !== on.read) return refuse('changed-since')
    const problems = standing.state`,
    by: `const problems = standing.state`,
    guard: controversies,
  },
  {
    name: 'controversies: a draft is published as nobody has read it',
    file: 'src/controversies/keep-controversy.ts',
    replace: `if (standing.revision !== on.read) return refuse('changed-since')
    const problems = checkPublishable(standing)`,
    by: `const problems = checkPublishable(standing)`,
    guard: controversies,
  },
  {
    name: 'controversies: one is settled in an answer that nobody gave',
    file: 'src/controversies/settlement.ts',
    replace: "return isAmong(answered, known.answered) ? null : 'not-answered'",
    by: 'return null',
    guard: controversies,
  },
  {
    name: 'controversies: a settlement leads to a script',
    file: 'src/controversies/settlement.ts',
    replace: "return isWebAddress(link) ? null : 'link-unreadable'",
    by: 'return null',
    guard: controversies,
  },
  {
    name: 'controversies: one is settled on a day to come',
    file: 'src/controversies/settlement.ts',
    replace: "on > known.today ? ('date-to-come' as const) : null",
    by: "on === '' ? ('date-to-come' as const) : null",
    guard: controversies,
  },
  {
    name: 'controversies: what was done can be taken out',
    file: 'migrations/0037-groups.sql',
    replace: `create trigger controversy_act_is_kept before update or delete or truncate on controversy_act
  for each statement execute function refuse_rewritten_acts();`,
    by: '',
    guard: controversies,
  },
  {
    name: 'controversies: one that says otherwise is not found',
    file: 'src/editions/verify-groups.ts',
    replace: 'return state !== controversy.state || said !== documentOf(controversy)',
    by: 'return state !== controversy.state || said === undefined',
    guard: verified,
  },
  {
    name: 'controversies: a draft is answered',
    file: 'src/answers/find-about.ts',
    replace: "if (!controversy || controversy.state === 'draft') return undefined",
    by: 'if (!controversy) return undefined',
    guard: asOne,
  },
]
