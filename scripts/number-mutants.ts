const numbered = { test: 'test/amended-numbers.test.ts' }

/** Ways to break that a proposition's number is the one of its words. */
export const numberMutants = [
  {
    name: 'number: an amendment leaves the number that the heading had',
    file: 'src/reports/change-working-text.ts',
    replace: 'const block = renumber(current, amended.block)',
    by: 'const block = renumber(amended.block, current) && amended.block',
    guard: numbered,
  },
  {
    name: 'number: what an amendment made of it is not written down',
    file: 'src/reports/change-working-text.ts',
    replace: 'block: byHand || block.number !== current.number ? block : null',
    by: 'block: byHand ? block : null',
    guard: numbered,
  },
  {
    name: 'number: editors’ own wording leaves the number that the heading had',
    file: 'src/answers/plan-finished.ts',
    replace: 'block: renumber(current, made.block)',
    by: 'block: renumber(current, made.block) && made.block',
    guard: numbered,
  },
  {
    name: 'number: a change by hand leaves the number that the heading had',
    file: 'src/changes/text-change.ts',
    replace: 'const after = renumber(block, revised.block)',
    by: 'const after = renumber(block, revised.block) && revised.block',
    guard: numbered,
  },
  {
    name: 'number: the words of this report begin no proposition',
    file: 'src/text/correct-headings.ts',
    replace: 'numberOf(now.text, numberAfterWords([words]))',
    by: 'numberOf(now.text, numberAfterWords([words].slice(1)))',
    guard: { test: 'src/text/correct-headings.test.ts' },
  },
]
