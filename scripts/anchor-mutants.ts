const carried = { test: 'src/anchors/carry-anchors.test.ts' }
const recorded = { test: 'src/anchors/follow-block.test.ts' }
const steps = { test: 'src/anchors/carry-steps.test.ts' }
const followed = { test: 'src/text/follow-words.test.ts' }
const race = { test: 'test/anchor-race.test.ts' }
const read = (only: string) => ({ test: 'test/anchors.test.ts', only })
const reading = { test: 'test/anchors.test.ts' }
const record = { test: 'test/anchor-record.test.ts' }
const review = { test: 'test/anchor-review.test.ts' }

/** Ways to break where contributions stand: carrying their passages, what readers are shown, editors' decisions. */
export const anchorMutants = [
  {
    name: 'carry: what a passage that is left says took the place of what went',
    file: 'src/anchors/carry-anchors.ts',
    replace: 'if (divided && !is) return',
    by: 'if (divided && is) return',
    guard: { test: 'test/anchors.test.ts', only: 'what went with a piece' },
  },
  {
    name: 'carry: a space or a full stop is as good as a word',
    file: 'src/text/follow-words.ts',
    replace: 'return isWord(token) ? [{ start, end: at, plain: plainTypography(token) }] : []',
    by: 'return [{ start, end: at, plain: plainTypography(token) }]',
    guard: followed,
  },
  {
    name: 'carry: what is put in beside a passage is taken in',
    file: 'src/text/follow-words.ts',
    replace: 'return after.startsWith(tail, own.end) ? own.end + tail.length : own.end',
    by: 'return beforeRight(sides, last) + 0 * tail.length',
    guard: followed,
  },
  {
    name: 'carry: any word that is left is the passage',
    file: 'src/anchors/carry-anchors.ts',
    replace: 'if (kept < leastKept) return null',
    by: 'if (kept < 0) return null',
    guard: steps,
  },
  {
    name: 'carry: a recorded change whose words stand twice is guessed at',
    file: 'src/anchors/follow-block.ts',
    replace: 'if (at === -1 || text.includes(before, at + 1)) return null',
    by: 'if (at === -1) return null',
    guard: recorded,
  },
  {
    name: 'carry: a record that leads elsewhere is believed',
    file: 'src/anchors/follow-block.ts',
    replace: 'texts.get(id) === shown.get(id)',
    by: 'texts.has(id)',
    guard: recorded,
  },
  {
    name: 'carry: ambiguous words are said to be rewritten',
    file: 'src/anchors/carry-anchors.ts',
    replace: " || carried.rule === 'ambiguous'",
    by: '',
    guard: carried,
  },
  {
    name: 'carry: what was decided comes back to be looked at',
    file: 'src/anchors/carry-anchors.ts',
    replace: "if (rule === 'unchanged' || state === 'exact') return true",
    by: "if (state === 'exact') return true",
    guard: carried,
  },
  {
    name: 'carry: a moved passage that is back is still said to have moved',
    file: 'src/anchors/carry-anchors.ts',
    replace: 'const moved = strayed && !isHome(anchor, place)',
    by: 'const moved = strayed',
    guard: carried,
  },
  {
    name: 'carry: an orphan is told of at a heading that is gone',
    file: 'src/anchors/nearest-heading.ts',
    replace: "const own = upFrom(at, parents).find((up) => headings.has(old[up]?.id ?? ''))",
    by: "const own = upFrom(at, parents).find((up) => isHeading(old[up] ?? { kind: 'note' }))",
    guard: carried,
  },
  {
    name: 'carry: an edition is published without its anchors',
    file: 'src/editions/publish-edition.ts',
    replace: '    await carryInto(tx, next, { id, reportId: report.id }, now)\n',
    by: '',
    guard: read('publishing carries every passage'),
  },
  {
    name: 'carry: what comes in meanwhile is not waited for',
    file: 'src/anchors/carry-into.ts',
    replace: '  await lockNextEdition(tx, edition.reportId)\n',
    by: '',
    guard: race,
  },
  {
    name: 'carry: what comes in meanwhile does not wait',
    file: 'src/anchors/carry-into.ts',
    replace: '  await holdNextEdition(tx, reportId)\n',
    by: '',
    guard: race,
  },
  {
    name: 'carry: what was written on an edition before stays there',
    file: 'src/contributions/submit-contribution.ts',
    replace: '    await carryInto(tx, report, { number, passage: said.passage })\n',
    by: '',
    guard: race,
  },
  {
    name: 'carry: a passage is written down without its anchor',
    file: 'migrations/0017-anchors.sql',
    replace: 'create trigger passage_is_anchored after insert on passage',
    by: 'create trigger passage_is_anchored after update on passage',
    guard: read('publishing carries every passage'),
  },
  {
    name: 'carry: what an anchor says can be overwritten',
    file: 'migrations/0017-anchors.sql',
    replace: "raise exception 'an anchor says where a passage was found';",
    by: 'return new;',
    guard: read('what an anchor says'),
  },
  {
    name: 'margin: counts are of the words that were read',
    file: 'src/contributions/count-store.ts',
    replace: ".where('anchor.edition_id', '=', editionId)",
    by: ".where('anchor.rule', '=', 'as-written')",
    guard: reading,
  },
  {
    name: 'passage: an earlier anchor is shown in every edition',
    file: 'src/contributions/list-store.ts',
    replace:
      'where anchor.edition_id = ${editionId} and anchor.current\n      and (anchor.block_id',
    by: 'where anchor.current\n      and (anchor.block_id',
    guard: reading,
  },
  {
    name: 'orphans: each part tells of those of all',
    file: 'src/review/orphans-here.tsx',
    replace: 'await listOrphanNumbers(viewing.db, edition.id, homes)',
    by: 'homes && (await listOrphanNumbers(viewing.db, edition.id))',
    guard: reading,
  },
  {
    name: 'permission: anybody signed in decides where a passage stands',
    file: 'src/permissions.ts',
    replace: "'anchor.decide': [...editorial]",
    by: "'anchor.decide': ['contributor']",
    guard: review,
  },
  {
    name: 'two editors: the second decides over the first',
    file: 'src/anchors/decide-anchors.ts',
    replace:
      "if (seen.some(({ current }) => !current)) return { ok: false, problem: 'decided-meanwhile' }",
    by: '',
    guard: review,
  },
  {
    name: 'once: what was decided already is refused at the second click',
    file: 'src/anchors/decide-anchors.ts',
    replace: 'if (await saysAlready(tx, { edition, seen, decision })) return { ok: true }',
    by: '',
    guard: review,
  },
  {
    name: 'edition: an edition that is over is still decided on',
    file: 'src/anchors/decide-anchors.ts',
    replace: "if (edition?.number !== editionNumber) return { ok: false, problem: 'edition-over' }",
    by: "if (!edition) return { ok: false, problem: 'edition-over' }",
    guard: record,
  },
  {
    name: 'undone: what held before does not hold again',
    file: 'src/anchors/decide-store.ts',
    replace: ".where('undone_by', 'is', null),",
    by: ".where('undone_by', 'is not', null),",
    guard: record,
  },
  {
    name: 'journal: a decision is not written down',
    file: 'src/anchors/decide-anchors.ts',
    replace:
      '      await recordAct(\n        tx,\n        { ...actOf(anchor, `anchor.${decision.rule}`)',
    by: '      if (id < 0) await recordAct(\n        tx,\n        { ...actOf(anchor, `anchor.${decision.rule}`)',
    guard: record,
  },
  {
    name: 'verify: decisions on passages are not compared',
    file: 'src/editions/verify-record.ts',
    replace: '      ...anchors,\n',
    by: '',
    guard: record,
  },
  {
    name: 'pages: nothing to review is an empty page',
    file: 'src/review/anchors-page.tsx',
    replace: "say(show === 'decided' ? 'none-decided' : 'none-doubtful')",
    by: "''",
    guard: review,
  },
]
