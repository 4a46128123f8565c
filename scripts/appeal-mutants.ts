import { flagMutants } from './flag-mutants.ts'

const appeals = (only: string) => ({ test: 'test/appeals.test.ts', only })
const ofFlags = (only: string) => ({ test: 'test/flag-appeals.test.ts', only })
const verify = (only: string) => ({ test: 'test/verify-redress.test.ts', only })

/** Ways to break what is flagged and contested, and what is searched of what is cut. */
export const redressMutants = [
  ...flagMutants,
  {
    name: 'appeals: whoever decided decides again',
    file: 'src/moderation/appeal.ts',
    replace: "if (appeal.contestedById === personId) return 'appeal-own-decision'",
    by: '',
    guard: appeals('an author contests what hides their words'),
  },
  {
    name: 'appeals: whoever flagged decides',
    file: 'src/moderation/appeal.ts',
    replace: "if (concerned.includes(personId)) return 'appeal-own'",
    by: '',
    guard: ofFlags('whoever flagged what an appeal is about'),
  },
  {
    name: 'appeals: the guarantor decides where moderators could',
    file: 'src/moderation/appeal.ts',
    replace: "return instead && others > 0 ? 'appeal-for-moderators' : null",
    by: 'return null',
    guard: appeals('an author contests what hides their words'),
  },
  {
    name: 'appeals: nobody decides where no moderator could',
    file: 'src/moderation/appeal.ts',
    replace: "return instead && others > 0 ? 'appeal-for-moderators' : null",
    by: "return instead ? 'appeal-for-moderators' : null",
    guard: appeals('where nobody else moderates'),
  },
  {
    name: 'appeals: who could decide only instead reads what is hidden',
    file: 'src/moderation/appeal-routes.tsx',
    replace: "&& bar !== 'appeal-for-moderators'}",
    by: '}',
    guard: appeals('an author contests what hides their words'),
  },
  {
    name: 'appeals: somebody else contests',
    file: 'src/moderation/contest-decision.ts',
    replace: "return { said, role: authorize(actor, 'decision.contest', said) }",
    by: "return { said, role: 'author' as const }",
    guard: appeals('what is contested is decided on in the appeal only'),
  },
  {
    name: 'appeals: again and again',
    file: 'src/moderation/appeal.ts',
    replace: 'before.length < appealLimits.times',
    by: 'before.length < 99',
    guard: {
      test: 'test/flag-appeals.test.ts',
      only: 'what was contested and withdrawn three times',
    },
  },
  {
    name: 'appeals: for ever',
    file: 'src/moderation/appeal.ts',
    replace: "if (contestUntil(decision.decidedAt) < now) return 'not-open'",
    by: '',
    guard: appeals('an appeal is possible for six months'),
  },
  {
    name: 'appeals: a decision that is contested is taken back beside it',
    file: 'src/moderation/appeal.ts',
    replace:
      "return appeals.some((one) => isOpenAppeal(one) && one.decisionId === current) ? 'contested' : null",
    by: 'return null',
    guard: appeals('what is contested is decided on in the appeal only'),
  },
  {
    name: 'appeals: what answers one is taken back',
    file: 'src/moderation/appeal.ts',
    replace: "if (appeals.some(({ resultId }) => resultId === current)) return 'from-appeal'",
    by: '',
    guard: appeals('a refusal that is reversed'),
  },
  {
    name: 'appeals: whoever was overruled hides the same words again',
    file: 'src/moderation/appeal.ts',
    replace: "return overruled ? 'overruled' : null",
    by: 'return null',
    guard: appeals('an author contests what hides their words'),
  },
  {
    name: 'appeals: a refusal that is reversed waits again',
    file: 'src/moderation/decide-appeal.ts',
    replace: "before === 'published' ? ('undone' as const) : ('published' as const)",
    by: "before === 'published' ? ('undone' as const) : ('undone' as const)",
    guard: appeals('a refusal that is reversed'),
  },
  {
    name: 'appeals: other words of the author become public unread',
    file: 'src/moderation/decide-appeal.ts',
    replace: "current.id !== appeal.decisionId || said.state === 'pending'",
    by: 'current.id !== appeal.decisionId',
    guard: appeals('a cut whose author said something else'),
  },
  {
    name: 'appeals: whoever dismissed a flag hides it beside the appeal',
    file: 'src/moderation/appeal.ts',
    replace: 'if (contested || own.some((one) => isOpenAppeal(one) && one.decisionId === null)) {',
    by: 'if (contested) {',
    guard: ofFlags('whoever flagged contests a dismissal'),
  },
  {
    name: 'appeals: what answers one can be contested by whoever flagged',
    file: 'src/moderation/appeal.ts',
    replace: "verdict.outcome === 'dismissed' && verdict.appealId === null && !verdict.undoneAt",
    by: "verdict.outcome === 'dismissed' && !verdict.undoneAt",
    guard: ofFlags('whoever flagged contests a dismissal'),
  },
  {
    name: 'appeals: the database lets one decide on one’s own decision',
    file: 'migrations/0025-flags-and-appeals.sql',
    replace: 'check (decided_by <> contested_by),',
    by: '',
    guard: appeals('the database itself'),
  },
  {
    name: 'search: what was cut is found by its words',
    file: 'migrations/0025-flags-and-appeals.sql',
    replace: 'when decision.revision = search_shown.revision then search_uncut(body, decision.id)',
    by: 'when decision.revision = search_shown.revision then body',
    guard: { test: 'test/moderation.test.ts', only: 'what is cut is found' },
  },
  {
    name: 'search: what is cut is cut in the wrong place, after a character of two units',
    file: 'migrations/0025-flags-and-appeals.sql',
    replace: 'sum(case when ascii(sign) > 65535 then 2 else 1 end) over',
    by: 'sum(1) over',
    guard: { test: 'test/moderation.test.ts', only: 'what is cut is found' },
  },
  {
    name: 'verify redress: answers to appeals are not compared with the journal',
    file: 'src/editions/verify-redress.ts',
    replace: "['appeal.decided', appeals.flatMap(accountOfAnswer)],",
    by: '',
    guard: verify('an appeal that is altered'),
  },
]
