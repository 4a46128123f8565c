import {
  reviseContribution,
  submitContribution,
  supportContribution,
  wholePassage,
  withdrawContribution,
} from '../contributions/index.ts'
import { decideContribution } from '../moderation/index.ts'
import { findLatestEdition, listEditionBlocks, type PlacedBlock } from '../reports/index.ts'
import { findTopic } from '../topics/index.ts'
import { contributionNamed, type Filling } from './filling.ts'
import type { SampleContribution, SecondThought } from './sample.ts'

/** What a sample leaves out. */
const unsaid = {
  words: '',
  stance: null,
  title: '',
  wording: '',
  speaker: '',
  explanation: '',
  link: '',
  place: '',
  supportedBy: [],
} satisfies { [F in keyof SampleContribution]?: unknown }

/** Lets people speak of the newest edition, or of a topic before there is one, the first to speak first, and others support them. */
export async function fillContributions(
  filling: Filling,
  samples: readonly SampleContribution[],
): Promise<void> {
  const edition = await findLatestEdition(filling.db, filling.report.id)
  const blocks = edition ? await listEditionBlocks(filling.db, edition.id) : []
  const spoken = { editionNumber: edition?.number ?? null, blocks }
  for (const sample of samples.toSorted((one, other) => other.daysAgo - one.daysAgo)) {
    const number = await say(filling, sample, spoken)
    filling.numbers.set(sample.key, number)
    await support(filling, sample, number)
  }
}

type SpokenOf = { editionNumber: number | null; blocks: readonly PlacedBlock[] }

async function say(
  filling: Filling,
  sample: SampleContribution,
  { editionNumber, blocks }: SpokenOf,
): Promise<number> {
  const { db, report, people, numbers, daysAgo } = filling
  const { key, by, kind, lang, on, topic, to, words, stance, wording, speaker, ...said } = {
    ...unsaid,
    ...sample,
  }
  const block = on === undefined ? null : blockSaying(blocks, on)
  const submitted = await submitContribution(
    db,
    people(by),
    {
      report,
      blockId: block && block.id,
      editionNumber,
      topicId: await topicNamed(filling, to === undefined ? topic : undefined),
      replyTo: to === undefined ? null : contributionNamed(numbers, to),
      kind,
      stance,
      typed: said,
      choice: {
        ...wholePassage,
        words,
        sentences: kind === 'amendment' && block ? sentencesSaying(block, on ?? '') : [],
      },
      wording,
      speaker,
      lang,
      idempotencyKey: `demonstration-${key}`,
    },
    daysAgo(said.daysAgo),
  )
  if (!submitted.ok) throw new Error(`${key} is refused: ${submitted.problems.join(', ')}`)
  return submitted.number
}

async function topicNamed({ db, report, topics }: Filling, key: string | undefined) {
  if (key === undefined) return null
  const topic = await findTopic(db, report.id, topics.get(key) ?? '')
  if (!topic) throw new Error(`there is no topic ${key} yet`)
  return topic.id
}

/** One after the other within the day, as they would have come by. */
async function support(
  { db, people, daysAgo }: Filling,
  { key, daysAgo: days, supportedBy = [] }: SampleContribution,
  number: number,
): Promise<void> {
  for (const [at, by] of supportedBy.entries()) {
    const now = daysAgo(days - (at + 1) / (supportedBy.length + 1))
    const supported = await supportContribution(db, people(by), number, now)
    if (!supported.ok) throw new Error(`${by} cannot support ${key}: ${supported.problem}`)
  }
}

/** The one passage that says it. */
export function blockSaying(blocks: readonly PlacedBlock[], words: string): PlacedBlock {
  const [block, ...others] = blocks.filter(({ text }) => text.includes(words))
  if (!block || others.length > 0) throw new Error(`not said once in the text: ${words}`)
  return block
}

function sentencesSaying({ text, sentences }: PlacedBlock, words: string): number[] {
  return sentences
    .filter(({ start, end }) => text.slice(start, end).includes(words))
    .map(({ n }) => n)
}

/** What people thought better of, and what the editors took out of sight. */
export async function fillSecondThoughts(
  { db, people, numbers, daysAgo }: Filling,
  thoughts: readonly SecondThought[],
  samples: readonly SampleContribution[],
): Promise<void> {
  for (const thought of thoughts) {
    const sample = samples.find(({ key }) => key === thought.of)
    if (!sample) throw new Error(`nobody said ${thought.of}`)
    const number = contributionNamed(numbers, thought.of)
    const now = daysAgo(thought.daysAgo)
    const done =
      thought.act === 'revised'
        ? await reviseContribution(db, people(sample.by), revisionOf(number, sample, thought), now)
        : thought.act === 'withdrawn'
          ? await withdrawContribution(db, people(sample.by), number, now)
          : await decideContribution(
              db,
              people('moderation'),
              { number, typed: withholding(thought), mailing: null },
              now,
            )
    if (!done.ok) throw new Error(`${thought.of} is not ${thought.act}: ${JSON.stringify(done)}`)
  }
}

function withholding({ reason, rule }: Extract<SecondThought, { act: 'withheld' }>) {
  const cut = { sentences: [], words: '' }
  const because = { ground: rule, law: '', cut, reason }
  return { choice: 'withheld' as const, ...because, read: 1, seen: null, flags: [] }
}

function revisionOf(
  number: number,
  sample: SampleContribution,
  revised: Extract<SecondThought, { act: 'revised' }>,
) {
  const { wording, ...typed } = { ...unsaid, ...sample, ...revised }
  return { number, read: 1, typed, wording }
}
