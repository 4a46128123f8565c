import { Hono } from 'hono'
import type { Env } from '../request.ts'
import { alikeRoutes } from './alike-routes.tsx'
import { appealRoutes } from './appeal-routes.tsx'
import { charterRoutes } from './charter-routes.tsx'
import { decisionRoutes } from './decision-routes.tsx'
import { flagRoutes } from './flag-routes.tsx'
import { queueRoutes } from './queue-routes.tsx'
import { settingRoutes } from './setting-routes.tsx'
import { statementRoutes } from './statement-routes.tsx'

/** Everything that moderators do, and what others ask of them. */
export const moderationRoutes = new Hono<Env>()
  .route('/', alikeRoutes)
  .route('/', appealRoutes)
  .route('/', charterRoutes)
  .route('/', decisionRoutes)
  .route('/', flagRoutes)
  .route('/', queueRoutes)
  .route('/', settingRoutes)
  .route('/', statementRoutes)
