import { Hono } from 'hono'
import type { Env } from '../request.ts'
import { charterRoutes } from './charter-routes.tsx'
import { decisionRoutes } from './decision-routes.tsx'
import { queueRoutes } from './queue-routes.tsx'
import { settingRoutes } from './setting-routes.tsx'
import { statementRoutes } from './statement-routes.tsx'

/** Everything that moderators do. */
export const moderationRoutes = new Hono<Env>()
  .route('/', charterRoutes)
  .route('/', decisionRoutes)
  .route('/', queueRoutes)
  .route('/', settingRoutes)
  .route('/', statementRoutes)
