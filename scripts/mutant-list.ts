import { anchorMutants } from './anchor-mutants.ts'
import { attachmentMutants } from './attachment-mutants.ts'
import { redressMutants } from './appeal-mutants.ts'
import { fileMutants } from './file-mutants.ts'
import { mandateMutants } from './mandate-mutants.ts'
import { organisationMutants } from './organisation-mutants.ts'
import { ownWordingMutants } from './own-wording-mutants.ts'
import { banMutants } from './bans-mutants.ts'
import { benchMutants } from './bench-mutants.ts'
import { browserCodeMutants } from './browser-code-mutants.ts'
import { checkMutants } from './check-mutants.ts'
import { downloadMutants } from './download-mutants.ts'
import { controversyMutants } from './controversy-mutants.ts'
import { groupMutants } from './group-mutants.ts'
import { keptPagesMutants } from './kept-pages-mutants.ts'
import { documentMutants } from './document-mutants.ts'
import { malformedMutants } from './malformed-mutants.ts'
import { markdownMutants } from './markdown-mutants.ts'
import { moderationMutants } from './moderation-mutants.ts'
import { siteMutants } from './notice-mutants.ts'
import { numberMutants } from './number-mutants.ts'
import { pageMutants } from './page-mutants.ts'
import { redlinePageMutants } from './redline-page-mutants.ts'
import { passageMutants } from './passage-mutants.ts'
import { privacyMutants } from './privacy-mutants.ts'
import { processMutants } from './process-mutants.ts'
import { programMutants } from './program-mutants.ts'
import { receiptMutants } from './receipt-mutants.ts'
import { roleMutants } from './role-mutants.ts'
import { crashMutants } from './crash-mutants.ts'
import { scriptMutants } from './script-mutants.ts'
import { searchMutants } from './search-mutants.ts'
import { securityMutants } from './security-mutants.ts'
import { sentenceMutants } from './sentence-mutants.ts'
import { limitMutants } from './limit-mutants.ts'
import { spamMutants } from './spam-mutants.ts'
import { takingPartMutants } from './taking-part-mutants.ts'
import { textMutants } from './text-mutants.ts'
import { topicMutants } from './topic-mutants.ts'
import { toldMutants } from './told-mutants.ts'
import { unsentTextMutants } from './unsent-text-mutants.ts'
import { verifyMutants } from './verify-mutants.ts'
import { waysInMutants } from './ways-in-mutants.ts'
import { workshopMutants } from './workshop-mutants.ts'

/** One way to break the product, and the guard that must notice. */
export type Mutant = {
  name: string
  file: string
  replace: string
  by: string
  guard: Guard
}

/**
 * `only`: the beginning of the names of the tests that are enough, where the file has slow ones; `states`:
 * what the names of the pages' states hold that are enough.
 */
export type Guard = { check: string } | { test: string; only?: string; states?: string }

const chain = { test: 'test/chain.test.ts' }
const journal = { test: 'src/journal/journal.test.ts' }

export const mutants: Mutant[] = [
  ...checkMutants,
  {
    name: 'permission: rapporteurs publish editions',
    file: 'src/permissions.ts',
    replace: "'edition.publish': ['editor-in-chief'],",
    by: "'edition.publish': editorial,",
    guard: { test: 'src/permissions.test.ts' },
  },
  {
    name: 'permission: the workshop opens to anybody',
    file: 'src/answers/queue-routes.tsx',
    replace: "authorize(c.var.actor, 'workshop.open', { reportId: report.id })",
    by: '',
    guard: chain,
  },
  {
    name: 'permission: a grant holds for every report',
    file: 'src/permissions.ts',
    replace:
      "return scope.id === (scope.kind === 'report' ? thing?.reportId : thing?.organisationId)",
    by: 'return true',
    guard: { test: 'src/permissions.test.ts' },
  },
  {
    name: 'csrf: forms are accepted from anywhere',
    file: 'src/app.ts',
    replace: '.use(refuseForged(origin))',
    by: '',
    guard: chain,
  },
  {
    name: 'cache: a person’s page may be kept',
    file: 'src/open-request.ts',
    replace: "personal ? 'private, no-store' : 'public, max-age=0, must-revalidate'",
    by: "'public, max-age=0, must-revalidate'",
    guard: chain,
  },
  {
    name: 'once: the same form makes two contributions',
    file: 'src/contributions/submit-contribution.ts',
    replace: '      idempotencyKey,\n      receivedAt',
    by: '      idempotencyKey: idempotencyKey + String(Math.random()),\n      receivedAt',
    guard: chain,
  },
  {
    name: 'lock: two editors answer at once',
    file: 'src/answers/answer-contributions.ts',
    replace: '    await lockReport(tx, report.id)\n',
    by: '',
    guard: { test: 'test/locks.test.ts' },
  },
  {
    name: 'cause: a change is written without one',
    file: 'src/reports/change-store.ts',
    replace: "    await tx.insertInto('change_cause').values(links).execute()\n",
    by: '',
    guard: chain,
  },
  {
    name: 'journal: a submission is not written down',
    file: 'src/contributions/record-own-act.ts',
    replace: 'const act = { at: now, role, actor: actor.pseudonym, action, object }',
    by: "const act = { at: now, role, actor: actor.pseudonym, action: 'other', object }",
    guard: chain,
  },
  {
    name: 'verify: an entry’s hash is not recomputed',
    file: 'src/journal/entry.ts',
    replace: "if (!same(entry.entrySha256, hashEntry(entry))) return 'altered-entry'",
    by: '',
    guard: journal,
  },
  {
    name: 'verify: the chain is not followed',
    file: 'src/journal/entry.ts',
    replace: "if (!follows(entry, previous)) return 'broken-chain'",
    by: '',
    guard: journal,
  },
  {
    name: 'verify: sealing takes no lock',
    file: 'src/journal/seal-journal.ts',
    replace: 'if (!(await lockSealing(tx))) return 0',
    by: '',
    guard: journal,
  },
  ...anchorMutants,
  ...attachmentMutants,
  ...fileMutants,
  ...organisationMutants,
  ...mandateMutants,
  ...ownWordingMutants,
  ...benchMutants,
  ...downloadMutants,
  ...groupMutants,
  ...controversyMutants,
  ...keptPagesMutants,
  ...passageMutants,
  ...privacyMutants,
  ...processMutants,
  ...programMutants,
  ...malformedMutants,
  ...markdownMutants,
  ...documentMutants,
  ...sentenceMutants,
  ...scriptMutants,
  ...searchMutants,
  ...browserCodeMutants,
  ...textMutants,
  ...topicMutants,
  ...unsentTextMutants,
  ...crashMutants,
  ...limitMutants,
  ...spamMutants,
  ...takingPartMutants,
  ...toldMutants,
  ...securityMutants,
  ...waysInMutants,
  ...verifyMutants,
  ...moderationMutants,
  ...redressMutants,
  ...banMutants,
  ...siteMutants,
  ...numberMutants,
  ...pageMutants,
  ...redlinePageMutants,
  ...receiptMutants,
  ...workshopMutants,
  ...roleMutants,
  {
    name: 'messages: a name turns the sentence around it',
    file: 'src/platform/messages.ts',
    replace: '`\\u2068${name}\\u2069`',
    by: 'name',
    guard: { test: 'src/platform/messages.test.ts' },
  },
]
