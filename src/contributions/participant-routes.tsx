import { Hono } from 'hono'
import { z } from 'zod'
import { NotFound } from '../platform/http/problems.ts'
import type { PublicPage } from '../platform/pages/public-page.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { requireTopic } from '../topics/index.ts'
import { ParticipantsPage } from './participants-page.tsx'
import { countOfTopics, listTopicAuthors } from './topic-store.ts'

/** People on one page. */
const pageLength = 100

const pageForm = z.object({ page: z.coerce.number().int().min(1).max(1_000_000).catch(1) })

export const participantPages: PublicPage[] = [
  { path: '/reports/:slug/topics/:topic/participants', query: ['page'] },
]

/** Who took part in a topic. */
export const participantRoutes = new Hono<Env>().get(
  '/reports/:slug/topics/:topic/participants',
  async (c) => {
    const { db } = c.var
    const { report, topic } = await requireTopic(c)
    const { page } = pageForm.parse(c.req.query())
    const counts = (await countOfTopics(db, [topic.id])).get(topic.id)
    const [authors, participants] = [counts?.authors ?? 0, counts?.participants ?? 0]
    const pages = Math.max(1, Math.ceil(authors / pageLength))
    if (page > pages) throw new NotFound('page')
    const listed = await listTopicAuthors(db, topic.id, {
      limit: pageLength,
      offset: (page - 1) * pageLength,
    })
    return sendPage(
      c,
      <ParticipantsPage
        frame={frameOf(c)}
        {...{ report, topic, listed, page, pages, participants, authors }}
      />,
    )
  },
)
