import { Hono } from 'hono'
import type { Env } from '../request.ts'
import { divisionRoutes } from './division-routes.tsx'
import { insertionRoutes } from './insertion-routes.tsx'
import { pendingRoutes } from './pending-routes.tsx'
import { placeRoutes } from './place-routes.tsx'
import { textRoutes } from './text-routes.tsx'
import { undoingRoutes } from './undoing-routes.tsx'

/** The working text and what changes in it, for editors. */
export const changeRoutes = new Hono<Env>()
  .route('/', insertionRoutes)
  .route('/', textRoutes)
  .route('/', placeRoutes)
  .route('/', divisionRoutes)
  .route('/', pendingRoutes)
  .route('/', undoingRoutes)
