import { hex, recordAct } from '../journal/index.ts'
import type { Actor, Role } from '../permissions.ts'
import { canonicalJson, sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Report } from '../reports/index.ts'
import type { Phase } from './phase.ts'
import type { Topic, TopicFacts } from './topic.ts'

/** Whoever changes a topic, in which role, and when. */
export type TopicAct = {
  report: Pick<Report, 'slug'>
  role: Role
  actor: Actor
  now: Date
}

type Named = Pick<Topic, 'slug'>

/** Writes down what was done to a topic: which revision of it there is since, and a hash of its words. */
export async function recordTopic(
  tx: Db,
  act: TopicAct & { did: 'begun' | 'changed' | 'published' },
  topic: Named & TopicFacts & Pick<Topic, 'revision'>,
): Promise<void> {
  const { did } = act
  await recordAct(
    tx,
    { ...actOf(act, topic), action: 'topic.set' },
    { did, revision: topic.revision, sha256: hex(hashTopic(topic)) },
  )
}

/** Writes down what was done to a phase: from when to when it is since. */
export async function recordPhase(
  tx: Db,
  act: TopicAct & { did: 'added' | 'changed' | 'closed' | 'removed' },
  { slug, ...phase }: Named & Pick<Phase, 'number' | 'opensOn' | 'closesOn' | 'revision'>,
): Promise<void> {
  const { number, opensOn, closesOn, revision } = phase
  await recordAct(
    tx,
    { ...actOf(act, { slug }), action: 'topic.phase-set' },
    { did: act.did, phase: number, opensOn, closesOn, revision },
  )
}

/** SHA-256 of what a topic puts to debate. Testimonies, which name people, are not in it. */
export function hashTopic({ title, assertion, questions, extracts }: TopicFacts): Buffer {
  return sha256(canonicalJson({ title, assertion, questions, extracts }))
}

function actOf({ report, role, actor, now }: TopicAct, { slug }: Named) {
  return { at: now, role, actor: actor.pseudonym, object: `topic/${report.slug}/${slug}` }
}
