import { listActs, type RecordedAct } from '../journal/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { listTopicAccounts, type TopicAccount } from '../topics/index.ts'

export type TopicProblem = 'no-act' | 'altered' | 'no-topic'

export type TopicFinding = { kind: 'topic'; object: string; problem: TopicProblem }

/**
 * Every topic says what the journal says that it was last made to say, is published if that stands there, and its phases are open
 * when they were last said to be; changes of dates that people are told are acts.
 */
export async function verifyTopics(db: Db): Promise<TopicFinding[]> {
  const topics = await listTopicAccounts(db)
  const acts = await listActs(db, ['topic.set', 'topic.phase-set'])
  const byObject = Map.groupBy(acts, ({ object }) => object)
  const known = new Set(topics.map(({ object }) => object))
  return [
    ...topics.flatMap((topic) => checkTopic(topic, byObject.get(topic.object) ?? [])),
    ...[...byObject.keys()]
      .filter((object) => !known.has(object))
      .map((object) => ({ kind: 'topic' as const, object, problem: 'no-topic' as const })),
  ]
}

function checkTopic(topic: TopicAccount, acts: readonly RecordedAct[]): TopicFinding[] {
  const { object } = topic
  const said = acts.filter(({ action }) => action === 'topic.set').map(({ payload }) => payload)
  const phases = acts.filter(({ action }) => action === 'topic.phase-set')
  if (said.length === 0) return [{ kind: 'topic', object, problem: 'no-act' }]
  const holds =
    saysWords(topic, said) && saysPhases(topic, phases) && topic.changes.every(isAct(phases))
  return holds ? [] : [{ kind: 'topic', object, problem: 'altered' }]
}

function saysWords(
  { revision, sha256, state }: TopicAccount,
  said: readonly RecordedAct['payload'][],
) {
  const last = said.at(-1)
  const published = said.some((one) => readPart(one, 'did') === 'published')
  return (
    readPart(last, 'revision') === revision &&
    readPart(last, 'sha256') === sha256 &&
    published === (state === 'published')
  )
}

function saysPhases({ phases }: TopicAccount, acts: readonly RecordedAct[]): boolean {
  const last = new Map(acts.map(({ payload }) => [readPart(payload, 'phase'), payload]))
  const there = [...last.values()].filter((payload) => readPart(payload, 'did') !== 'removed')
  return (
    there.length === phases.length &&
    phases.every((phase) => {
      const act = last.get(phase.number)
      return (['opensOn', 'closesOn', 'revision'] as const).every(
        (part) => readPart(act, part) === phase[part],
      )
    })
  )
}

function isAct(acts: readonly RecordedAct[]) {
  return ({ phase, at, closesOn }: TopicAccount['changes'][number]): boolean =>
    acts.some(
      (act) =>
        act.at.getTime() === at.getTime() &&
        readPart(act.payload, 'phase') === phase &&
        readPart(act.payload, 'closesOn') === closesOn,
    )
}

/** What an entry says of one thing; undefined where it says nothing of it. */
function readPart(payload: unknown, name: string): unknown {
  if (typeof payload !== 'object' || payload === null) return undefined
  return Object.entries(payload).find(([key]) => key === name)?.[1]
}
