import { Hono } from 'hono'
import { can } from '../permissions.ts'
import type { PublicPage } from '../platform/pages/public-page.ts'
import { dayInParis } from '../platform/paris-days.ts'
import { requireReport } from '../reports/index.ts'
import { frameOf, sendPage, showPanels, viewingOf, type Env } from '../request.ts'
import { countVisit } from './count-visit.ts'
import { gatherExtracts } from './gather-extracts.ts'
import { phaseRoutes } from './phase-routes.tsx'
import { listDateChanges, listPhasesOf } from './phase-store.ts'
import { requireTopic } from './require-topic.ts'
import { listTopics } from './store.ts'
import type { TopicPanels } from './subject.ts'
import { TopicPage } from './topic-page.tsx'
import { TopicsPage } from './topics-page.tsx'
import { countVisitors } from './visit-store.ts'
import { workshopRoutes } from './workshop-routes.tsx'

/** The same for everybody who is not signed in; a topic's own page counts who looks at it, and is made each time. */
export const topicPages: PublicPage[] = [{ path: '/reports/:slug/topics', query: [] }]

/** What a report puts to debate, for readers; and keeping it, for editors. */
export function topicRoutes(panels: TopicPanels) {
  return new Hono<Env>()
    .route('/', workshopRoutes)
    .route('/', phaseRoutes)
    .get('/reports/:slug/topics', async (c) => {
      const { db, actor, now } = c.var
      const report = await requireReport(db, c.req.param('slug'))
      const published = (await listTopics(db, report.id)).filter(
        ({ state }) => state === 'published',
      )
      const phases = await listPhasesOf(
        db,
        published.map(({ id }) => id),
      )
      const page = (
        <TopicsPage
          frame={frameOf(c)}
          report={report}
          topics={published.map((topic) => ({ topic, phases: phases.get(topic.id) ?? [] }))}
          tallies={await panels.topicTallies(viewingOf(c), report, published)}
          today={dayInParis(now)}
          mayKeep={can(actor, 'topic.keep', { reportId: report.id })}
        />
      )
      return sendPage(c, page)
    })
    .get('/reports/:slug/topics/:topic', async (c) => {
      const { db, actor, now } = c.var
      const subject = await requireTopic(c)
      const { report, topic } = subject
      if (topic.state === 'published') await countVisit(c, topic.id)
      const viewing = viewingOf(c)
      const page = (
        <TopicPage
          frame={frameOf(c)}
          subject={subject}
          extracts={await gatherExtracts(db, topic)}
          changes={await listDateChanges(db, topic.id)}
          visitors={(await countVisitors(db, [topic.id])).get(topic.id) ?? 0}
          today={dayInParis(now)}
          mayKeep={can(actor, 'topic.keep', { reportId: report.id })}
          lead={await showPanels(panels.topicLead, viewing, subject)}
          counters={await showPanels(panels.topicCounters, viewing, subject)}
          panels={await showPanels(panels.topic, viewing, subject)}
        />
      )
      return sendPage(c, page)
    })
}
