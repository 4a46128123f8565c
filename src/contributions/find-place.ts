import type { Db } from '../platform/db/connect.ts'
import {
  findEdition,
  findEditionBlock,
  type Edition,
  type PlacedBlock,
  type Report,
} from '../reports/index.ts'
import type { Day } from '../platform/paris-days.ts'
import { isHeading } from '../text/index.ts'
import { findTopicById, listPhases, openPhase, type Phase, type Topic } from '../topics/index.ts'
import { asShown } from './as-shown.ts'
import type { Contribution, TargetKind } from './contribution.ts'
import { findModerationSetting, type ModerationSetting } from './hold-store.ts'
import { findContribution } from './store.ts'

/** A topic, and the phase of it in which something can be said today. */
export type TopicNow = { topic: Topic; open: Phase | null }

/** What is spoken of, as it was read: a passage, a topic, another contribution, or none of them: the report as a whole. */
export type Place = {
  report: Report
  /** Null before there is one to read, where a topic is open already. */
  edition: Edition | null
  block: PlacedBlock | null
  /** What is spoken of, or what the contribution that is answered speaks of. */
  about: TopicNow | null
  replyTo: Contribution | null
  /** Whether a moderator reads first what is said here. */
  moderation: ModerationSetting
}

export type PlaceAsked = {
  report: Report
  editionNumber: number | null
  blockId: string | null
  topicId: number | null
  replyTo: number | null
  today: Day
}

/**
 * Undefined where there is no such edition, no such passage in it, no such topic that people can read, or no such contribution to the
 * report; and without an edition, where it is of no topic.
 */
export async function findPlace(db: Db, asked: PlaceAsked): Promise<Place | undefined> {
  const { report } = asked
  const read = await findRead(db, asked)
  const replyTo = await findAnswered(db, asked)
  if (read === undefined || replyTo === undefined) return undefined
  const about = await findTopicNow(db, asked, replyTo)
  if (about === undefined || !(read.edition || about)) return undefined
  const moderation = await findModerationSetting(db, report.id, about && about.topic)
  return { report, ...read, about, replyTo: replyTo && asShown(replyTo), moderation }
}

async function findRead(db: Db, { report, editionNumber, blockId }: PlaceAsked) {
  if (editionNumber === null) return { edition: null, block: null }
  const edition = await findEdition(db, report.id, editionNumber)
  const block = edition && blockId !== null ? await findEditionBlock(db, edition.id, blockId) : null
  return edition && block !== undefined ? { edition, block } : undefined
}

async function findAnswered(db: Db, { report, replyTo }: PlaceAsked) {
  const answered = replyTo === null ? null : await findContribution(db, replyTo)
  return answered && answered.reportId !== report.id ? undefined : answered
}

type Answered = Contribution | null

/** Of the topic itself, or of the one that what is answered speaks of. */
async function findTopicNow(db: Db, { report, topicId, today }: PlaceAsked, replyTo: Answered) {
  const id = replyTo?.topic?.id ?? topicId
  if (id === null) return null
  const topic = await findTopicById(db, id)
  if (!topic || topic.reportId !== report.id || topic.state !== 'published') return undefined
  return { topic, open: openPhase(await listPhases(db, id), today) ?? null }
}

export function targetKindOf({
  block,
  replyTo,
  about,
}: Pick<Place, 'block' | 'replyTo' | 'about'>): TargetKind {
  if (replyTo) return 'contribution'
  if (about) return 'topic'
  if (!block) return 'report'
  return isHeading(block) ? 'heading' : 'passage'
}
