import { calendarMutants } from './calendar-mutants.ts'
import { importMutants } from './import-mutants.ts'
import { undoneDivisionMutants } from './undone-division-mutants.ts'
import { conflictMutants } from './conflict-mutants.ts'
import { divisionMutants } from './division-mutants.ts'
import { standingMutants } from './standing-mutants.ts'
import { toldChangesMutants } from './told-changes-mutants.ts'

const byHand = (only: string) => ({ test: 'test/hand-changes.test.ts', only })
const placed = (only: string) => ({ test: 'test/place-changes.test.ts', only })
const access = (only: string) => ({ test: 'test/change-access.test.ts', only })
const grouped = (only: string) => ({ test: 'test/grouped-answers.test.ts', only })
const again = { test: 'test/import-again.test.ts' }
const verified = { test: 'test/verify-changes.test.ts' }

/** Ways to break the workshop: answering together, changing the text by hand and by files, publishing. */
export const workshopMutants = [
  ...calendarMutants,
  ...importMutants,
  ...undoneDivisionMutants,
  ...conflictMutants,
  ...divisionMutants,
  ...standingMutants,
  ...toldChangesMutants,
  {
    name: 'permission: anybody signed in changes the text',
    file: 'src/permissions.ts',
    replace: "'text.change': [...editorial]",
    by: "'text.change': ['contributor']",
    guard: access('the working text is for the editors'),
  },
  {
    name: 'lock: a change by hand waits for nobody',
    file: 'src/changes/change-by-hand.ts',
    replace: '    await lockReport(tx, report.id)\n',
    by: '',
    guard: { test: 'test/locks.test.ts' },
  },
  {
    name: 'two editors: what was changed meanwhile is overwritten',
    file: 'src/changes/text-routes.tsx',
    replace: 'if (digestOf([block]) === form.read) return planned',
    by: 'if (block) return planned',
    guard: byHand('what somebody else changed meanwhile'),
  },
  {
    name: 'two editors: what stands under a heading may have changed',
    file: 'src/changes/place-change.ts',
    replace: 'if (digestOf(section) !== read)',
    by: 'if (false as boolean)',
    guard: placed('a heading is moved'),
  },
  {
    name: 'two editors: an edition is published that nobody looked at',
    file: 'src/editions/publish-edition.ts',
    replace: 'if (seen !== null && seen !== digestPrepared(next))',
    by: 'if (false as boolean)',
    guard: { test: 'test/publication.test.ts' },
  },
  {
    name: 'once: a passage is inserted at each click',
    file: 'src/changes/insertion-routes.tsx',
    replace: 'if (!(await findReportOfBlock(tx, id))) return planned',
    by: 'if (planned.ok) return planned',
    guard: placed('a passage is inserted once'),
  },
  {
    name: 'once: other words sent with the same form are lost',
    file: 'src/changes/insertion-routes.tsx',
    replace: 'if (planned.ok && there && says(planned.changes, there))',
    by: 'if (planned.ok && there)',
    guard: placed('a passage is inserted once'),
  },
  {
    name: 'cause: what caused a change is declined',
    file: 'src/answers/answer-contributions.ts',
    replace: "const causing = decision === 'declined' ? await listCausing(tx, numbers) : []",
    by: 'const causing: number[] = []',
    guard: byHand('what is named as the cause'),
  },
  {
    name: 'cause: a change by hand needs none',
    file: 'src/changes/cause.ts',
    replace: "? [plain('no-cause')]",
    by: '? []',
    guard: byHand('nothing changes without a cause'),
  },
  {
    name: 'cause: what was declined causes a change',
    file: 'src/changes/cause.ts',
    replace: "return candidate.declined ? 'contribution-declined' : null",
    by: 'return null',
    guard: byHand('nothing changes without a cause'),
  },
  {
    name: 'cause: one is named when the edition is out',
    file: 'src/changes/attribute-change.ts',
    replace: 'if (made.some(({ editionNumber }) => editionNumber !== null)) return published',
    by: '',
    guard: access('further causes are named'),
  },
  {
    name: 'cause: what was taken back still shows',
    file: 'src/reports/change-store.ts',
    replace: ".on('cause.withdrawn_at', 'is', null)",
    by: '',
    guard: access('further causes are named'),
  },
  {
    name: 'return: a passage comes back as another',
    file: 'src/changes/place-change.ts',
    replace: 'changes: [insertion(removed, after, dated)]',
    by: 'changes: [insertion({ ...removed, marks: [], nextSentence: 1 }, after, dated)]',
    guard: placed('a passage is taken out and put back'),
  },
  {
    name: 'marks: a link is lost with an edit elsewhere in its sentence',
    file: 'src/text/replace-sentences.ts',
    replace:
      'const kept = [...made.kept, ...keptElsewhere(before, after, { made, start: span.start })]',
    by: 'const kept = made.kept',
    guard: { test: 'src/text/replace-sentences.test.ts' },
  },
  {
    name: 'group: some of it is answered although one cannot be',
    file: 'src/answers/answer-contributions.ts',
    replace: 'return problems.length > 0 ? { ok: false, problems } : { ok: true, contributions }',
    by: 'return contributions.length > 0 ? { ok: true, contributions } : { ok: false, problems }',
    guard: grouped('what cannot be answered is named one by one'),
  },
  {
    name: 'group: a reply is answered',
    file: 'src/answers/answer-contributions.ts',
    replace: "else if (held.contribution.replyTo !== null) refuse(number, 'is-reply')",
    by: '',
    guard: grouped('a reply has no answer'),
  },
  {
    name: 'publication: an edition speaks of what a contribution said first',
    file: 'src/contributions/account-store.ts',
    replace: "    .orderBy('revision', 'desc')\n",
    by: "    .orderBy('revision')\n",
    guard: { test: 'test/publication.test.ts' },
  },
  {
    name: 'publication: a rapporteur is offered to publish',
    file: 'src/editions/publication-page.tsx',
    replace:
      "{mayPublish ? <PublishForm {...props} queue={queue} /> : <p>{say('who-publishes')}</p>}",
    by: '<PublishForm {...props} queue={queue} />',
    guard: { test: 'test/publication.test.ts', only: 'a rapporteur prepares' },
  },
  {
    name: 'publication: any reader opens its check-list',
    file: 'src/editions/routes.tsx',
    replace: "authorize(c.var.actor, 'workshop.open', { reportId: report.id })",
    by: '',
    guard: { test: 'test/publication.test.ts', only: 'a rapporteur prepares' },
  },
  {
    name: 'group: an author is told once for each',
    file: 'src/notices/tell-answer.ts',
    replace: 'if (!(await saveAnswerTold(tx, { personId, answerId: answer.id }, now))) return\n',
    by: 'for (const _ of contributions.slice(1)) await queueMail(tx, mailing, { to: address.email, lang: address.locale, ...writeAnswerNotice(address.locale, mailing.publicUrl, { contributions, decision: answer.decision, reason: answer.reason, madeTogether }) }, now)\n',
    guard: grouped('an author is told once'),
  },
  {
    name: 'import: a file that is read again gives every passage another id',
    file: 'src/text/match-blocks.ts',
    replace: 'known[to[0] ?? -1] = old[from[0] ?? -1] ?? null',
    by: 'known[to[0] ?? -1] = null',
    guard: again,
  },
  {
    name: 'import: accepted although the text changed since its preview',
    file: 'src/imports/accept-upload.ts',
    replace: 'if (digestPreview(upload, before) !== digest)',
    by: 'if (false as boolean)',
    guard: { test: 'test/import-preview.test.ts' },
  },
  {
    name: 'import: a bomb is unpacked',
    file: 'src/text/unpack-zip.ts',
    replace: 'if (size > room)',
    by: 'if (false as boolean)',
    guard: { test: 'src/documents/read-document.test.ts' },
  },
  {
    name: 'verify: changes by hand are not looked up in the journal',
    file: 'src/editions/verify-changes.ts',
    replace: "...compareAccounts(made, await listActs(db, ['text.changed'])),",
    by: '',
    guard: verified,
  },
  {
    name: 'verify: causes that were added are not looked up',
    file: 'src/editions/verify-changes.ts',
    replace: "...compareAccounts(added, await listActs(db, ['change.attributed'])),",
    by: '',
    guard: verified,
  },
  {
    name: 'verify: causes that were taken back are not looked up',
    file: 'src/editions/verify-changes.ts',
    replace: "...compareAccounts(withdrawn, await listActs(db, ['change.attribution-withdrawn'])),",
    by: '',
    guard: verified,
  },
]
