import { Hono } from 'hono'
import type { Env } from '../request.ts'
import { invitationRoutes } from './invitation-routes.tsx'
import { ownRoleRoutes } from './own-routes.tsx'
import { permissionRoutes } from './permissions-routes.tsx'
import { teamRoutes } from './team-routes.tsx'

/** Who has which role: teams, invitations, one's own roles, and what each of them opens. */
export function roleRoutes() {
  return new Hono<Env>()
    .route('/', teamRoutes())
    .route('/', ownRoleRoutes)
    .route('/', invitationRoutes())
    .route('/', permissionRoutes)
}
