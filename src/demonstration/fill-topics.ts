import { dayInParis } from '../platform/paris-days.ts'
import { findLatestEdition, listEditionBlocks } from '../reports/index.ts'
import {
  findTopic,
  keepPhase,
  keepTopic,
  listPhases,
  publishTopic,
  type Topic,
} from '../topics/index.ts'
import { assertDone } from './assert-done.ts'
import { blockSaying } from './fill-contributions.ts'
import type { Filling } from './filling.ts'
import { topics, type SampleTopic } from './topics.ts'

/** Begins and publishes the topics that were begun by then, as editors do; `beforeEdition`: those that were open before there was one. */
export async function fillTopics(filling: Filling, beforeEdition: boolean): Promise<void> {
  for (const sample of topics) {
    if (sample.begunDaysAgo > 85 !== beforeEdition) continue
    await beginTopic(filling, sample)
  }
}

/** Quotes the first edition in the topics that were begun before it, and opens them again. */
export async function quoteEdition(filling: Filling): Promise<void> {
  const { db, people, report, daysAgo } = filling
  for (const sample of topics.filter(({ begunDaysAgo }) => begunDaysAgo > 85)) {
    const topic = await requireTopic(filling, sample)
    const typed = await typedOf(filling, sample)
    const quoting = { report, typed, known: { slug: topic.slug, revision: topic.revision } }
    assertDone(await keepTopic(db, people('rapporteur'), quoting, daysAgo(82.5)))
    await addPhases(filling, sample, topic)
  }
}

/** Gives the last phase of a topic another last day. */
export async function prolongTopics(filling: Filling): Promise<void> {
  const { db, people, report, daysAgo } = filling
  for (const sample of topics) {
    if (!sample.prolonged) continue
    const topic = await requireTopic(filling, sample)
    const phase = (await listPhases(db, topic.id)).at(-1)
    if (!phase) throw new Error(`${sample.key} has no phase`)
    const until = new Date(Date.parse(phase.closesOn) + sample.prolonged.by * dayLength)
    const { label, prompt } = phase
    const said = { label: label ?? '', prompt: prompt ?? '' }
    const typed = { ...said, opensOn: phase.opensOn, closesOn: dayInParis(until) }
    const prolonging = { report, slug: topic.slug, typed, known: phase }
    const when = daysAgo(sample.prolonged.daysAgo)
    assertDone(await keepPhase(db, people('rapporteur'), prolonging, when))
  }
}

const dayLength = 24 * 3600 * 1000

async function beginTopic(filling: Filling, sample: SampleTopic): Promise<void> {
  const { db, people, report, daysAgo } = filling
  const at = daysAgo(sample.begunDaysAgo)
  const typed = await typedOf(filling, sample)
  const beginning = { report, typed, known: { key: `demonstration-topic-${sample.key}` } }
  const kept = await keepTopic(db, people('rapporteur'), beginning, at)
  if (!kept.ok) throw new Error(`${sample.key} is refused: ${JSON.stringify(kept.problems)}`)
  filling.topics.set(sample.key, kept.slug)
  const topic = await requireTopic(filling, sample)
  await addPhases(filling, sample, topic)
  const publishing = { report, slug: topic.slug, revision: topic.revision }
  assertDone(await publishTopic(db, people('rapporteur'), publishing, at))
}

/** The phases that are not there yet and were added before the next edition. */
async function addPhases(filling: Filling, { key, phases }: SampleTopic, topic: Topic) {
  const { db, people, report, daysAgo } = filling
  const edition = await findLatestEdition(db, report.id)
  for (const [at, { opensInDays, closesInDays, addedDaysAgo, ...said }] of phases.entries()) {
    if (!edition && addedDaysAgo < 85) continue
    const typed = {
      label: said.label ?? '',
      prompt: said.prompt ?? '',
      opensOn: dayInParis(daysAgo(-opensInDays)),
      closesOn: dayInParis(daysAgo(-closesInDays)),
    }
    const known = { key: `demonstration-phase-${key}-${at}` }
    const adding = { report, slug: topic.slug, typed, known }
    assertDone(await keepPhase(db, people('rapporteur'), adding, daysAgo(addedDaysAgo)))
  }
}

async function requireTopic({ db, report, topics }: Filling, { key }: SampleTopic): Promise<Topic> {
  const topic = await findTopic(db, report.id, topics.get(key) ?? '')
  if (!topic) throw new Error(`${key} is not begun yet`)
  return topic
}

/** What an editor would type; without extracts before there is an edition. */
async function typedOf({ db, report }: Filling, sample: SampleTopic) {
  const edition = await findLatestEdition(db, report.id)
  const blocks = edition ? await listEditionBlocks(db, edition.id) : []
  return {
    title: sample.title,
    assertion: sample.assertion ?? '',
    questions: sample.questions.join('\n'),
    extracts: edition
      ? (sample.extracts ?? []).map(({ on, quote }) => ({
          passage: blockSaying(blocks, on).id,
          quote,
        }))
      : [],
    testimonies: (sample.testimonies ?? []).map(({ about, place, ...testimony }) => ({
      ...testimony,
      about: about ?? '',
      place: place ?? '',
    })),
    moderation: 'as-report' as const,
  }
}
