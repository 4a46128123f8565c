import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { NotFound } from '../platform/http/problems.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { lockReport, type Report } from '../reports/index.ts'
import { listPhases } from './phase-store.ts'
import { recordTopic } from './record-topic.ts'
import { findTopic, savePublication } from './store.ts'

export type PublishTopicProblem = 'no-phase' | 'changed-since'

export type PublishedTopic = { ok: true } | { ok: false; problem: PublishTopicProblem }

/** `revision`: the one that was read before it was published. */
type Publishing = { report: Pick<Report, 'id' | 'slug'>; slug: string; revision: number }

/** Shows a topic to everybody, once somebody has said when it is open; published once, it stays so. */
export function publishTopic(
  db: Db,
  actor: Actor,
  { report, slug, revision }: Publishing,
  now: Date,
): Promise<PublishedTopic> {
  return inTransaction(db, async (tx) => {
    await lockReport(tx, report.id)
    const role = authorize(actor, 'topic.keep', { reportId: report.id })
    const topic = await findTopic(tx, report.id, slug)
    if (!topic) throw new NotFound('topic')
    if (topic.state === 'published') return { ok: true }
    if (topic.revision !== revision) return { ok: false, problem: 'changed-since' }
    if ((await listPhases(tx, topic.id)).length === 0) return { ok: false, problem: 'no-phase' }
    await savePublication(tx, topic.id, now)
    await recordTopic(tx, { report, role, actor, now, did: 'published' }, topic)
    return { ok: true }
  })
}
