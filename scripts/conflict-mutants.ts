const taken = (only: string) => ({ test: 'src/text/take-amendment.test.ts', only })
const competing = (only: string) => ({ test: 'test/competing-amendments.test.ts', only })
const queue = { test: 'test/queue-obstacles.test.ts' }

/** Ways to break what becomes of amendments that compete, or whose passage has changed. */
export const conflictMutants = [
  {
    name: 'conflict: an amendment that goes beside what has changed is refused',
    file: 'src/text/take-amendment.ts',
    replace: "if (merged.kind === 'conflict') return changed",
    by: 'if (merged.kind) return changed',
    guard: taken('a sentence that an amendment only repeats'),
  },
  {
    name: 'conflict: sentences are split anew',
    file: 'src/text/take-amendment.ts',
    replace:
      'return changed\n  const merged = merge(base.text, current.text, written.block.text, base.sentences)',
    by: 'return changed\n  const merged = merge(base.text, current.text, written.block.text)',
    guard: taken('two sentences that a text was split into'),
  },
  {
    name: 'conflict: rows of a table are merged',
    file: 'src/text/take-amendment.ts',
    replace:
      "if (!written.ok || base.kind === 'table' || base.kind !== current.kind) return changed",
    by: 'if (!written.ok) return changed',
    guard: taken('rows of a table'),
  },
  {
    name: 'conflict: a draft does not say that wordings do not go together',
    file: 'src/text/take-amendment.ts',
    replace: '      conflict = true\n',
    by: '',
    guard: taken('a draft has what goes together'),
  },
  {
    name: 'conflict: what was merged is not in the journal',
    file: 'src/answers/make-replacements.ts',
    replace: 'if (change.byHand) await',
    by: 'if (false as boolean) await',
    guard: competing('accepting an amendment merges it'),
  },
  {
    name: 'conflict: who says what the group changes is no cause of it',
    file: 'src/answers/change-text.ts',
    replace: '    made.amendments.push(...amendments)\n',
    by: '',
    guard: competing('what the group changes already'),
  },
  {
    name: 'conflict: one of the rivals alone is the cause',
    file: 'src/answers/plan-finished.ts',
    replace: 'amendments: [...amendments], made',
    by: 'amendments: [amendments[0]], made',
    guard: competing('of rivals the editors make one wording'),
  },
  {
    name: 'conflict: the wording of one of them is taken in part of all',
    file: 'src/answers/plan-finished.ts',
    replace: 'if (proposed.some((text) => sameWords(text, made.block.text))) {',
    by: 'if (false as boolean) {',
    guard: competing('of rivals the editors make one wording'),
  },
  {
    name: 'conflict: authors are not told that theirs became one wording',
    file: 'src/answers/queue-notice.ts',
    replace: 'reason: made ? `${reason}\\n\\n${made}` : reason',
    by: 'reason',
    guard: competing('of rivals the editors make one wording'),
  },
  {
    name: 'conflict: what was changed meanwhile is overwritten',
    file: 'src/answers/plan-finished.ts',
    replace: "if (stands !== standing(current)) return refuse('changed-while-writing')",
    by: '',
    guard: competing('where the passage changes again'),
  },
  {
    name: 'conflict: what was typed gives way to the draft',
    file: 'src/answers/answer-fields.tsx',
    replace: "{form.stands === '' ? draft : form.whole}",
    by: '{draft ?? form.whole}',
    guard: competing('where the passage changes again'),
  },
  {
    name: 'conflict: what was typed is lost with the session',
    file: 'src/answers/answer-fields.tsx',
    replace: "return group.together !== null || (form.stands !== '' && unknown && asked)",
    by: 'return group.together !== null && (unknown || asked)',
    guard: competing('whoever is signed out'),
  },
  {
    name: 'conflict: one wording is put in two passages’ place',
    file: 'src/answers/plan-finished.ts',
    replace: "if (blockIds.size > 1) return refuse('several-passages')",
    by: '',
    guard: { test: 'test/grouped-answers.test.ts', only: 'with amendments to several passages' },
  },
  {
    name: 'conflict: equal wordings stand apart',
    file: 'src/answers/compare-amendments.ts',
    replace: 'for (const equals of groupEqual(amendments)) {',
    by: 'for (const equals of amendments.map((one): Equals => [one])) {',
    guard: competing('readers see competing wordings'),
  },
  {
    name: 'conflict: what was written of an earlier edition is shown as of this one',
    file: 'src/answers/rivals-here.tsx',
    replace: ' edition={edition.number}',
    by: '',
    guard: competing('readers see competing wordings'),
  },
  {
    name: 'conflict: competing wordings stand below each other on a large screen',
    file: 'public/css/reading.css',
    replace: 'grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr));',
    by: 'grid-template-columns: minmax(0, 1fr);',
    guard: {
      test: 'test/browser/competing-amendments.test.ts',
      only: 'editors make one wording of two that compete, in a passage that has changed, with no script',
    },
  },
  {
    name: 'conflict: the queue compares with what is answered',
    file: 'src/answers/obstacle-store.ts',
    replace: 'and settled_at is null and',
    by: 'and',
    guard: queue,
  },
  {
    name: 'conflict: the queue does not see that sentences have changed',
    file: 'src/answers/obstacle-store.ts',
    replace: '  changed: isChanged,',
    by: '  changed: isGone,',
    guard: queue,
  },
  {
    name: 'conflict: the queue takes equals for rivals',
    file: 'src/answers/obstacle-store.ts',
    replace: 'filter (where not ${sameWording})',
    by: 'filter (where true)',
    guard: queue,
  },
]
