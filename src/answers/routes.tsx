import { Hono } from 'hono'
import type { Env } from '../request.ts'
import { answerRoutes as answering } from './answer-routes.tsx'
import { queueRoutes, type QueuePanels } from './queue-routes.tsx'

export type AnswerPanels = QueuePanels

/** The workshop: what waits for an answer, and answering it. */
export function answerRoutes(panels: AnswerPanels) {
  return new Hono<Env>().route('/', queueRoutes(panels)).route('/', answering)
}
