import { redlineTexts, type RedlineItem } from '../../src/text/index.ts'
import type { Benchmark, Figure } from './figure.ts'
import {
  countByBlock,
  countChanged,
  weighArticles,
  weighItems,
  weighStanding,
  type Ratio,
} from './text-changed-words.ts'
import {
  changesOf,
  compareItems,
  untidiedChanges,
  type Compared,
  type Texts,
} from './text-changes.ts'
import { civilCode, neighbours, readPair, standingOrders, type Pair } from './text-data.ts'
import { compareByJsdiff, compareByMatchPatch, compareTidily } from './text-peers.ts'
import { findFaults } from './text-recovered.ts'

export const redlineQuality: Benchmark = {
  title:
    'text: what redlines show (words; the fewest by a longest common subsequence of the benchmark’s own)',
  run: async () => {
    const figures: Figure[] = []
    for (const pair of [civilCode, standingOrders]) figures.push(...(await judgePair(pair)))
    let faults = 0
    for (const pair of neighbours) {
      const texts = await readPair(pair)
      faults += findFaults(redlineTexts(texts.old, texts.now), texts).length
    }
    const what = 'standing orders, all neighbours: texts or blocks not recovered to the letter'
    return [...figures, { what, value: faults, unit: '', budget: { most: 0 } }]
  },
}

async function judgePair(pair: Pair): Promise<Figure[]> {
  const texts = await readPair(pair)
  const items = redlineTexts(texts.old, texts.now)
  const [before, after] = [
    compareItems(items, texts, untidiedChanges),
    compareItems(items, texts, (_old, _now, { runs }) => changesOf(runs)),
  ]
  const widest = Math.max(...items.flatMap(({ old, new: now }) => [old.length, now.length]))
  return [
    {
      what: `${pair.name}: texts or blocks not recovered to the letter`,
      value: findFaults(items, texts).length,
      unit: '',
      budget: { most: 0 },
    },
    {
      what: '  blocks of one side in an item, at most',
      value: widest,
      unit: '',
      budget: { most: 4 },
    },
    ...judgeWords(before, after, texts),
    ...countMarks(items, texts, { before, after }),
  ]
}

function judgeWords(before: Compared[], after: Compared[], texts: Texts): Figure[] {
  const within = weighItems(before)
  const [untidied, tidied] = [countByBlock(before, texts), countByBlock(after, texts)]
  const standing = weighStanding(tidied, texts)
  return [
    times('  changed words within items ÷ fewest, untidied', within, 1.01),
    { what: '    in the item that is furthest from it', value: within.worst, unit: '' },
    times(
      '  changed words in articles of equal number ÷ fewest, untidied',
      weighArticles(untidied, texts),
      1.2,
    ),
    times('    as shown', weighArticles(tidied, texts), 1.3),
    {
      what: '  words of unchanged paragraphs shown as changed',
      value: (100 * standing.shown) / standing.words,
      unit: '%',
      budget: { most: 1 },
    },
  ]
}

function times(what: string, { shown, least }: Ratio, most: number): Figure {
  return { what, value: shown / least, unit: '×', budget: { most } }
}

/** Peers compare the same two texts of each item: those of the whole they could not. */
function countMarks(
  items: readonly RedlineItem[],
  texts: Texts,
  ours: { before: Compared[]; after: Compared[] },
): Figure[] {
  const by = (compare: typeof compareByJsdiff) =>
    marksOf(compareItems(items, texts, (old, now) => changesOf(compare(old, now))))
  return [
    {
      what: '  marks for 1,000 changed words within items, untidied',
      value: marksOf(ours.before),
      unit: '',
      beside: { jsdiff: by(compareByJsdiff), 'diff-match-patch': by(compareByMatchPatch) },
    },
    {
      what: '    tidied',
      value: marksOf(ours.after),
      unit: '',
      beside: { 'diff-match-patch': by(compareTidily) },
    },
  ]
}

/** Words that a mark cuts through are changed. What has no other text is one mark, whoever compares. */
function marksOf(compared: readonly Compared[]): number {
  let [marks, words] = [0, 0]
  for (const one of compared) {
    if (one.old.length === 0 || one.now.length === 0) continue
    marks += one.changes.old.length + one.changes.now.length
    words += countChanged(one)
  }
  return (1000 * marks) / words
}
