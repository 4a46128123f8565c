const aligned = { test: 'src/text/align.test.ts' }
const paired = { test: 'src/text/pair-blocks.test.ts' }
const matched = { test: 'src/text/match-blocks.test.ts' }
const assigned = { test: 'src/text/assign.test.ts' }
const chained = { test: 'src/text/heaviest-chain.test.ts' }
const found = { test: 'src/text/find-close.test.ts' }
const edited = { test: 'src/text/carry-edits.test.ts' }
const carried = { test: 'src/text/carry.test.ts' }
const merged = { test: 'src/text/merge.test.ts' }
const redlined = { test: 'src/text/redline.test.ts' }
const told = { test: 'test/text-commands.test.ts' }

/** Ways to pair the wrong passages, to lead a contribution to words that it was not about, or to lose an accepted word. */
export const textMutants = [
  {
    name: 'alignment: known ids are not looked at',
    file: 'src/text/pair-blocks.ts',
    replace: 'known.get(id) ?? -1',
    by: '-1',
    guard: aligned,
  },
  {
    name: 'alignment: a heading is what its words say',
    file: 'src/text/pair-equal.ts',
    replace: 'if (isHeading(block)) return (next += 1)',
    by: '',
    guard: aligned,
  },
  {
    name: 'alignment: what was split is not one',
    file: 'src/text/group-pairs.ts',
    replace: 'const leastCovered = 0.7',
    by: 'const leastCovered = 1.1',
    guard: aligned,
  },
  {
    name: 'alignment: pieces without end',
    file: 'src/text/group-pairs.ts',
    replace: 'group[side].length < mostPieces ?',
    by: 'group[side].length < 99 ?',
    guard: aligned,
  },
  {
    name: 'alignment: nothing is ever moved',
    file: 'src/text/align.ts',
    replace: "const moved = !stays.has(group) && (kind === 'same' || kind === 'edited')",
    by: 'const moved = false as boolean',
    guard: aligned,
  },
  {
    name: 'alignment: formulas are paired whatever their numbers',
    file: 'src/text/likeness.ts',
    replace: 'isLikelyElsewhere(likeness) && sayNumbersAlike(one, other)',
    by: 'isLikelyElsewhere(likeness)',
    guard: paired,
  },
  {
    name: 'alignment: one of two that are as alike is taken',
    file: 'src/text/pair-blocks.ts',
    replace: 'alike === first && alike - (second ?? 0) >= leastLead',
    by: 'alike === first',
    guard: paired,
  },
  {
    name: 'alignment: no word of a block may be another’s',
    file: 'src/text/worded.ts',
    replace: '    mark(words, 1)\n',
    by: '',
    guard: paired,
  },
  {
    name: 'alignment: half alike is enough, anywhere',
    file: 'src/text/likeness.ts',
    replace: 'const leastElsewhere = 0.65',
    by: 'const leastElsewhere = 0.4',
    guard: paired,
  },
  {
    name: 'alignment: moved and edited is nowhere',
    file: 'src/text/pair-blocks.ts',
    replace: 'for (const from of find(read.now(to))) offer(from, to)',
    by: '',
    guard: paired,
  },
  {
    name: 'alignment: equal neighbours stay behind',
    file: 'src/text/pair-equal.ts',
    replace: 'for (let to = 0; to < now.length; to += 1) match(to, 1)',
    by: '',
    guard: matched,
  },
  {
    name: 'alignment: the best for one at the cost of all',
    file: 'src/text/assign.ts',
    replace: 'const largestGroup = 200',
    by: 'const largestGroup = 1',
    guard: assigned,
  },
  {
    name: 'alignment: the longest chain, whatever it weighs',
    file: 'src/text/heaviest-chain.ts',
    replace: 'const weight = known.weight + weightOf(index)',
    by: 'const weight = known.weight + 1',
    guard: chained,
  },
  {
    name: 'anchors: a place with more errors than asked for',
    file: 'src/text/find-close.ts',
    replace: 'while (last > 0 && uintAt(column.costs, last) > most) last -= 1',
    by: 'while (last > 0 && uintAt(column.costs, last) > most + 1) last -= 1',
    guard: found,
  },
  {
    name: 'anchors: any paragraph of the section will do',
    file: 'src/text/carry.ts',
    replace: 'const mostOfLong = 0.25',
    by: 'const mostOfLong = 0.9',
    guard: edited,
  },
  {
    name: 'anchors: of two that are as good one is guessed',
    file: 'src/text/carry.ts',
    replace: 'const isClear = next === undefined || next.errors - best.errors >= leastLead',
    by: 'const isClear = true as boolean',
    guard: carried,
  },
  {
    name: 'anchors: a short quote needs no context',
    file: 'src/text/place-quote.ts',
    replace: "short: words.trim().split(' ').length <= shortWords",
    by: 'short: false',
    guard: carried,
  },
  {
    name: 'anchors: an edited quote ends within a word',
    file: 'src/text/place-quote.ts',
    replace: 'if (errors > 0) {',
    by: 'if (errors > 9) {',
    guard: carried,
  },
  {
    name: 'anchors: typography makes another quote of it',
    file: 'src/text/place-quote.ts',
    replace: `.replace(/[‘’‛ʼ′]/g, "'")`,
    by: '',
    guard: carried,
  },
  {
    name: 'merge: two changes to one sentence are none of each other’s business',
    file: 'src/text/merge.ts',
    replace: 'if (!cluster || touched.from > cluster.until) {',
    by: 'if (!cluster || hunk.start >= cluster.end) {',
    guard: merged,
  },
  {
    name: 'merge: the second hand wins',
    file: 'src/text/merge.ts',
    replace: 'current.length > 0 && amended.length > 0 && ours !== theirs',
    by: 'false as boolean',
    guard: merged,
  },
  {
    name: 'redline: a sentence that kept two words is shown word by word',
    file: 'src/text/redline.ts',
    replace: 'const leastKept = 0.5',
    by: 'const leastKept = 0.01',
    guard: redlined,
  },
  {
    name: 'redline: islands of one word stay',
    file: 'src/text/redline.ts',
    replace: 'const shortestIsland = 3',
    by: 'const shortestIsland = 1',
    guard: redlined,
  },
  {
    name: 'redline: words in common in any number of pieces',
    file: 'src/text/compact-islands.ts',
    replace: 'const opening = 32',
    by: 'const opening = 0',
    guard: { test: 'src/text/compact-islands.test.ts' },
  },
  {
    name: 'redline: spaces stay behind',
    file: 'src/text/spaced-islands.ts',
    replace: 'if (isSameSpace(island.oldEnd, end, lists)) island.oldEnd += 1',
    by: '',
    guard: { test: 'src/text/find-islands.test.ts' },
  },
  {
    name: 'redline: a change begins wherever it was found',
    file: 'src/text/slide-changes.ts',
    replace: 'if (clear <= most) return',
    by: 'if (clear <= 9) return',
    guard: redlined,
  },
  {
    name: 'redline: a word between two additions is said again',
    file: 'src/text/redline.ts',
    replace: 'if (isOneSided(before, island) && isOneSided(island, after)) return true',
    by: '',
    guard: redlined,
  },
  {
    name: 'redline: words in common go with a change that is shorter',
    file: 'src/text/redline.ts',
    replace: 'return size > longest',
    by: 'return false',
    guard: redlined,
  },
  {
    name: 'redline: words in common stay beside a change that is longer',
    file: 'src/text/redline.ts',
    replace: 'const longest = Math.max(',
    by: 'const longest = Math.min(',
    guard: redlined,
  },
  {
    name: 'redline: a space after n° is a change of words',
    file: 'src/text/runs.ts',
    replace: '[":;!?%€°º]',
    by: '[":;!?%€]',
    guard: redlined,
  },
  {
    name: 'commands: an anchor that is not in the old text is taken for the paragraph’s beginning',
    file: 'src/commands/anchor.ts',
    replace: 'return start < 0 ? null',
    by: 'return start < -9 ? null',
    guard: told,
  },
  {
    name: 'commands: what stands twice is the first',
    file: 'src/commands/anchor.ts',
    replace: 'return count === 1 ? first : -1',
    by: 'return first',
    guard: told,
  },
]
