import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { lockReport, type Report } from '../reports/index.ts'
import { readTypedTopic } from './read-typed-topic.ts'
import { recordTopic, type TopicAct } from './record-topic.ts'
import { findBegun, findTopic, listTopics, lockTopic, saveTopic, updateTopic } from './store.ts'
import {
  sameTopic,
  slugFor,
  type Topic,
  type TopicFacts,
  type TopicProblem,
  type TypedTopic,
} from './topic.ts'

export type KeepTopicProblem =
  | TopicProblem
  | { problem: 'begun-already' | 'changed-since' | 'gone'; at: null }

export type KeptTopic = { ok: true; slug: string } | { ok: false; problems: KeepTopicProblem[] }

/** `key`: of the form that begins a topic; else the topic that is changed, and the revision that was read. */
export type KeepingTopic = {
  report: Pick<Report, 'id' | 'slug'>
  typed: TypedTopic
  known: { key: string } | { slug: string; revision: number }
}

/**
 * Begins a topic, as a draft, or changes the words of one; what was begun already is not begun twice, and what somebody else changed
 * meanwhile stays.
 */
export function keepTopic(
  db: Db,
  actor: Actor,
  { report, typed, known }: KeepingTopic,
  now: Date,
): Promise<KeptTopic> {
  return inTransaction(db, async (tx) => {
    await lockReport(tx, report.id)
    const role = authorize(actor, 'topic.keep', { reportId: report.id })
    const act = { report, role, actor, now }
    const before =
      'key' in known
        ? await findBegun(tx, report.id, known.key)
        : await findTopic(tx, report.id, known.slug)
    const read = await readTypedTopic(tx, typed, { report, before })
    if (!read.ok) return read
    const keeping = { ...act, reportId: report.id, before }
    return 'key' in known
      ? begin(tx, keeping, known.key, read.topic)
      : change(tx, keeping, known.revision, read.topic)
  })
}

type Keeping = TopicAct & { reportId: number; before: Topic | undefined }

async function begin(tx: Db, act: Keeping, key: string, facts: TopicFacts): Promise<KeptTopic> {
  const { reportId, before } = act
  if (before) return sameTopic(before, facts) ? done(before.slug) : refuse('begun-already')
  const taken = (await listTopics(tx, reportId)).map(({ slug }) => slug)
  const slug = slugFor(facts.title, taken)
  await saveTopic(tx, { reportId, slug, key }, facts)
  await recordTopic(tx, { ...act, did: 'begun' }, { ...facts, slug, revision: 1 })
  return done(slug)
}

async function change(
  tx: Db,
  act: Keeping,
  revision: number,
  facts: TopicFacts,
): Promise<KeptTopic> {
  const { before } = act
  if (!before) return refuse('gone')
  await lockTopic(tx, before.id, 'to-change')
  if (sameTopic(before, facts)) return done(before.slug)
  if (before.revision !== revision) return refuse('changed-since')
  await updateTopic(tx, before, facts)
  const changed = { ...facts, slug: before.slug, revision: before.revision + 1 }
  await recordTopic(tx, { ...act, did: 'changed' }, changed)
  return done(before.slug)
}

function done(slug: string): KeptTopic {
  return { ok: true, slug }
}

function refuse(problem: 'begun-already' | 'changed-since' | 'gone'): KeptTopic {
  return { ok: false, problems: [{ problem, at: null }] }
}
