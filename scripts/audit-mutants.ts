const audit = (only: string) => ({ test: 'test/accessibility.test.ts', only })
const table = (only: string) => ({ test: 'test/audit-table.test.ts', only })
const meanwhile = (only: string) => ({ test: 'test/audit-meanwhile.test.ts', only })
const cells = { test: 'src/accessibility/csv.test.ts' }
const erased = (only: string) => ({ test: 'test/erasure-hindered.test.ts', only })

const enter = 'src/accessibility/enter-audit.ts'
const merge = 'src/accessibility/merge-findings.ts'
const store = 'src/accessibility/store.ts'
const publish = 'src/accessibility/publish-audit.ts'
const taken = 'src/accessibility/import-findings.ts'
const csv = 'src/accessibility/csv.ts'

/** Ways to lose, by entering an audit, what somebody else entered; and ways to declare what it does not say. */
export const auditMutants = [
  {
    name: 'audit: a stale form takes back what was found since',
    file: merge,
    replace: 'return typed !== row.read && typed !== markOf(here)',
    by: 'return typed !== markOf(here)',
    guard: meanwhile('a form opened a while ago'),
  },
  {
    name: 'audit: of two who change a criterion the last wins',
    file: merge,
    replace: 'markOf(here) !== row.read)',
    by: "row.read === 'x')",
    guard: meanwhile('a criterion that both changed'),
  },
  {
    name: 'audit: the rest is not applicable, whatever was found of it since',
    file: merge,
    replace: "row.result === '' && (!untouched || markOf(here) === '')",
    by: "row.result === ''",
    guard: meanwhile('a form opened a while ago'),
  },
  {
    name: 'audit: whoever was told of another change cannot go over it',
    file: merge,
    replace: 'return told ? { ...row, read: markOf(here) } : row',
    by: 'return row',
    guard: meanwhile('a criterion that both changed'),
  },
  {
    name: 'audit: stale facts are saved over newer ones',
    file: enter,
    replace: "if (markOfFacts(audit) !== read) return refuse('changed-since')",
    by: '',
    guard: meanwhile('a stale form of an audit'),
  },
  {
    name: 'audit: a page that the form does not know goes',
    file: 'src/accessibility/audit.ts',
    replace: 'if (!row) return [page]',
    by: 'if (!row) return []',
    guard: meanwhile('a stale form of an audit'),
  },
  {
    name: 'audit: a number of a page is given again',
    file: store,
    replace: "last_page: the('last_page', '+', added.length),",
    by: "last_page: the(the.lit(kept.length), '+', added.length),",
    guard: meanwhile('a number of a page'),
  },
  {
    name: 'audit: one form begins two',
    file: enter,
    replace: 'if (begun !== undefined) return { ok: true, id: begun }',
    by: '',
    guard: meanwhile('one form begins one audit'),
  },
  {
    name: 'audit: choices are lost when the session has ended',
    file: 'src/answer-error.tsx',
    replace: 'error instanceof SignInToKeep || typedIn(sent)',
    by: 'typedIn(sent)',
    guard: meanwhile('what is entered when the session'),
  },
  {
    name: 'audit: a table goes over what was found since',
    file: taken,
    replace: 'if (markOfAll(standing) !== read) {',
    by: "if (read === 'x') {",
    guard: meanwhile('a table pasted beside'),
  },
  {
    name: 'audit: a part of a table is taken',
    file: taken,
    replace: 'if (!found.ok) return refuse(atLine(changed, found.problems))',
    by: 'if (!found.ok) continue',
    guard: table('a table is taken whole'),
  },
  {
    name: 'audit: findings are of pages that there are not',
    file: taken,
    replace: 'read.rows.find(({ page }) => !numbers.has(page))',
    by: 'read.rows.find(() => false)',
    guard: table('a table is taken whole'),
  },
  {
    name: 'audit: what is not tested yet takes back what was found',
    file: csv,
    replace: 'if (!saysNothing(row.typed)) read.push(row)',
    by: 'read.push(row)',
    guard: cells,
  },
  {
    name: 'audit: blank rows are not skipped',
    file: csv,
    replace: "cells.some((cell) => cell.trim() !== '')",
    by: 'cells.length > 0',
    guard: cells,
  },
  {
    name: 'audit: a line is counted among rows',
    file: csv,
    replace: 'line += linesIn(whole)',
    by: 'line += end === separator ? 0 : 1',
    guard: cells,
  },
  {
    name: 'audit: a cell of the table is a formula',
    file: 'src/platform/csv-cell.ts',
    replace: "formula.test(value) ? `'${value}` : value",
    by: 'value',
    guard: cells,
  },
  {
    name: 'audit: a criterion that nobody knows counts',
    file: 'src/accessibility/finding.ts',
    replace: "if (!isCriterion(criterion)) return 'bad-criterion'",
    by: '',
    guard: audit('what a row lacks'),
  },
  {
    name: 'audit: the database lets an audit be by another reference',
    file: 'migrations/0033-audit-pages.sql',
    replace: "check (reference = 'RGAA 4.1.2') not valid",
    by: "check (reference <> '') not valid",
    guard: meanwhile('the declaration rests on'),
  },
  {
    name: 'audit: a day that is past is one to mend by',
    file: 'src/accessibility/finding.ts',
    replace: "return remedyOn < today ? 'past-date' : null",
    by: 'return null',
    guard: audit('what a row lacks'),
  },
  {
    name: 'audit: a day that has passed is published as one to mend by',
    file: publish,
    replace: "return past ? 'past-dates' : null",
    by: 'return null',
    guard: meanwhile('what is published is what was shown'),
  },
  {
    name: 'audit: what is published is not what was shown',
    file: publish,
    replace:
      "if (hashOfAudit(audit, findings) !== read) return { ok: false, problem: 'changed-since' }",
    by: '',
    guard: meanwhile('what is published is what was shown'),
  },
  {
    name: 'audit: the declaration rests on the newest date',
    file: store,
    replace: "    .orderBy('published_at', 'desc')\n",
    by: "    .orderBy('audited_on', 'desc')\n",
    guard: meanwhile('the declaration rests on'),
  },
  {
    name: 'audit: facts of one that is published are changed',
    file: enter,
    replace: "if (audit.publishedAt) return refuse('published-since')",
    by: '',
    guard: audit('the declaration follows'),
  },
  {
    name: 'audit: findings of one that is published are changed',
    file: enter,
    replace: 'if (audit.publishedAt) return { ok: false, published: true }',
    by: '',
    guard: audit('the declaration follows'),
  },
  {
    name: 'audit: whoever publishes it a moment later is told that it is not there',
    file: publish,
    replace: 'if (audit.publishedAt) return { ok: true, already: true }',
    by: 'if (audit.publishedAt) throw new NotFound(`audit ${id}`)',
    guard: audit('the declaration follows'),
  },
  {
    name: 'audit: whoever removes it a moment later is told that it is not there',
    file: publish,
    replace: "if (!audit && (await wasRemoved(tx, id))) return 'removed-already'",
    by: '',
    guard: audit('whom to write to'),
  },
  {
    name: 'privacy: whoever erases somebody a moment later is told that they are not there',
    file: 'src/privacy/request-routes.tsx',
    replace: "if (await isGone(c)) return leadBack(c, 'erased-for')",
    by: '',
    guard: erased('an administrator erases'),
  },
  {
    name: 'database: a message that we got wrong is a database that is away',
    file: 'src/platform/db/is-away.ts',
    replace: '^08(?!P01)',
    by: '^08',
    guard: { test: 'test/hostile.test.ts', only: 'what the database refuses' },
  },
]
