import type { Context } from 'hono'
import { can } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import { requireReport } from '../reports/index.ts'
import type { Env } from '../request.ts'
import { listPhases } from './phase-store.ts'
import { findTopic } from './store.ts'
import type { TopicSubject } from './subject.ts'

/** The topic of the address; a draft is found by those who may keep it, and by nobody else. */
export async function requireTopic(c: Context<Env>): Promise<TopicSubject> {
  const { slug = '', topic: name = '' } = c.req.param()
  const { db, actor } = c.var
  const report = await requireReport(db, slug)
  const topic = await findTopic(db, report.id, name)
  if (!topic) throw new NotFound('topic')
  if (topic.state === 'draft' && !can(actor, 'topic.keep', { reportId: report.id })) {
    throw new NotFound('topic')
  }
  return { report, topic, phases: await listPhases(db, topic.id) }
}
