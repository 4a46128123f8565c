import { Hono } from 'hono'
import type { Env } from '../request.ts'
import { decisionRoutes } from './decision-routes.tsx'
import { queueRoutes } from './queue-routes.tsx'
import { settingRoutes } from './setting-routes.tsx'

/** Everything that moderators do. */
export const moderationRoutes = new Hono<Env>()
  .route('/', decisionRoutes)
  .route('/', queueRoutes)
  .route('/', settingRoutes)
