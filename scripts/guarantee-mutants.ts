const table = { test: 'src/permissions.test.ts' }
const log = { test: 'test/moderation-log.test.ts' }
const reckoned = { test: 'src/moderation-log/log.test.ts' }
const fresh = { test: 'test/kept-pages-fresh.test.ts', only: 'every table announces' }
const guarantee = { test: 'test/guarantee.test.ts' }
const guaranteed = { test: 'test/verify-guarantee.test.ts' }

/** Ways to break what everybody reads of moderation, and what a guarantor says and relies on. */
export const guaranteeMutants = [
  {
    name: 'moderation log: it leads to words that are hidden',
    file: 'src/moderation-log/store.ts',
    replace: "contribution.state = 'published' as readable",
    by: 'true as readable',
    guard: log,
  },
  {
    name: 'moderation log: it has the decisions of every report',
    file: 'src/moderation-log/store.ts',
    replace: 'where contribution.report_id = ${reportId} and decision.decided_by is not null',
    by: 'where decision.decided_by is not null',
    guard: log,
  },
  {
    name: 'moderation log: a flag that is dismissed counts as granted',
    file: 'src/moderation-log/request-store.ts',
    replace: "verdict.outcome = 'upheld' as granted",
    by: "verdict.outcome = 'dismissed' as granted",
    guard: log,
  },
  {
    name: 'moderation log: what waits is not told',
    file: 'src/moderation-log/request-store.ts',
    replace: 'count(*) filter (where decided_at is null and settled_at is null) as waiting',
    by: 'count(*) filter (where false) as waiting',
    guard: log,
  },
  {
    name: 'moderation log: a median that half of all exceed',
    file: 'src/moderation-log/log.ts',
    replace: 'Math.ceil((percent * sorted.length) / 100) - 1',
    by: 'Math.floor((percent * sorted.length) / 100) - 1',
    guard: reckoned,
  },
  {
    name: 'moderation log: a cell of the download is a formula',
    file: 'src/platform/csv-cell.ts',
    replace: "formula.test(value) ? `'${value}` : value",
    by: 'value',
    guard: reckoned,
  },
  {
    name: 'moderation log: a flag leaves it as it was kept',
    file: 'migrations/0030-bans-and-guarantee.sql',
    replace: `create trigger flag_is_shown after insert or update or delete on flag
  for each row execute function announce_contribution_change();`,
    by: '',
    guard: fresh,
  },
  {
    name: 'guarantee: editors publish opinions',
    file: 'src/permissions.ts',
    replace: "'opinion.publish': ['guarantor'],",
    by: "'opinion.publish': ['guarantor', ...editorial],",
    guard: table,
  },
  {
    name: 'guarantee: another guarantor corrects an opinion',
    file: 'src/guarantee/publish-opinion.ts',
    replace: 'opinion?.authorId === actor.personId && opinion.reportId === report.id',
    by: 'opinion?.reportId === report.id',
    guard: guarantee,
  },
  {
    name: 'guarantee: a version can be taken out',
    file: 'migrations/0030-bans-and-guarantee.sql',
    replace: `create trigger opinion_version_is_kept before update or delete or truncate on opinion_version
  for each statement execute function refuse_opinion_rewriting();`,
    by: '',
    guard: guarantee,
  },
  {
    name: 'guarantee: a verification that is done twice is told twice',
    file: 'src/guarantee/ask-verification.ts',
    replace: 'if (!(await saveDone(tx, id, at, result))) return',
    by: 'await saveDone(tx, id, at, result)',
    guard: guarantee,
  },
  {
    name: 'guarantee: verifications are asked for while one runs',
    file: 'src/guarantee/ask-verification.ts',
    replace: 'const verificationId = made ?? lost',
    by: 'const verificationId = made ?? lost ?? open?.id',
    guard: guarantee,
  },
  {
    name: 'guarantee: what is withheld is counted as public',
    file: 'src/guarantee/balance-store.ts',
    replace: "count(*) filter (where state = 'withheld' and withdrawn_at is null)",
    by: "count(*) filter (where state = 'published' and withdrawn_at is null)",
    guard: guarantee,
  },
  {
    name: 'guarantee: the hash of an opinion leaves out what it says',
    file: 'src/guarantee/opinion.ts',
    replace: 'canonicalJson({ title, body, lang, reason })',
    by: 'canonicalJson({ title, body: body.length > 0, lang, reason })',
    guard: guaranteed,
  },
  {
    name: 'guarantee: an opinion changes hands unseen',
    file: 'src/editions/verify-guarantee.ts',
    replace: '.filter(({ byAuthor }) => !byAuthor)',
    by: '.filter(() => false)',
    guard: guaranteed,
  },
]
