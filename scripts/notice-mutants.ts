import { auditMutants } from './audit-mutants.ts'
import { termsMutants } from './terms-mutants.ts'

const notice = (only: string) => ({ test: 'test/legal-notice.test.ts', only })
const audit = (only: string) => ({ test: 'test/accessibility.test.ts', only })
const results = (only: string) => ({ test: 'test/automated-results.test.ts', only })
const admin = (only: string) => ({ test: 'test/administration.test.ts', only })
const rate = { test: 'src/accessibility/conformity.test.ts' }

/** Ways to break what is said of the site: its terms, its legal notice, its accessibility. */
export const siteMutants = [
  ...termsMutants,
  ...auditMutants,
  {
    name: 'notice: the former one is kept',
    file: 'src/legal-notice/store.ts',
    replace: "  await tx.deleteFrom('legal_notice').execute()\n",
    by: '',
    guard: notice('a part of it can be said'),
  },
  {
    name: 'notice: a name stands in the journal',
    file: 'src/legal-notice/keep-notice.ts',
    replace: '{ notice: id, fields: changed },',
    by: '{ notice: id, fields: changed, said: notice.director },',
    guard: notice('a part of it can be said'),
  },
  {
    name: 'notice: nothing is said to be missing',
    file: 'src/legal-notice/notice.ts',
    replace: "required.filter((field) => notice[field] === '')",
    by: "required.filter((field) => notice[field] === ' ')",
    guard: notice('while nothing is said'),
  },
  {
    name: 'notice: any digits are a SIRET',
    file: 'src/legal-notice/notice.ts',
    replace: 'readSiret(typed) ?? readSiren(typed)',
    by: 'readSiret(typed) ?? typed',
    guard: notice('what is no number'),
  },
  {
    name: 'notice: of two who change it the last wins',
    file: 'src/legal-notice/keep-notice.ts',
    replace: 'if ((before?.id ?? 0) !== read) {',
    by: 'if (read < 0) {',
    guard: notice('a part of it can be said'),
  },
  {
    name: 'notice: one that is gone is not missed',
    file: 'src/editions/verify-notices.ts',
    replace: 'acts.slice(-1))',
    by: 'account ? acts.slice(-1) : [])',
    guard: notice('a part of it can be said'),
  },
  {
    name: 'notice: administrators are not told what it lacks',
    file: 'src/administration/duty.ts',
    replace: 'waits: missing > 0',
    by: 'waits: false',
    guard: admin('whoever administers a new site'),
  },
  {
    name: 'accessibility: a criterion is respected by its best page',
    file: 'src/accessibility/conformity.ts',
    replace: "findings.some(({ result }) => result === 'not-conforming')",
    by: "findings.every(({ result }) => result === 'not-conforming')",
    guard: rate,
  },
  {
    name: 'accessibility: a rate is rounded up',
    file: 'src/accessibility/conformity.ts',
    replace: 'Math.floor((respected * 1000) / applicable)',
    by: 'Math.ceil((respected * 1000) / applicable)',
    guard: rate,
  },
  {
    name: 'accessibility: an audit counts for ever',
    file: 'src/accessibility/conformity.ts',
    replace: '!audit || today >= endOfValidity(audit.auditedOn) ||',
    by: '!audit ||',
    guard: rate,
  },
  {
    name: 'accessibility: less than half is partial',
    file: 'src/accessibility/conformity.ts',
    replace: 'audit.respected * 2 >= audit.applicable',
    by: 'audit.respected > 0',
    guard: rate,
  },
  {
    name: 'accessibility: half an audit is published',
    file: 'src/accessibility/publish-audit.ts',
    replace: "if (missing.some((count) => count > 0)) return 'not-whole'",
    by: '',
    guard: audit('an audit is entered by parts'),
  },
  {
    name: 'accessibility: the database lets findings be rewritten',
    file: 'migrations/0029-notices.sql',
    replace: 'before insert or update or delete on accessibility_finding',
    by: 'before delete on accessibility_finding',
    guard: audit('the declaration follows'),
  },
  {
    name: 'accessibility: everybody reads an audit that is being entered',
    file: 'src/accessibility/routes.tsx',
    replace: 'if (!audit?.publishedAt) throw',
    by: 'if (!audit) throw',
    guard: audit('whom to write to'),
  },
  {
    name: 'accessibility: pages are not told that an audit is published',
    file: 'migrations/0029-notices.sql',
    replace: 'after insert or update or delete on accessibility_audit\n',
    by: 'after insert or update or delete on accessibility_page\n',
    guard: { test: 'test/kept-pages-fresh.test.ts', only: 'every table announces' },
  },
  {
    name: 'accessibility: results with what nothing can keep are taken',
    file: 'src/accessibility/forms.ts',
    replace: "said.isWellFormed() && !said.includes('\\0')",
    by: 'said.isWellFormed()',
    guard: results('what is no file of results'),
  },
  {
    name: 'accessibility: results with half a character are taken',
    file: 'src/accessibility/forms.ts',
    replace: "said.isWellFormed() && !said.includes('\\0')",
    by: "!said.includes('\\0')",
    guard: results('what is no file of results'),
  },
  {
    name: 'notice: one who was told of another change cannot go over it',
    file: 'src/legal-notice/routes.tsx',
    replace: 'told ? ((await findNotice(db))?.id ?? 0) : read',
    by: 'read',
    guard: notice('a part of it can be said'),
  },
  {
    name: 'accessibility: results of a day to come are taken',
    file: 'src/accessibility/keep-results.ts',
    replace: 'isDay(results.madeOn) && results.madeOn <= dayInParis(now)',
    by: 'isDay(results.madeOn)',
    guard: results('what is no file of results'),
  },
  {
    name: 'accessibility: other results than those put in are not found',
    file: 'src/editions/verify-notices.ts',
    replace: 'says: payloadOfResults(results),',
    by: 'says: {},',
    guard: results('results that are not those'),
  },
  {
    name: 'accessibility: results pile up',
    file: 'src/accessibility/automated-store.ts',
    replace: "  await tx.deleteFrom('accessibility_automated').execute()\n",
    by: '',
    guard: results('what programs found'),
  },
  {
    name: 'accessibility: administrators are not told that there is no audit',
    file: 'src/administration/duty.ts',
    replace: "waits: conformity === 'none'",
    by: 'waits: false',
    guard: admin('whoever administers a new site'),
  },
]
